"""What one article comes to: create, update the aspects that changed, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import PlanItem, Risk, digest_of
from navette.application.export_products.aspects import allowed_on_update, aspect_digests
from navette.application.export_products.build import Publication
from navette.application.export_products.picture_changes import PictureChanges, adopted_pictures
from navette.application.published_prices import has_moved_much, price_before
from navette.config.sections.update import UpdateOptions
from navette.domain.binding import Aspect, Binding, Change, Origin, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.run import Outcome, Problem

SENT_BY_OTHERS = (Aspect.STOCK, Aspect.SPECIFIC_PRICES)
"""What other capabilities send of a product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What is remembered of one article: its link, its variants', what was sent, its pictures in the shop.

    A new link is to a product that the shop had before us, with or without pictures, or that a run of ours made which
    died before it could remember it. `variants` are those that are sold, `former_variants` all that were sent.
    """

    binding: Binding | None = None
    is_new_link: bool = False
    has_pictures: bool = False
    variants: Mapping[str, Binding]
    former_variants: Sequence[Binding] = ()
    digests: Mapping[Aspect, SentAspect]
    files: Sequence[RemoteFile] = ()
    retired: tuple[Binding, ...] = ()

    def digest(self, aspect: Aspect) -> str:
        """The digest of what was last sent; '' if nothing was, or if it is doubtful."""
        sent = self.digests.get(aspect)
        return sent.digest if sent and not sent.is_doubtful else ""

    @property
    def is_half_made(self) -> bool:
        """Whether the product was created by us, but nothing of it is known to have arrived."""
        is_ours = self.binding is not None and self.binding.origin is Origin.CREATED
        return is_ours and not any(sent.digest for sent in self.digests.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductIntention:
    """A product to create (no ref) or to update, with its pictures; digests are kept for the aspects sent.

    `origin` tells how a link came about that is to be remembered now, None for one that is known.
    """

    publication: Publication
    ref: ShopRef | None
    origin: Origin | None
    aspects: frozenset[Aspect]
    digests: Mapping[Aspect, str]
    variants: Mapping[str, Binding]
    removed: tuple[Binding, ...]
    pictures: PictureChanges


def plan_product(publication: Publication, linked: Linked, switches: UpdateOptions) -> PlanItem:
    """Compare a product with what was last sent."""
    digests = aspect_digests(publication)
    if linked.binding is None:
        return _item(publication, linked, digests, frozenset(digests), Outcome.CREATED)
    allowed = frozenset(digests) if linked.is_half_made else allowed_on_update(switches)
    changed = frozenset(
        aspect for aspect, digest in digests.items() if aspect in allowed and digest != linked.digest(aspect)
    )
    if changed:
        return _item(publication, linked, digests, changed, Outcome.UPDATED)
    key = str(publication.product.key)
    return PlanItem(
        record=key,
        kind=RecordKind.PRODUCT,
        outcome=Outcome.UNCHANGED,
        label=publication.product.reference,
        bindings=(linked.binding, *linked.variants.values()) if linked.is_new_link else (),
        digests=doubts(key) if linked.is_new_link else (),
    )


def doubts(key: str) -> tuple[SentAspect, ...]:
    """What other capabilities send was not sent yet: they shall look at the product whatever their marks say."""
    return tuple(SentAspect(RecordKind.PRODUCT, key, aspect, "", is_doubtful=True) for aspect in SENT_BY_OTHERS)


def _item(
    publication: Publication,
    linked: Linked,
    digests: Mapping[Aspect, str],
    aspects: frozenset[Aspect],
    outcome: Outcome,
) -> PlanItem:
    product = publication.product
    removed = _removed(publication, linked) if Aspect.VARIANTS in aspects else ()
    pictures = _pictures(publication, linked) if Aspect.IMAGES in aspects else PictureChanges()
    return PlanItem(
        record=str(product.key),
        kind=RecordKind.PRODUCT,
        outcome=outcome,
        label=product.reference,
        changes=_changes(publication, linked, aspects, outcome),
        base_digest=digest_of(sorted((aspect, linked.digest(aspect)) for aspect in aspects), sorted(digests.items())),
        payload=ProductIntention(
            publication=publication,
            ref=linked.binding.shop_ref if linked.binding else None,
            origin=_origin_to_remember(linked),
            aspects=aspects,
            digests={aspect: digests[aspect] for aspect in aspects},
            variants=linked.variants,
            removed=removed,
            pictures=pictures,
        ),
        risk=_risk(publication, linked, aspects, removed),
        retired=linked.retired,
    )


def _origin_to_remember(linked: Linked) -> Origin | None:
    if linked.binding is None:
        return Origin.CREATED
    return linked.binding.origin if linked.is_new_link else None


def _risk(
    publication: Publication, linked: Linked, aspects: frozenset[Aspect], removed: Sequence[Binding]
) -> Risk | None:
    if removed:
        return Risk.REMOVAL
    price, before = publication.product.price, price_before(linked.digest(Aspect.PRICE))
    return Risk.PRICE_MOVE if price and Aspect.PRICE in aspects and has_moved_much(before, price.net) else None


def _removed(publication: Publication, linked: Linked) -> tuple[Binding, ...]:
    """Variants that the shop has from us and that are no longer sold."""
    wanted = {str(variant.key) for variant in publication.product.variants}
    return tuple(binding for binding in linked.former_variants if binding.erp_key not in wanted)


def _pictures(publication: Publication, linked: Linked) -> PictureChanges:
    """Changes of pictures; those of a product that the shop had before us are taken as being the article's."""
    images = publication.product.images or ()
    is_adopted = linked.is_new_link and linked.has_pictures
    files = adopted_pictures(str(publication.product.key), images) if is_adopted else linked.files
    return PictureChanges.between(files, images)


def _changes(
    publication: Publication, linked: Linked, aspects: frozenset[Aspect], outcome: Outcome
) -> tuple[Change, ...]:
    product = publication.product
    price = f"{product.price.net:.6f}" if product.price else ""
    if outcome is Outcome.CREATED:
        name = next((texts.name for texts in product.texts.values() if texts.name), "")
        changes = [Change("name", "", name), Change("price", "", price)]
        if product.variants:
            changes.append(Change("variants", "", str(len(product.variants))))
        return tuple(changes)
    before = price_before(linked.digest(Aspect.PRICE))
    return tuple(
        Change("price", "" if before is None else f"{before:.6f}", price)
        if aspect is Aspect.PRICE
        else Change(aspect.value, linked.digest(aspect)[:8], "*")
        for aspect in sorted(aspects)
    )


def undecided(
    record: str, label: str, why: Problem, outcome: Outcome = Outcome.WAITING, risk: Risk | None = None
) -> PlanItem:
    """An article that waits for a decision, or is skipped."""
    return PlanItem(record=record, kind=RecordKind.PRODUCT, outcome=outcome, label=label, problem=why, risk=risk)
