"""What a shop publishes: products with their variants, and categories."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from navette.domain.keys import ArticleKey, CategoryKey, ProductKey, StockKey
from navette.domain.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTexts:
    """The texts of a product in one language; None is a text that is not sent, '' one that is emptied."""

    name: str | None = None
    description: str | None = None
    summary: str | None = None
    meta_title: str | None = None
    meta_description: str | None = None
    meta_keywords: str | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class VariantValue:
    """An attribute and its value, such as Taille and 52."""

    attribute: str
    value: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPrice:
    """What one unit costs: net price at 6 decimals without ecotax, purchase price, net ecotax."""

    net: Decimal
    purchase: Decimal = ZERO
    ecotax: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A combination that can be bought; its price is complete, not an impact."""

    key: StockKey
    values: tuple[VariantValue, ...]
    reference: str
    barcode: str = ""
    price: ProductPrice | None = None
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """A property shown on the product page; a custom value belongs to this product alone."""

    name: str
    values: tuple[str, ...]
    is_custom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimensions:
    """Width, height and depth, in the shop's unit."""

    width: Decimal = ZERO
    height: Decimal = ZERO
    depth: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture to show: where it is, its content's SHA-256, its order (0 is the cover)."""

    path: str
    content_hash: str
    size: int
    modified_at: float
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product as it shall stand in the shop.

    Texts are by ISO 639-1 language code, weight and dimensions in the shop's own units. `tax_rule` is the shop's id of
    the tax rule ('' = sold without tax); `category_refs` are the shop's ids of the categories, the main one first. A
    None field is one that the options do not send.
    """

    key: ProductKey
    reference: str
    texts: Mapping[str, ProductTexts]
    tax_rule: str | None = None
    price: ProductPrice | None = None
    weight: Decimal | None = None
    dimensions: Dimensions | None = None
    barcode: str | None = None
    supplier_reference: str | None = None
    brand: str | None = None
    supplier: str | None = None
    minimum_quantity: int = 1
    is_active: bool = True
    category_refs: tuple[str, ...] | None = None
    features: tuple[Feature, ...] | None = None
    variants: tuple[Variant, ...] = ()
    images: tuple[ImageFile, ...] | None = None
    related: tuple[ArticleKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category as it shall stand in the shop; names and slugs by language."""

    key: CategoryKey
    names: Mapping[str, str]
    slugs: Mapping[str, str]
    parent: CategoryKey | None = None
    is_active: bool = True
    extra: Mapping[str, str] = field(default_factory=dict)
