"""Ranges, discount scales and packagings that articles choose from (P_GAMME, F_ENUMGAMME, F_ENUMCOND)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from navette.demo.company.foundations.parameters import fill
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_ENUMCOND, F_ENUMGAMME, P_GAMME, UNBOUNDED

_GAMME_ROWS = 20


class Range(IntEnum):
    """Ranges of variants (P_GAMME with G_Type 0)."""

    RING_SIZE = 1
    COLOUR = 2
    LENGTH = 3
    METAL = 4


class Scale(IntEnum):
    """Discount scales (P_GAMME with G_Type 1, 2, 3)."""

    BY_QUANTITY = 5
    BY_AMOUNT = 6
    NET_PRICE = 7


@dataclass(frozen=True, slots=True)
class _RangeRow:
    label: str
    kind: int
    values: tuple[str, ...] = ()
    bounds: tuple[Decimal, ...] = ()


RANGE_VALUES: dict[Range, tuple[str, ...]] = {
    Range.RING_SIZE: tuple(str(size) for size in range(48, 66, 2)),
    Range.COLOUR: ("Bleu", "Rouge", "Vert", "Noir", "Rose poudré"),
    Range.LENGTH: ("16 cm", "18 cm", "20 cm", "45 cm", "50 cm"),
    Range.METAL: ("Argent 925", "Plaqué or", "Vermeil", "Or jaune 375"),
}

_BOUNDS = {
    Scale.BY_QUANTITY: (Decimal(9), Decimal(49), UNBOUNDED),
    Scale.BY_AMOUNT: (Decimal(500), Decimal(2000), UNBOUNDED),
    Scale.NET_PRICE: (Decimal(4), Decimal(19), UNBOUNDED),
}

_LABELS = {
    Range.RING_SIZE: "Taille",
    Range.COLOUR: "Couleur",
    Range.LENGTH: "Longueur",
    Range.METAL: "Métal",
    Scale.BY_QUANTITY: "Remise par quantité",
    Scale.BY_AMOUNT: "Remise par montant",
    Scale.NET_PRICE: "Prix nets par quantité",
}
_SCALE_KINDS = {Scale.BY_QUANTITY: 1, Scale.BY_AMOUNT: 2, Scale.NET_PRICE: 3}

PACKAGING = 1
"""P_CONDITIONNEMENT number of "Par Ecrin"."""

PACKS = (("Ecrin de 4", 4), ("Ecrin de 12", 12), ("Ecrin de 24", 24))


def write_ranges(rows: RowWriter) -> None:
    """Write the ranges, the scales and the packs."""
    table = [_RangeRow(_LABELS[axis], 0, values=RANGE_VALUES[axis]) for axis in Range]
    table += [_RangeRow(_LABELS[scale], _SCALE_KINDS[scale], bounds=_BOUNDS[scale]) for scale in Scale]
    fill(rows, P_GAMME, *({"G_Intitule": row.label, "G_Type": row.kind} for row in table), size=_GAMME_ROWS)
    for number, row in enumerate(table, start=1):
        for position, value in enumerate(row.values, start=1):
            rows.add(F_ENUMGAMME, EG_Champ=number, EG_Ligne=position, EG_Enumere=value)
        for position, bound in enumerate(row.bounds, start=1):
            rows.add(F_ENUMGAMME, EG_Champ=number, EG_Ligne=position, EG_BorneSup=bound)
    for label, quantity in PACKS:
        rows.add(F_ENUMCOND, EC_Champ=PACKAGING, EC_Enumere=label, EC_Quantite=quantity)
