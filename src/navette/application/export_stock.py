"""FLW-5: tell the shop the stock of the company; compared with what the shop holds now, since it sells in between."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from navette.application.article_selection import reference_of, select_articles
from navette.application.capability import Applied, Capability, PlanItem, Risk, Side, Work, digest_of, problem
from navette.application.session import Session
from navette.application.shop_stock import ShopStockReader
from navette.application.unwritten import unwritten
from navette.config.sections.stock import StockOptions
from navette.domain.binding import Aspect, Binding, Change, RecordKind, SentAspect, ShopRef
from navette.domain.keys import ArticleKey
from navette.domain.messages import stock as messages
from navette.domain.run import Outcome, Problem, RecordResult
from navette.domain.stock import StockLevel, StockPolicy, quantity_to_publish
from navette.ports.shop import StockWrite, WriteResult

REQUESTS = 5
"""Requests to the shop in one batch."""


@dataclass(frozen=True, slots=True)
class StockIntention:
    """A quantity to set on a shop record."""

    ref: ShopRef
    quantity: int


class ExportStock(Capability):
    """Plans and sends quantities."""

    name = "export-stock"
    flow = "FLW-5"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.SHOP
    guarded = (RecordKind.PRODUCT, RecordKind.VARIANT)
    sections = ("stock", "update")
    resources = ("shop:{shop}:stock",)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare each level with the quantity in the shop."""
        options = work.session.options.stock
        doubtful = work.session.store.digests.doubtful(RecordKind.PRODUCT, Aspect.STOCK)
        selection = select_articles(work, published_only=not options.ignore_published, doubtful=doubtful)
        with ShopStockReader(work) as held:
            for page in work.session.erp.stock.stock(selection, warehouse_numbers(options.warehouses)):
                yield lifting_doubt(self._plan_page(work, page, held), page, doubtful)

    def _plan_page(self, work: Work, page: Sequence[StockLevel], held: ShopStockReader) -> list[PlanItem]:
        bindings = bound_levels(work.session, page)
        quantities = held.quantities([binding.shop_ref for binding in bindings.values()])
        policy = stock_policy(work.session.options.stock)
        switched_on = work.session.options.update.stock
        return [
            plan_level(level, bindings.get(str(level.key)), quantities, policy, switched_on=switched_on)
            for level in page
        ]

    def batch_size(self, session: Session) -> int:
        """Some requests of the shop's size: a commit of ours costs as much as one, and a repeat is harmless."""
        return REQUESTS * session.shop.capabilities.stock_batch

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Set the quantities; absolute, so a repeat is harmless."""
        intentions = [item.payload for item in items if isinstance(item.payload, StockIntention)]
        writes = [StockWrite(intention.ref, intention.quantity) for intention in intentions]
        results = work.session.shop.write_stock(writes)
        return Applied(results=tuple(result_of(item, result) for item, result in zip(items, results, strict=True)))


def bound_levels(session: Session, page: Sequence[StockLevel]) -> Mapping[str, Binding]:
    """Bindings of the levels of a page by key text: products for articles, variants for the rest."""
    articles = [str(level.key) for level in page if isinstance(level.key, ArticleKey)]
    variants = [str(level.key) for level in page if not isinstance(level.key, ArticleKey)]
    found = dict(session.store.bindings.by_keys(RecordKind.PRODUCT, articles)) if articles else {}
    if variants:
        found.update(session.store.bindings.by_keys(RecordKind.VARIANT, variants))
    return found


def plan_level(
    level: StockLevel,
    binding: Binding | None,
    quantities: Mapping[ShopRef, int],
    policy: StockPolicy,
    *,
    switched_on: bool,
) -> PlanItem:
    """Decide what one level comes to."""
    reference = reference_of(level.key)
    if binding is None:
        return _settled(level, Outcome.SKIPPED, problem(messages.NOT_IN_SHOP, reference=reference))
    held = quantities.get(binding.shop_ref)
    if held is None:
        gone = problem(messages.GONE_FROM_SHOP, reference=level.article.reference)
        return _settled(level, Outcome.WAITING, gone, risk=Risk.REMOVAL)
    quantity = quantity_to_publish(level, policy)
    if quantity == held:
        return _settled(level, Outcome.UNCHANGED)
    if not switched_on:
        return _settled(level, Outcome.SKIPPED, problem(messages.SWITCHED_OFF, reference=reference))
    return PlanItem(
        record=str(level.key),
        kind=RecordKind.PRODUCT,
        outcome=Outcome.UPDATED,
        label=reference,
        changes=(Change("stock", str(held), str(quantity)),),
        base_digest=digest_of(binding.shop_ref, held, quantity),
        payload=StockIntention(binding.shop_ref, quantity),
        risk=Risk.REMOVAL if quantity <= 0 < held else None,
    )


def lifting_doubt(items: Sequence[PlanItem], page: Sequence[StockLevel], doubtful: frozenset[str]) -> list[PlanItem]:
    """The items of a page; of a doubtful article the last that writes lifts the doubt, else the last that is right."""
    lifted = list(items)
    for key, indexes in _places_of_articles(page).items():
        right = [index for index in indexes if items[index].outcome in {Outcome.UNCHANGED, Outcome.UPDATED}]
        if key in doubtful and right:
            last = ([index for index in right if items[index].writes] or right)[-1]
            known = SentAspect(RecordKind.PRODUCT, key, Aspect.STOCK, "sent")
            lifted[last] = replace(items[last], digests=(known,))
    return lifted


def _places_of_articles(page: Sequence[StockLevel]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, level in enumerate(page):
        places[str(level.article)].append(index)
    return places


def _settled(level: StockLevel, outcome: Outcome, why: Problem | None = None, risk: Risk | None = None) -> PlanItem:
    return PlanItem(
        record=str(level.key),
        kind=RecordKind.PRODUCT,
        outcome=outcome,
        label=reference_of(level.key),
        problem=why,
        risk=risk,
    )


def result_of(item: PlanItem, result: WriteResult) -> RecordResult:
    """What a quantity came to; a record that is gone from the shop waits for a decision."""
    gone = problem(messages.GONE_FROM_SHOP, reference=item.label.partition("/")[0])
    return unwritten(item, result, gone) or item.result()


def stock_policy(options: StockOptions) -> StockPolicy:
    """The options as the rule of the domain takes them."""
    return StockPolicy(
        basis=options.basis,
        untracked_quantity=options.untracked_quantity,
        back_to_back_quantity=options.back_to_back_quantity,
        sends_negative=options.sends_negative,
    )


def warehouse_numbers(text: str) -> frozenset[int] | None:
    """Warehouse numbers of the option; None for all."""
    numbers = frozenset(int(part) for part in text.split(",") if part.strip())
    return numbers or None
