"""The filters of a list, turned into conditions on the database."""

import re

from navette.demo.shops.prestashop.php import is_numeric, numeric_prefix
from navette.demo.shops.prestashop.records.columns import comparable_moment
from navette.demo.shops.prestashop.records.definition import Field

Condition = tuple[str, list[object]]

ID = Field("id", column="int")
_FORM = re.compile(r"(.*)\[(.*)\](.*)", re.DOTALL)
_RANGE = re.compile(r"([\d.:\-\s]+),([\d.:\-\s]+)")


def condition(field: Field, column: str, given: str) -> Condition | None:
    """Return the condition that a filter stands for.

    None for a form that the shop does not know (`>=[4]`): every record then comes.
    """
    found = _FORM.fullmatch(given)
    if found is None:
        return _compare(field, column, "=", given)
    before, value, after = found.groups()
    if "%" in (before, after):
        return _like(field, column, before + value + after)
    if before == after == "":
        return _equal(field, column, value)
    if before in {">", "<"}:
        return _compare(field, column, before, value)
    if before == "!":
        parts = [_compare(field, column, "<>", part) for part in value.split("|")]
        return " AND ".join(sql for sql, _ in parts), [item for _, values in parts for item in values]
    return None


def _equal(field: Field, column: str, value: str) -> Condition:
    if value.find("|") > 0:
        parts = [_compare(field, column, "=", part) for part in value.split("|")]
        joined = " OR ".join(sql for sql, _ in parts)
        return f"({joined})", [item for _, values in parts for item in values]
    span = _RANGE.fullmatch(value)
    if span is None:
        return _compare(field, column, "=", value)
    first, last = _sorted(span[1], span[2])
    low, low_values = _compare(field, column, ">=", first)
    high, high_values = _compare(field, column, "<=", last)
    return f"({low} AND {high})", low_values + high_values


def _sorted(first: str, last: str) -> tuple[str, str]:
    if is_numeric(first) and is_numeric(last):
        return (first, last) if float(first) <= float(last) else (last, first)
    return (first, last) if first <= last else (last, first)


def _compare(field: Field, column: str, operator: str, value: str) -> Condition:
    """Compare as MySQL does: numbers by their value, texts without case and accents, dates as moments."""
    if field.kind in {"int", "decimal", "float"}:
        number = float(numeric_prefix(value))
        left = column if field.kind == "int" else f"CAST({column} AS REAL)"
        return f"{left} {operator} ?", [number]
    if field.kind in {"date", "datetime"}:
        return f"{column} {operator} ?", [comparable_moment(field, value)]
    return f"fold({column}) {operator} fold(?)", [value]


def _like(field: Field, column: str, pattern: str) -> Condition:
    if field.kind == "text":
        return f"fold({column}) LIKE fold(?)", [pattern]
    return f"CAST({column} AS TEXT) LIKE ?", [pattern]
