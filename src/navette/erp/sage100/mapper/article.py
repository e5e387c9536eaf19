"""An article card with all that hangs on it (F_ARTICLE and its details)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from navette.domain.article import Article, ArticleVariant, MediaFile, Tracking
from navette.domain.keys import ArticleKey
from navette.erp.sage100.mapper import article_fields as names
from navette.erp.sage100.mapper.taxes import Taxes
from navette.erp.sage100.mapper.values import grams, shown, text
from navette.erp.sage100.rows import Record

LINKED_ARTICLES = 4
"""AR_Nomencl of articles that are sold together with others, which is no bill of materials."""

_TRACKINGS = (
    Tracking.NONE,
    Tracking.SERIAL,
    Tracking.AVERAGE_COST,
    Tracking.FIFO,
    Tracking.LIFO,
    Tracking.LOT,
)
"""By AR_SuiviStock."""

_BETWEEN_TEXTS = "\n\n"


@dataclass(slots=True)
class ArticleParts:
    """What other tables say of one article."""

    family_label: str = ""
    catalogue: tuple[str, ...] = ()
    taxes: Taxes = (None, None, None)
    glossary: Sequence[Record] = ()
    media: Sequence[Record] = ()
    supplier: Record | None = None
    variants: tuple[ArticleVariant, ...] = ()
    related: tuple[str, ...] = ()
    has_packagings: bool = False
    free: Mapping[str, object] = field(default_factory=dict)


def tracking(number: int | None) -> Tracking:
    """How stock is followed; a number that Sage does not have is followed like any."""
    return _TRACKINGS[number] if number is not None and 0 <= number < len(_TRACKINGS) else Tracking.AVERAGE_COST


def to_article(row: Record, parts: ArticleParts) -> Article:
    """Map a card and its parts."""
    reference = text(row.AR_Ref)
    supplier = parts.supplier
    return Article(
        key=ArticleKey(reference),
        reference=reference,
        fields=_fields(row, parts),
        family=text(row.FA_CodeFamille),
        family_label=parts.family_label,
        catalogue=parts.catalogue,
        is_published=bool(row.AR_Publie),
        is_dormant=bool(row.AR_Sommeil),
        is_back_to_back=bool(row.AR_Contremarque),
        tracking=tracking(row.AR_SuiviStock),
        weight_net=grams(row.AR_PoidsNet, row.AR_UnitePoids),
        weight_gross=grams(row.AR_PoidsBrut, row.AR_UnitePoids),
        barcode=text(row.AR_CodeBarre),
        warranty_months=row.AR_Garantie or 0,
        taxes=parts.taxes,
        supplier=text(supplier.CT_Num) if supplier else "",
        supplier_name=text(supplier.CT_Intitule) if supplier else "",
        supplier_reference=text(supplier.AF_RefFourniss) if supplier else "",
        variants=parts.variants,
        media=_media(row, parts),
        related=parts.related,
        has_packagings=parts.has_packagings,
        bill_of_materials=bill_of_materials(row.AR_Nomencl),
        numbers={name: value for name, value in parts.free.items() if isinstance(value, Decimal)},
    )


def bill_of_materials(number: int | None) -> int:
    """AR_Nomencl as far as it names a bill of materials: 1 manufactured, 2 and 3 commercial, else 0."""
    return 0 if number is None or number == LINKED_ARTICLES else number


def _fields(row: Record, parts: ArticleParts) -> dict[str, str]:
    levels = (*parts.catalogue, "", "", "", "")
    return {
        **{name: text(getattr(row, name)) for name in names.CARD_COLUMNS},
        names.GLOSSARY: _joined(parts.glossary, "GL_Text"),
        names.GLOSSARY_1: _joined(parts.glossary, "GL_TextLangue1"),
        names.GLOSSARY_2: _joined(parts.glossary, "GL_TextLangue2"),
        names.FAMILY_LABEL: parts.family_label,
        **dict(zip(names.CATALOGUE, levels, strict=False)),
        **{name: shown(value) for name, value in parts.free.items()},
    }


def _joined(rows: Sequence[Record], column: str) -> str:
    texts = (text(getattr(row, column)) for row in rows)
    return _BETWEEN_TEXTS.join(found for found in texts if found)


def _media(row: Record, parts: ArticleParts) -> tuple[MediaFile, ...]:
    photo = text(row.AR_Photo)
    card = (MediaFile(photo, is_card_photo=True),) if photo else ()
    files = (
        MediaFile(text(found.ME_Fichier), text(found.ME_Commentaire), text(found.ME_TypeMIME))
        for found in parts.media
        if text(found.ME_Fichier)
    )
    return (*card, *files)
