"""What SQL Server and Sage's triggers refuse, as CHECK constraints of the embedded company's columns."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, DateTime, Integer, SmallInteger, String

from navette.erp.sage100.tables import Amount, facts

_SPECIALS = bytes(range(0x80, 0xA0)).decode("windows-1252", errors="ignore")
_WINDOWS_1252 = f"\x01-\x7f\xa0-\xff{_SPECIALS}"
_LOWER_CASE = "a-zà-öø-þœšž"
_SMALLINT = 32_767
_INTEGER = 2_147_483_647

ACCOUNT_CODE_RULE = "\"CT_Num\" <> '' AND \"CT_Num\" NOT GLOB '*[^A-Z0-9]*'"
"""Third-party codes are upper-case letters and digits."""

REFERENCE_RULE = "\"AR_Ref\" <> ''"

EXTRA_RULES: dict[str, dict[str, str]] = {
    "F_COMPTET": {"CT_Num": ACCOUNT_CODE_RULE},
    "F_ARTICLE": {"AR_Ref": REFERENCE_RULE},
}


def constraint_name(table: str, column: str) -> str:
    """Name the check of a column; SQLite names it when it refuses a row."""
    return f"CK_{table}_{column}"


def check(table: str, column: Column[Any]) -> CheckConstraint | None:
    """Make the check of a column, None where the type says all."""
    conditions = _conditions(column)
    extra = EXTRA_RULES.get(table, {}).get(column.name)
    if extra:
        conditions.append(extra)
    if not conditions:
        return None
    return CheckConstraint(" AND ".join(conditions), name=constraint_name(table, column.name))


def _conditions(column: Column[Any]) -> list[str]:
    name = f'"{column.name}"'
    known = facts(column)
    if known.twin_of:
        return [f'{name} IS NULLIF("{known.twin_of}", 0)']
    if isinstance(column.type, String):
        rules = _text_rules(name, known.usable, is_upper_case=known.is_code and not known.mixed_case)
        return [f"({name} COLLATE BINARY = '' OR {' AND '.join(rules)})"]
    if isinstance(column.type, DateTime):
        return [f"length({name}) = 26", f"{name} >= '1753-01-01'"]
    # SQLite counts any text as greater than any number: a range refuses texts too.
    if isinstance(column.type, Amount):
        return [f"{name} > -{column.type.limit:f} AND {name} < {column.type.limit:f}"]
    if isinstance(column.type, Integer) and not column.primary_key:
        limit = _SMALLINT if isinstance(column.type, SmallInteger) else _INTEGER
        return [f"{name} BETWEEN -{limit + 1} AND {limit}"]
    return []


def _text_rules(name: str, usable: int, *, is_upper_case: bool) -> list[str]:
    # Nearly all texts are ASCII: the short pattern spares them the long one.
    rules = [
        f"({name} NOT GLOB '*[^ -~]*' OR {name} NOT GLOB '*[^{_WINDOWS_1252}]*')",
        f"instr({name}, char(0)) = 0",
    ]
    if usable:
        rules.insert(0, f"length({name}) <= {usable}")
    if is_upper_case:
        rules += [f"{name} NOT GLOB '*[{_LOWER_CASE}]*'", f"{name} = trim({name})"]
    return rules
