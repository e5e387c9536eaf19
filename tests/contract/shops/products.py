"""Products to send, which a test changes in one respect."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from navette.domain.binding import Aspect, ShopRef
from navette.domain.catalog import Product, ProductPrice, ProductTexts, Variant, VariantValue
from navette.domain.keys import ArticleKey, VariantKey
from navette.ports.shop import ProductWrite

EVERYTHING = frozenset(Aspect)


def a_product(reference: str = "BAOR01", **changes: object) -> Product:
    """A ring at 100.00 net, named in French and English."""
    values: dict[str, object] = {
        "key": ArticleKey(reference),
        "reference": reference,
        "texts": {"fr": ProductTexts(name=f"Bague {reference}"), "en": ProductTexts(name=f"Ring {reference}")},
        "tax_rule": "1",
        "price": ProductPrice(net=Decimal(100), purchase=Decimal(40)),
        "weight": Decimal("0.012"),
    }
    return Product(**{**values, **changes})  # type: ignore[arg-type]


def a_variant(reference: str, number: int, size: str, net: object = 100, **changes: object) -> Variant:
    values: dict[str, object] = {
        "key": VariantKey(reference, number),
        "values": (VariantValue("Taille", size),),
        "reference": f"{reference}-{size}",
        "price": ProductPrice(net=Decimal(str(net))),
    }
    return Variant(**{**values, **changes})  # type: ignore[arg-type]


def a_ranged_product(reference: str = "BAAR01", sizes: Sequence[str] = ("52", "54"), **changes: object) -> Product:
    """A ring in sizes; each size costs 10.00 more than the one before."""
    variants = tuple(a_variant(reference, n, size, 100 + 10 * n) for n, size in enumerate(sizes, 1))
    return a_product(reference, **{"variants": variants, **changes})


def creation(product: Product) -> ProductWrite:
    return ProductWrite(product=product, ref=None, aspects=EVERYTHING)


def update(product: Product, ref: ShopRef | None, *aspects: Aspect, **changes: object) -> ProductWrite:
    write = ProductWrite(product=product, ref=ref, aspects=frozenset(aspects))
    return replace(write, **changes)
