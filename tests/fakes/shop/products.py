"""Products, their variants and pictures."""

from collections.abc import Sequence
from dataclasses import replace

from fakes.shop.calls import ShopCalls, gone, refused
from fakes.shop.state import HeldProduct, HeldVariant

from navette.domain.binding import Aspect, ShopRef
from navette.domain.catalog import Product
from navette.domain.keys import normalise_code
from navette.domain.run import Outcome, Problem
from navette.ports.shop import FoundProduct, ImageResult, ImageWrite, ProductWrite, WriteResult

FIELDS = {
    Aspect.TEXTS: ("texts",),
    Aspect.SEO: ("texts",),
    Aspect.PRICE: ("price",),
    Aspect.TAX: ("tax_rule",),
    Aspect.WEIGHT: ("weight",),
    Aspect.DIMENSIONS: ("dimensions",),
    Aspect.CODES: ("barcode",),
    Aspect.BRAND: ("brand",),
    Aspect.SUPPLIER: ("supplier", "supplier_reference"),
    Aspect.FEATURES: ("features",),
    Aspect.CATEGORIES: ("category_refs",),
    Aspect.VARIANTS: ("variants",),
    Aspect.STATUS: ("is_active",),
}


class ProductCalls(ShopCalls):
    def find_products(self, references: Sequence[str], barcodes: Sequence[str]) -> Sequence[FoundProduct]:
        self._read()
        codes = {normalise_code(reference) for reference in references}
        held = [each for product in self.state.products.values() for each in (product, *product.variants.values())]
        return [
            _found(each)
            for each in held
            if normalise_code(each.reference) in codes or each.barcode in set(barcodes) - {""}
        ]

    def find_variants(self, products: Sequence[ShopRef]) -> Sequence[FoundProduct]:
        self._read()
        held = [self.state.products[ref.id] for ref in products if ref.id in self.state.products]
        return [_found(variant) for product in held for variant in product.variants.values()]

    def existing_products(self, refs: Sequence[ShopRef]) -> frozenset[str]:
        self._read()
        return frozenset(ref.id for ref in refs if ref.id in self.state.products)

    def write_products(self, writes: Sequence[ProductWrite]) -> Sequence[WriteResult]:
        to_send = [write for write in writes if write.ref is None or write.aspects & FIELDS.keys()]
        with self._write(to_send):
            return [self._write_product(write) for write in writes]

    def write_images(self, write: ImageWrite) -> ImageResult:
        product = self.state.products[write.ref.id]
        sent: dict[str, str] = {}
        problems: dict[str, Problem] = {}
        if write.replaces:
            product.pictures.clear()
        for image in write.add:
            if problem := self.faults.refusal(image.path):
                problems[image.path] = problem
                continue
            with self._write([image]):
                sent[image.path] = number = self.state.new_id()
                product.pictures[number] = image.content_hash
        for file in write.remove:
            with self._write([file]):
                del product.pictures[file.shop_ref]
        return ImageResult(sent=sent, problems=problems)

    def _write_product(self, write: ProductWrite) -> WriteResult:
        if problem := self.faults.refusal(write.product.reference):
            return refused(problem)
        if write.ref is None:
            held = HeldProduct(ShopRef(self.state.new_id()), write.product.reference)
            self.state.products[held.ref.id] = held
            aspects = frozenset(Aspect)
        elif write.ref.id in self.state.products:
            held, aspects = self.state.products[write.ref.id], write.aspects
        else:
            return gone(write.ref)
        _set_fields(held, write.product, aspects)
        problem = self._write_variants(held, write) if Aspect.VARIANTS in aspects else None
        if Aspect.PRICE in aspects:
            _set_prices(held, write)
        outcome = Outcome.CREATED if write.ref is None else Outcome.UPDATED
        return WriteResult(
            outcome=Outcome.REFUSED if problem else outcome,
            ref=held.ref,
            variant_refs={str(each.sold.key): each.ref for each in held.variants.values() if each.sold},
            problem=problem,
        )

    def _write_variants(self, held: HeldProduct, write: ProductWrite) -> Problem | None:
        for ref in write.removed_variants:
            held.variants.pop(ref.id, None)
        problem = None
        for variant in write.product.variants:
            if refusal := self.faults.refusal(variant.reference):
                problem = refusal
                continue
            ref = write.variant_refs.get(str(variant.key)) or ShopRef(self.state.new_id(), held.ref.id)
            each = held.variants.setdefault(ref.id, HeldVariant(ref, variant.reference))
            each.reference, each.barcode, each.sold = variant.reference, variant.barcode, variant
        return problem


def _found(held: HeldProduct | HeldVariant) -> FoundProduct:
    return FoundProduct(
        ref=held.ref,
        reference=held.reference,
        barcode=held.barcode,
        is_variant=isinstance(held, HeldVariant),
        has_pictures=isinstance(held, HeldProduct) and bool(held.pictures),
    )


def _set_fields(held: HeldProduct, product: Product, aspects: frozenset[Aspect]) -> None:
    names = {name for aspect in aspects for name in FIELDS.get(aspect, ())}
    values = {name: getattr(product, name) for name in names}
    held.sold = replace(held.sold or Product(key=product.key, reference=product.reference, texts={}), **values)
    if Aspect.CODES in aspects:
        held.barcode = product.barcode or ""


def _set_prices(held: HeldProduct, write: ProductWrite) -> None:
    nets = {str(variant.key): variant.price.net for variant in write.product.variants if variant.price}
    for each in held.variants.values():
        if each.sold:
            each.net = nets.get(str(each.sold.key), each.net)
