"""Plain values: numbers, flags, amounts, texts as the web service writes them."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from navette.domain.money import ZERO
from navette.shops.prestashop.schemas.resource import Scalar, Texts


def to_id(value: Scalar) -> str:
    """An id as text; 0, empty and missing mean none."""
    text = str(value or "").strip()
    return "" if text == "0" else text


def to_integer(value: Scalar) -> int:
    """A whole number; missing means 0."""
    return int(Decimal(str(value or 0)))


def to_flag(value: Scalar) -> bool:
    """A yes or no; missing, empty and '0' mean no."""
    return str(value or "0") not in {"", "0"}


def to_amount(value: object) -> Decimal:
    """An amount; missing means 0."""
    try:
        return Decimal(str(value or 0))
    except InvalidOperation:
        return ZERO


def to_texts(value: Texts | None) -> Mapping[str, str]:
    """Texts by the shop's language id; a shop with one language gives a plain string, under ''."""
    if value is None or isinstance(value, str):
        return {"": value or ""}
    return {str(text["id"]): text["value"] or "" for text in value}


def to_text(value: Texts | None, language: str) -> str:
    """The text in one language, else in any."""
    texts = to_texts(value)
    return texts.get(language) or next((text for text in texts.values() if text), "")


def from_amount(amount: Decimal) -> str:
    """An amount with six decimals, as the shop stores it."""
    return f"{amount:.6f}"


def from_flag(*, value: bool) -> str:
    """A yes or no."""
    return "1" if value else "0"
