"""What is remembered of a record that lives on both sides."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RecordKind(StrEnum):
    """Kinds of records that can be bound to a shop record."""

    PRODUCT = "product"
    VARIANT = "variant"
    CATEGORY = "category"
    CUSTOMER = "customer"
    GROUP = "group"
    ORDER = "order"
    PRICE_RULE = "price_rule"


class Aspect(StrEnum):
    """A part of a product that is compared and sent by itself (design rule 4)."""

    TEXTS = "texts"
    SEO = "seo"
    PRICE = "price"
    SPECIFIC_PRICES = "specific_prices"
    STOCK = "stock"
    AVAILABILITY = "availability"
    WEIGHT = "weight"
    DIMENSIONS = "dimensions"
    CODES = "codes"
    TAX = "tax"
    BRAND = "brand"
    SUPPLIER = "supplier"
    IMAGES = "images"
    DOCUMENTS = "documents"
    FEATURES = "features"
    CATEGORIES = "categories"
    RELATED = "related"
    VARIANTS = "variants"
    STATUS = "status"


class Origin(StrEnum):
    """How a binding came about."""

    CREATED = "created"
    PAIRED = "paired"
    LOOKED_UP = "looked_up"


@dataclass(frozen=True, slots=True)
class ShopRef:
    """A record of a shop: its id as opaque text, and its parent's for a variant."""

    id: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """A pair of records, ERP and shop; unique both ways while it is live."""

    kind: RecordKind
    erp_key: str
    shop_ref: ShopRef
    origin: Origin = Origin.CREATED
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentAspect:
    """Digest of what was last sent of one aspect of one record; doubtful ones are compared before use."""

    kind: RecordKind
    erp_key: str
    aspect: Aspect
    digest: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A picture or document that was sent: where it came from, its content, its id in the shop."""

    kind: RecordKind
    erp_key: str
    role: str
    source: str
    size: int
    modified_at: float
    content_hash: str
    position: int
    shop_ref: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes, as a person reads it: before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """All that is remembered of one record: its binding and the digests of its aspects."""

    binding: Binding
    digests: dict[Aspect, SentAspect] = field(default_factory=dict)
