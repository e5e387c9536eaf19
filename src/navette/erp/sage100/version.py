"""Which version of Sage 100 made a base, told by its columns (sage100 §0.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from navette.erp.sage100.schema import BaseSchema


@dataclass(frozen=True, slots=True)
class _Sign:
    label: str
    table: str
    column: str
    length: int = 0


_LADDER: Sequence[_Sign] = (
    _Sign("Sage 100 V10", "F_DOCENTETE", "DO_RefExterne"),
    _Sign("Sage 100c V4", "F_DOCENTETE", "DO_TotalTTC"),
    _Sign("Sage 100c V3", "F_DOCENTETE", "DO_Piece", 13),
    _Sign("Sage 100c", "F_ARTSTOCK", "AS_Mouvemente"),
    _Sign("Sage 100 i7 8.00", "F_DOCENTETE", "DO_EStatut"),
    _Sign("Sage 100 i7 7.70", "F_ARTENUMREF", "AE_Sommeil"),
)
"""What tells the versions apart, the newest first (sage100 §0.4)."""


def version_of(schema: BaseSchema) -> str:
    """The oldest version that has all columns that the base has."""
    for sign in _LADDER:
        if schema.has_column(sign.table, sign.column) and (
            schema.columns[sign.table.lower()][sign.column.lower()] >= sign.length
        ):
            return sign.label
    return "Sage 100 V16"
