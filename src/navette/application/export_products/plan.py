"""What one article comes to: create, update the aspects that changed, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import PlanItem, Risk, digest_of
from navette.application.export_products.aspects import allowed_on_update, aspect_digests
from navette.application.export_products.build import Publication
from navette.application.published_prices import price_before
from navette.config.sections.update import UpdateOptions
from navette.domain.binding import Aspect, Binding, Change, Origin, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.catalog import ImageFile
from navette.domain.run import Outcome, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What is remembered of one article: its link, its variants', what was sent, its pictures in the shop."""

    binding: Binding | None
    variants: Mapping[str, Binding]
    former_variants: Sequence[Binding]
    digests: Mapping[Aspect, SentAspect]
    files: Sequence[RemoteFile]
    retired: tuple[Binding, ...] = ()

    def digest(self, aspect: Aspect) -> str:
        """The digest of what was last sent; '' if nothing was, or if it is doubtful."""
        sent = self.digests.get(aspect)
        return sent.digest if sent and not sent.is_doubtful else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductIntention:
    """A product to create (no ref) or to update, with its pictures; digests are kept for the aspects sent."""

    publication: Publication
    ref: ShopRef | None
    origin: Origin
    aspects: frozenset[Aspect]
    digests: Mapping[Aspect, str]
    variants: Mapping[str, Binding]
    removed: tuple[Binding, ...]
    add_images: tuple[ImageFile, ...]
    remove_images: tuple[RemoteFile, ...]
    kept_images: tuple[RemoteFile, ...]


def plan_product(publication: Publication, linked: Linked, switches: UpdateOptions) -> PlanItem:
    """Compare a product with what was last sent."""
    digests = aspect_digests(publication)
    if linked.binding is None:
        return _item(publication, linked, digests, frozenset(digests), Outcome.CREATED)
    allowed = allowed_on_update(switches)
    changed = frozenset(
        aspect for aspect, digest in digests.items() if aspect in allowed and digest != linked.digest(aspect)
    )
    if not changed:
        return PlanItem(
            record=str(publication.product.key),
            kind=RecordKind.PRODUCT,
            outcome=Outcome.UNCHANGED,
            label=publication.product.reference,
            bindings=_paired(linked.binding),
        )
    return _item(publication, linked, digests, changed, Outcome.UPDATED)


def _paired(binding: Binding | None) -> tuple[Binding, ...]:
    return (binding,) if binding and binding.origin is Origin.PAIRED else ()


def _item(
    publication: Publication,
    linked: Linked,
    digests: Mapping[Aspect, str],
    aspects: frozenset[Aspect],
    outcome: Outcome,
) -> PlanItem:
    product = publication.product
    removed = _removed(publication, linked) if Aspect.VARIANTS in aspects else ()
    add, remove, kept = _images(product.images or (), linked.files) if Aspect.IMAGES in aspects else ((), (), ())
    before = price_before(linked.digest(Aspect.PRICE))
    risk = Risk.REMOVAL if removed else None
    price = product.price
    if price and before and Aspect.PRICE in aspects and abs(price.net - before) * 2 > before:
        risk = risk or Risk.PRICE_MOVE
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
            origin=linked.binding.origin if linked.binding else Origin.CREATED,
            aspects=aspects,
            digests={aspect: digests[aspect] for aspect in aspects},
            variants=linked.variants,
            removed=removed,
            add_images=add,
            remove_images=remove,
            kept_images=kept,
        ),
        risk=risk,
        retired=linked.retired,
    )


def _removed(publication: Publication, linked: Linked) -> tuple[Binding, ...]:
    """Variants that the shop has from us and that are no longer sold."""
    wanted = {str(variant.key) for variant in publication.product.variants}
    return tuple(binding for binding in linked.former_variants if binding.erp_key not in wanted)


def _images(
    images: Sequence[ImageFile], files: Sequence[RemoteFile]
) -> tuple[tuple[ImageFile, ...], tuple[RemoteFile, ...], tuple[RemoteFile, ...]]:
    """Pictures to send, to remove, and those that stay, by content."""
    held = {file.content_hash: file for file in files}
    wanted = {image.content_hash for image in images}
    add = tuple(image for image in images if image.content_hash not in held)
    remove = tuple(file for file in files if file.content_hash not in wanted)
    return add, remove, tuple(file for file in files if file.content_hash in wanted)


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
