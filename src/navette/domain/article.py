"""An article as the ERP holds it, before any option is applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from navette.domain.keys import ArticleKey, VariantKey
from navette.domain.money import ZERO
from navette.domain.tax import ErpTax


class Tracking(StrEnum):
    """How the stock of an article is followed (F_ARTICLE.AR_SuiviStock)."""

    NONE = "none"
    SERIAL = "serial"
    AVERAGE_COST = "average_cost"
    FIFO = "fifo"
    LIFO = "lifo"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class RangeValue:
    """One value of one range: the range's label and the value's (Sage gamme, énuméré de gamme)."""

    range_label: str
    value: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVariant:
    """A combination of range values of one article."""

    key: VariantKey
    values: tuple[RangeValue, ...]
    reference: str = ""
    barcode: str = ""
    is_dormant: bool = False


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that the article card names; the path is as written in the ERP, not yet resolved."""

    path: str
    label: str = ""
    mime_type: str = ""
    is_card_photo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article card with all that hangs on it; texts and free fields by field name.

    `fields` maps a field's name (`AR_Design`, `glossary`, `Résumé`…) to its text; the names are those that
    `ErpSchema.article_fields` lists. Weights are in grams. Taxes are those of the accounting category asked for.
    """

    key: ArticleKey
    reference: str
    fields: Mapping[str, str]
    family: str
    family_label: str = ""
    catalogue: tuple[str, ...] = ()
    is_published: bool = True
    is_dormant: bool = False
    is_back_to_back: bool = False
    tracking: Tracking = Tracking.AVERAGE_COST
    weight_net: Decimal = ZERO
    weight_gross: Decimal = ZERO
    barcode: str = ""
    warranty_months: int = 0
    taxes: tuple[ErpTax | None, ErpTax | None, ErpTax | None] = (None, None, None)
    supplier: str = ""
    supplier_name: str = ""
    supplier_reference: str = ""
    variants: tuple[ArticleVariant, ...] = ()
    media: tuple[MediaFile, ...] = ()
    related: tuple[str, ...] = ()
    has_packagings: bool = False
    bill_of_materials: int = 0
    numbers: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def has_ranges(self) -> bool:
        """Whether the article is sold through the combinations of its ranges."""
        return bool(self.variants)


@dataclass(frozen=True, slots=True)
class CategoryNode:
    """A category as the ERP has it: the path of labels from the top, and its code if it has one."""

    path: tuple[str, ...]
    code: str = ""
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """A field of an ERP table that options may name: its name, label, type and usable length.

    `label_code` is the message of a label that is ours; labels of the company have none.
    """

    name: str
    label: str
    type: str  # text, number, date, list
    length: int = 0
    is_free: bool = False
    label_code: str = ""
