"""The columns of a discount's three elements."""

from typing import Any

from sqlalchemy import Column, Table


def discount_columns(table: Table, prefix: str) -> list[Column[Any]]:
    """Three values, then three kinds, as `mapper.price_lines.elements` takes them."""
    parts = ("Valeur", "Type")
    return [table.c[f"{prefix}{element:02d}REM_{part}"] for part in parts for element in (1, 2, 3)]
