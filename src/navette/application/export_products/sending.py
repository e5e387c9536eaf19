"""Sends planned products: categories resolved, products and variants written, pictures after them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from navette.application.capability import Applied, PlanItem, Work, problem
from navette.application.export_products.plan import ProductIntention
from navette.domain.binding import Aspect, Binding, Origin, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.catalog import ImageFile
from navette.domain.messages import articles as messages
from navette.domain.run import JournalLine, Outcome, RecordResult
from navette.ports.shop import ImageResult, ImageWrite, ProductWrite, WriteResult

PICTURE = "picture"
SENT_BY_OTHERS = (Aspect.STOCK, Aspect.SPECIFIC_PRICES)


def send_products(work: Work, items: Sequence[PlanItem]) -> Applied:
    """Write a batch of products; one result for each."""
    intentions = [item.payload for item in items if isinstance(item.payload, ProductIntention)]
    categories = _category_refs(work, intentions)
    results = work.session.shop.write_products([_write(intention, categories) for intention in intentions])
    return Applied(
        results=tuple(
            _result(work, item, intention, result, categories)
            for item, intention, result in zip(items, intentions, results, strict=True)
        )
    )


def _category_refs(work: Work, intentions: Sequence[ProductIntention]) -> Mapping[str, ShopRef]:
    keys = {str(key) for intention in intentions for key in intention.publication.categories}
    bound = work.session.store.bindings.by_keys(RecordKind.CATEGORY, sorted(keys)) if keys else {}
    return {key: binding.shop_ref for key, binding in bound.items()}


def _write(intention: ProductIntention, categories: Mapping[str, ShopRef]) -> ProductWrite:
    publication = intention.publication
    refs = tuple(categories[str(key)].id for key in publication.categories if str(key) in categories)
    return ProductWrite(
        product=replace(publication.product, category_refs=refs or None),
        ref=intention.ref,
        aspects=intention.aspects,
        variant_refs={key: binding.shop_ref for key, binding in intention.variants.items()},
        removed_variants=tuple(binding.shop_ref for binding in intention.removed),
    )


def _result(
    work: Work, item: PlanItem, intention: ProductIntention, result: WriteResult, categories: Mapping[str, ShopRef]
) -> RecordResult:
    if result.is_gone:
        return item.result(Outcome.WAITING, problem(messages.GONE_FROM_SHOP, label=item.label))
    if result.outcome is Outcome.REFUSED or result.ref is None:
        return item.result(Outcome.REFUSED, result.problem)
    images = _send_images(work, intention, result.ref)
    lines = tuple(_lines(item, intention, images, categories))
    return RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=item.outcome,
        changes=item.changes,
        bindings=tuple(_bindings(item, intention, result.ref, result)),
        digests=tuple(_digests(item, intention, images)),
        files=tuple(_files(item, intention, images)),
        forgotten_files=intention.remove_images,
        retired=(*item.retired, *intention.removed),
        lines=lines,
    )


def _send_images(work: Work, intention: ProductIntention, ref: ShopRef) -> ImageResult:
    """Send pictures; those of a product that the shop had before us are taken as being there."""
    if _is_adopted(intention) or not (intention.add_images or intention.remove_images):
        return ImageResult()
    removable = tuple(file for file in intention.remove_images if file.shop_ref)
    return work.session.shop.write_images(ImageWrite(ref=ref, add=intention.add_images, remove=removable))


def _is_adopted(intention: ProductIntention) -> bool:
    return intention.ref is not None and intention.origin is Origin.PAIRED


def _bindings(item: PlanItem, intention: ProductIntention, ref: ShopRef, result: WriteResult) -> list[Binding]:
    bindings = [Binding(RecordKind.PRODUCT, item.record, ref, intention.origin)]
    bindings += [
        intention.variants.get(key) or Binding(RecordKind.VARIANT, key, ref) for key, ref in result.variant_refs.items()
    ]
    known = {binding.erp_key for binding in bindings}
    return [*bindings, *(binding for key, binding in intention.variants.items() if key not in known)]


def _digests(item: PlanItem, intention: ProductIntention, images: ImageResult) -> list[SentAspect]:
    sent = [
        SentAspect(item.kind, item.record, aspect, digest)
        for aspect, digest in intention.digests.items()
        if aspect is not Aspect.IMAGES or not images.problems
    ]
    if intention.ref is None or _is_adopted(intention) or Aspect.VARIANTS in intention.aspects:
        # What other capabilities send was not sent with it: they shall look at this product whatever their marks say.
        sent += [SentAspect(item.kind, item.record, aspect, "", is_doubtful=True) for aspect in SENT_BY_OTHERS]
    return sent


def _files(item: PlanItem, intention: ProductIntention, images: ImageResult) -> list[RemoteFile]:
    sent = dict.fromkeys((image.path for image in intention.add_images), "") if _is_adopted(intention) else images.sent
    return [_remote_file(item, image, sent[image.path]) for image in intention.add_images if image.path in sent] + list(
        intention.kept_images
    )


def _remote_file(item: PlanItem, image: ImageFile, shop_ref: str) -> RemoteFile:
    return RemoteFile(
        kind=item.kind,
        erp_key=item.record,
        role=PICTURE,
        source=image.path,
        size=image.size,
        modified_at=image.modified_at,
        content_hash=image.content_hash,
        position=image.position,
        shop_ref=shop_ref,
    )


def _lines(
    item: PlanItem, intention: ProductIntention, images: ImageResult, categories: Mapping[str, ShopRef]
) -> list[JournalLine]:
    publication = intention.publication
    lines = [
        JournalLine(message=why.message, values=why.values, record=item.record) for why in publication.picture_problems
    ]
    for path, why in images.problems.items():
        values = {"label": item.label, "file": path, "reason": why.message.render(why.values)}
        lines.append(JournalLine(message=messages.IMAGE_REFUSED, values=values, record=item.record))
    if _is_adopted(intention) and intention.ref:
        values = {"label": item.label, "id": intention.ref.id}
        lines.append(JournalLine(message=messages.PAIRED, values=values, record=item.record))
    lost = [key for key in publication.categories if str(key) not in categories]
    if lost:
        values = {"label": item.label, "category": " / ".join(lost[0].path)}
        lines.append(JournalLine(message=messages.CATEGORY_REFUSED, values=values, record=item.record))
    return lines
