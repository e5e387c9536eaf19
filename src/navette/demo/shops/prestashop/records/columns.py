"""How values go into the database and come back, as MySQL and the shop do it."""

import re
from decimal import ROUND_HALF_UP, Decimal

from navette.demo.shops.prestashop.php import is_empty, numeric_prefix, strip_tags, to_int
from navette.demo.shops.prestashop.records.definition import Field
from navette.demo.shops.prestashop.records.record import Value

NO_DATE = "0000-00-00"
NO_MOMENT = "0000-00-00 00:00:00"

Stored = None | str | int

_MOMENT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?")


def to_database(field: Field, value: Value, language: int | None = None) -> Stored:
    """Return what the shop stores for a value; a text that is missing in a language is empty."""
    if isinstance(value, dict):
        value = value.get(language or 0, "")
    if value is None and field.nullable:
        return None
    if field.kind == "int":
        return to_int(value)
    if field.kind in {"decimal", "float"}:
        return decimal_text(field, value)
    if field.kind in {"date", "datetime"}:
        return moment_text(field, "" if value is None else str(value))
    return _text(field, "" if value is None else str(value))


def to_php(value: Stored) -> str | None:
    """Return a stored value as PHP gets it from the database: text, or null."""
    return None if value is None else str(value)


def decimal_text(field: Field, value: Value) -> str:
    """Return a number with the places that the column keeps."""
    number = Decimal(numeric_prefix(str(value or "").replace(",", ".")))
    places = field.decimals if field.kind == "decimal" else 6
    return str(number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def moment_text(field: Field, value: str) -> str:
    """Return a date or a moment in the form of its column; what is none becomes zeros."""
    found = _MOMENT.match(value)
    empty = NO_DATE if field.kind == "date" else NO_MOMENT
    if is_empty(value) or found is None:
        return empty
    year, month, day, *clock = found.groups()
    date = f"{year}-{int(month):02}-{int(day):02}"
    if field.kind == "date":
        return date
    hour, minute, second = (int(part or 0) for part in clock)
    return f"{date} {hour:02}:{minute:02}:{second:02}"


def comparable_moment(field: Field, value: str) -> str:
    """Return a filter's date in the form of the column, or the text itself if it is none."""
    return moment_text(field, value) if _MOMENT.match(value) else value


def _text(field: Field, value: str) -> str:
    plain = value if field.column == "html" else strip_tags(value)
    return plain if field.width is None else plain[: field.width]
