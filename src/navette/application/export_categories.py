"""FLW-3: the categories of the company become categories of the shop, parents first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from navette.application.capability import Applied, Capability, PlanItem, Side, Work, digest_of
from navette.application.category_tree import category_tree
from navette.application.session import Session
from navette.application.slugs import slug_of
from navette.application.unwritten import unwritten
from navette.domain.binding import Aspect, Binding, Change, Origin, RecordKind, SentAspect, ShopRef
from navette.domain.catalog import Category
from navette.domain.keys import CategoryKey
from navette.domain.messages import articles as messages
from navette.domain.run import Outcome, RecordResult
from navette.ports.shop import CategoryWrite, FoundCategory, WriteResult

BATCH = 200


@dataclass(frozen=True, slots=True)
class CategoryIntention:
    """A category to create (no ref) or to change."""

    category: Category
    ref: ShopRef | None
    digest: str


class ExportCategories(Capability):
    """Plans and sends categories."""

    name = "export-categories"
    flow = "FLW-3"
    title = messages.CATEGORY_TITLE
    start = messages.CATEGORY_START
    reading = messages.CATEGORY_READING
    end = messages.CATEGORY_END
    writes_to = Side.SHOP
    sections = ("categories",)
    resources = ("shop:{shop}:categories",)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare the tree of the company with what the shop has."""
        if not work.session.options.categories.create:
            work.say(messages.CATEGORIES_OFF)
            return
        only = {text.upper() for text in work.request.only}
        keys = [key for key in category_tree(work.session).keys if not only or str(key).upper() in only]
        yield plan_categories(work, keys)

    def batch_size(self, session: Session) -> int:
        """Categories are few."""
        del session
        return BATCH

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Write categories; a parent comes before its children."""
        return Applied(results=apply_categories(work, items))

    def look_again(self, work: Work, items: Sequence[PlanItem]) -> Sequence[PlanItem]:
        """Categories that were made although the answer was lost are found by their names."""
        return find_made(work, items)


def plan_categories(work: Work, keys: Sequence[CategoryKey]) -> list[PlanItem]:
    """Decide what some categories come to; `keys` has parents before children."""
    session = work.session
    names = [str(key) for key in keys]
    bound = session.store.bindings.by_keys(RecordKind.CATEGORY, names)
    digests = session.store.digests.of(RecordKind.CATEGORY, names, [Aspect.TEXTS])
    finder = _Finder(session.shop.read_categories())
    places: dict[str, ShopRef] = {}
    items = []
    for key in keys:
        parent = places.get(str(key.parent)) if key.parent else ShopRef("")
        item = _plan_category(work, key, bound.get(str(key)), finder, parent, digests)
        if item.payload and isinstance(item.payload, CategoryIntention) and item.payload.ref:
            places[str(key)] = item.payload.ref
        elif item.outcome is Outcome.UNCHANGED:
            places[str(key)] = (item.bindings or (bound[str(key)],))[0].shop_ref
        items.append(item)
    return items


class _Finder:
    """Finds the shop's categories by id, and by parent and name."""

    def __init__(self, found: Sequence[FoundCategory]) -> None:
        self.ids = {category.ref.id for category in found}
        self._by_name: dict[tuple[str, str], ShopRef] = {}
        for category in found:
            for name in category.names.values():
                self._by_name.setdefault((category.parent, name.strip().casefold()), category.ref)

    def named(self, parent: ShopRef | None, name: str) -> ShopRef | None:
        """The category of a name under a parent that is there already."""
        return self._by_name.get((parent.id, name.strip().casefold())) if parent else None


def _plan_category(
    work: Work,
    key: CategoryKey,
    binding: Binding | None,
    finder: _Finder,
    parent: ShopRef | None,
    digests: Mapping[tuple[str, Aspect], SentAspect],
) -> PlanItem:
    category = _category(key, work.shop.languages.values())
    digest = digest_of(category.names)
    label = " / ".join(key.path)
    retired: tuple[Binding, ...] = ()
    if binding and binding.shop_ref.id not in finder.ids:
        retired, binding = (binding,), None
    if binding:
        sent = digests.get((str(key), Aspect.TEXTS))
        if sent and sent.digest == digest and not sent.is_doubtful:
            return PlanItem(record=str(key), kind=RecordKind.CATEGORY, outcome=Outcome.UNCHANGED, label=label)
        return _write_item(key, label, CategoryIntention(category, binding.shop_ref, digest), Outcome.UPDATED)
    found = finder.named(parent, key.path[-1])
    if found:
        return PlanItem(
            record=str(key),
            kind=RecordKind.CATEGORY,
            outcome=Outcome.UNCHANGED,
            label=label,
            bindings=(Binding(RecordKind.CATEGORY, str(key), found, Origin.PAIRED),),
            digests=(SentAspect(RecordKind.CATEGORY, str(key), Aspect.TEXTS, digest),),
            retired=retired,
        )
    return _write_item(key, label, CategoryIntention(category, None, digest), Outcome.CREATED, retired)


def _write_item(
    key: CategoryKey, label: str, intention: CategoryIntention, outcome: Outcome, retired: tuple[Binding, ...] = ()
) -> PlanItem:
    return PlanItem(
        record=str(key),
        kind=RecordKind.CATEGORY,
        outcome=outcome,
        label=label,
        changes=(Change("category", "", label),),
        base_digest=intention.digest,
        payload=intention,
        retired=retired,
    )


def _category(key: CategoryKey, languages: Iterable[str]) -> Category:
    name = key.path[-1]
    codes = list(languages)
    return Category(
        key=key, names=dict.fromkeys(codes, name), slugs=dict.fromkeys(codes, slug_of(name)), parent=key.parent
    )


def apply_categories(work: Work, items: Sequence[PlanItem], found: Sequence[PlanItem] = ()) -> tuple[RecordResult, ...]:
    """Write categories, parents before children; the links of `found` ones are not remembered yet."""
    parents = {binding.erp_key: binding.shop_ref for item in found for binding in item.bindings}
    parents |= _parent_refs(work, items)
    results = work.session.shop.write_categories([_write(item, parents) for item in items])
    return tuple(_result(item, result) for item, result in zip(items, results, strict=True))


def _intention(item: PlanItem) -> CategoryIntention:
    if not isinstance(item.payload, CategoryIntention):
        raise TypeError(item.payload)
    return item.payload


def _parent_refs(work: Work, items: Sequence[PlanItem]) -> Mapping[str, ShopRef]:
    """Parents that are linked already; others are made together with their children."""
    names = {str(parent) for item in items if (parent := _intention(item).category.parent)}
    bound = work.session.store.bindings.by_keys(RecordKind.CATEGORY, sorted(names))
    return {key: binding.shop_ref for key, binding in bound.items()}


def _write(item: PlanItem, parents: Mapping[str, ShopRef]) -> CategoryWrite:
    intention = _intention(item)
    parent = intention.category.parent
    return CategoryWrite(
        category=intention.category, ref=intention.ref, parent_ref=parents.get(str(parent)) if parent else None
    )


def find_made(work: Work, items: Sequence[PlanItem]) -> list[PlanItem]:
    """Planned categories with the ids of those that the shop has by now; `items` has parents before children."""
    finder = _Finder(work.session.shop.read_categories())
    places = dict(_parent_refs(work, items))
    found = []
    for item in items:
        intention = _intention(item)
        parent = intention.category.key.parent
        place = places.get(str(parent)) if parent else ShopRef("")
        ref = intention.ref or finder.named(place, intention.category.key.path[-1])
        if ref:
            places[item.record] = ref
        found.append(replace(item, payload=replace(intention, ref=ref)))
    return found


def _result(item: PlanItem, result: WriteResult) -> RecordResult:
    if failed := unwritten(item, result):
        return failed
    if result.ref is None:
        raise TypeError(result)
    return RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=item.outcome,
        changes=item.changes,
        bindings=(Binding(RecordKind.CATEGORY, item.record, result.ref),),
        digests=(SentAspect(RecordKind.CATEGORY, item.record, Aspect.TEXTS, _intention(item).digest),),
        retired=item.retired,
    )
