"""The combinations of an article's range values (F_ARTGAMME x F_ARTENUMREF)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from navette.domain.article import ArticleVariant, RangeValue
from navette.domain.keys import VariantKey
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.rows import Record

FIRST_AXIS = 0
"""AG_Type of values of the first range; 1 is the second."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """The company's ranges: label by number (P_GAMME), place of a value in its range (F_ENUMGAMME)."""

    labels: Mapping[int, str] = field(default_factory=dict)
    positions: Mapping[tuple[int, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Value:
    number: int
    value: RangeValue


def to_variants(
    reference: str,
    axes: tuple[int, int],
    values: Sequence[Record],
    references: Sequence[Record],
    ranges: Ranges,
) -> tuple[ArticleVariant, ...]:
    """Combine the values of one or two ranges, in the order of the ranges.

    A combination has a row of its own only where somebody gave it a reference, a barcode, a price or a state.
    """
    if not values:
        return ()
    first = _axis(axes[0], [row for row in values if row.AG_Type == FIRST_AXIS], ranges)
    second = _axis(axes[1], [row for row in values if row.AG_Type != FIRST_AXIS], ranges)
    rows = {(row.AG_No1, row.AG_No2): row for row in references}
    pairs = product(first, second) if second else ((value, None) for value in first)
    return tuple(_variant(reference, one, other, rows) for one, other in pairs)


def _axis(number: int, rows: Sequence[Record], ranges: Ranges) -> list[_Value]:
    label = ranges.labels.get(number, "")
    found = []
    for row in rows:
        name = text(row.EG_Enumere)
        place = ranges.positions.get((number, name.casefold()), 0)
        found.append(_Value(row.AG_No, RangeValue(label, name, place)))
    return sorted(found, key=lambda entry: (entry.value.position, entry.number))


def _variant(
    reference: str, first: _Value, second: _Value | None, rows: Mapping[tuple[int, int], Record]
) -> ArticleVariant:
    key = VariantKey(reference, first.number, second.number if second else 0)
    row = rows.get((key.value1, key.value2))
    return ArticleVariant(
        key=key,
        values=(first.value, second.value) if second else (first.value,),
        reference=text(row.AE_Ref) if row else "",
        barcode=text(row.AE_CodeBarre) if row else "",
        is_dormant=bool(row and row.AE_Sommeil),
    )
