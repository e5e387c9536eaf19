"""Sends planned products: categories resolved, products and variants written, pictures after them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from navette.application.capability import Applied, PlanItem, Work, problem
from navette.application.export_products.creations import begin_creations, ended_creations
from navette.application.export_products.picture_changes import remote_file
from navette.application.export_products.plan import ProductIntention, doubts
from navette.application.unwritten import unwritten
from navette.domain.binding import Aspect, Binding, Origin, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.messages import articles as messages
from navette.domain.messages.message import Level, Message
from navette.domain.run import JournalLine, RecordResult
from navette.ports.shop import ImageResult, ImageWrite, ProductWrite, WriteResult


def send_products(work: Work, items: Sequence[PlanItem]) -> Applied:
    """Write a batch of products; one result for each.

    Each creation is claimed before it: should this process die, the next run knows what it finds as its own.
    """
    intentions = [item.payload for item in items if isinstance(item.payload, ProductIntention)]
    categories = _category_refs(work, intentions)
    default = work.session.options.categories.default
    writes = [_write(intention, categories, default) for intention in intentions]
    claims = begin_creations(work, items)
    written = work.session.shop.write_products(writes)
    results = tuple(
        _result(work, item, intention, result, categories)
        for item, intention, result in zip(items, intentions, written, strict=True)
    )
    return Applied(results=results, claims=ended_creations(work, claims, results))


def _category_refs(work: Work, intentions: Sequence[ProductIntention]) -> Mapping[str, ShopRef]:
    keys = {str(key) for intention in intentions for key in intention.publication.categories}
    bound = work.session.store.bindings.by_keys(RecordKind.CATEGORY, sorted(keys)) if keys else {}
    return {key: binding.shop_ref for key, binding in bound.items()}


def _write(intention: ProductIntention, categories: Mapping[str, ShopRef], default: str) -> ProductWrite:
    publication = intention.publication
    refs = [categories[str(key)].id for key in publication.categories if str(key) in categories]
    if not refs and default:
        refs = [default]
    return ProductWrite(
        product=replace(publication.product, category_refs=tuple(refs) or None),
        ref=intention.ref,
        aspects=intention.aspects,
        variant_refs={key: binding.shop_ref for key, binding in intention.variants.items()},
        removed_variants=tuple(binding.shop_ref for binding in intention.removed),
    )


def _result(
    work: Work, item: PlanItem, intention: ProductIntention, result: WriteResult, categories: Mapping[str, ShopRef]
) -> RecordResult:
    gone = problem(messages.GONE_FROM_SHOP, label=item.label)
    failed = unwritten(item, result, gone)
    if result.ref is None:
        return failed or item.result()
    links = tuple(_bindings(item, intention, result.ref, result))
    if failed:
        # The product is there, though not as it should be: its id must not be lost.
        return replace(failed, bindings=links, digests=doubts(item.record) if intention.origin else ())
    images = _send_images(work, intention, result.ref)
    return RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=item.outcome,
        changes=item.changes,
        bindings=links,
        digests=tuple(_digests(item, intention, images, categories)),
        files=tuple(_files(item, intention, images)),
        forgotten_files=intention.pictures.remove,
        retired=(*item.retired, *intention.removed),
        lines=tuple(_lines(item, intention, images, categories)),
    )


def _send_images(work: Work, intention: ProductIntention, ref: ShopRef) -> ImageResult:
    pictures = intention.pictures
    if not (pictures.add or pictures.removable):
        return ImageResult()
    is_ours = intention.origin is Origin.CREATED
    write = ImageWrite(ref=ref, add=pictures.add, remove=pictures.removable, replaces=is_ours)
    return work.session.shop.write_images(write)


def _bindings(item: PlanItem, intention: ProductIntention, ref: ShopRef, result: WriteResult) -> list[Binding]:
    """Links that are not remembered yet: of the product, of variants that were found or made."""
    made = {key: ref for key, ref in result.variant_refs.items() if key not in intention.variants}
    bindings = [Binding(RecordKind.VARIANT, key, variant) for key, variant in made.items()]
    if intention.origin:
        product = Binding(RecordKind.PRODUCT, item.record, ref, intention.origin)
        bindings = [product, *intention.variants.values(), *bindings]
    return bindings


def _digests(
    item: PlanItem, intention: ProductIntention, images: ImageResult, categories: Mapping[str, ShopRef]
) -> list[SentAspect]:
    incomplete = set()
    if images.problems:
        incomplete.add(Aspect.IMAGES)
    if _lost_categories(intention, categories):
        incomplete.add(Aspect.CATEGORIES)
    sent = [
        SentAspect(item.kind, item.record, aspect, digest)
        for aspect, digest in intention.digests.items()
        if aspect not in incomplete
    ]
    has_new_parts = intention.origin or Aspect.VARIANTS in intention.aspects
    return [*sent, *doubts(item.record)] if has_new_parts else sent


def _files(item: PlanItem, intention: ProductIntention, images: ImageResult) -> list[RemoteFile]:
    sent = [
        remote_file(item.record, image, images.sent[image.path])
        for image in intention.pictures.add
        if image.path in images.sent
    ]
    return [*sent, *intention.pictures.kept]


def _lost_categories(intention: ProductIntention, categories: Mapping[str, ShopRef]) -> list[str]:
    """Categories of the product that could not be made."""
    return [" / ".join(key.path) for key in intention.publication.categories if str(key) not in categories]


def _lines(
    item: PlanItem, intention: ProductIntention, images: ImageResult, categories: Mapping[str, ShopRef]
) -> list[JournalLine]:
    def line(message: Message, **values: str) -> JournalLine:
        return JournalLine(message=message, values={"label": item.label, **values}, record=item.record)

    lines = [
        JournalLine(message=why.message, values=why.values, record=item.record)
        for why in intention.publication.picture_problems
    ]
    if intention.origin is Origin.CREATED and item.retired:
        lines.append(line(messages.CREATED_AGAIN))
    if intention.origin is Origin.PAIRED and intention.ref:
        lines.append(line(messages.PAIRED, id=intention.ref.id))
    lines += [line(messages.IMAGE_SENT, file=Path(path).name) for path in images.sent]
    for path, why in images.problems.items():
        lines.append(line(messages.IMAGE_REFUSED, file=path))
        lines.append(JournalLine(message=why.message, values=why.values, level=Level.WARNING, record=item.record))
    for category in _lost_categories(intention, categories)[:1]:
        lines.append(line(messages.CATEGORY_REFUSED, category=category))
    return lines
