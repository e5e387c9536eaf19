"""The stock that the sample's documents move, kept until all articles are written."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, text

from navette.demo.company.foundations.places import Depot
from navette.demo.company.trade.lines import Line, Sold
from navette.demo.company.trade.numbering import Kind

_COLUMNS = ("QteSto", "QteRes", "QtePrepa", "QteCom", "QteResCM", "QteComCM")

# Which quantity a document of a kind moves, and in which direction (sage100 §4.1).
_EFFECTS: dict[Kind, tuple[str, int]] = {
    Kind.ORDER: ("QteRes", 1),
    Kind.PREPARATION: ("QtePrepa", 1),
    Kind.DELIVERY: ("QteSto", -1),
    Kind.INVOICE: ("QteSto", -1),
    Kind.POSTED_INVOICE: ("QteSto", -1),
    Kind.RETURN: ("QteSto", 1),
    Kind.SUPPLIER_ORDER: ("QteCom", 1),
    Kind.RECEIPT: ("QteSto", 1),
}
_BACK_TO_BACK = {"QteRes": "QteResCM", "QteCom": "QteComCM"}


@dataclass(frozen=True, slots=True)
class _Place:
    reference: str
    depot: Depot
    variant: tuple[int, int]


class StockLedger:
    """Adds up what documents move, by article, depot and combination."""

    def __init__(self) -> None:
        self._moves: dict[_Place, dict[str, Decimal]] = defaultdict(lambda: dict.fromkeys(_COLUMNS, Decimal(0)))
        self._costs: dict[str, Decimal] = {}
        self._lots: list[dict[str, object]] = []

    def move(self, kind: Kind, sold: Sold, line: Line) -> None:
        """Count the effect of a line."""
        if not sold.is_tracked or kind not in _EFFECTS:
            return
        column, direction = _EFFECTS[kind]
        reference = sold.article.reference
        moves = self._moves[_Place(reference, line.depot, line.variant)]
        moves[column] += direction * line.quantity
        if sold.article.is_back_to_back and column in _BACK_TO_BACK:
            moves[_BACK_TO_BACK[column]] += line.quantity
        self._costs[reference] = sold.article.cost

    def take_from_lot(self, line: Line, sold: Sold) -> None:
        """Count a quantity that leaves a lot."""
        self._lots.append(
            {
                "taken": float(line.quantity),
                "reference": sold.article.reference,
                "lot": line.lot,
                "depot": int(line.depot),
            }
        )

    def apply(self, connection: Connection) -> None:
        """Move the stock rows that the articles wrote."""
        rows = [self._row(place, moves) for place, moves in self._moves.items()]
        if rows:
            connection.execute(text(_update("F_ARTSTOCK", "AS")), rows)
        variants = [row for row in rows if row["first"]]
        if variants:
            connection.execute(text(_update("F_GAMSTOCK", "GS") + _SAME_VARIANT), variants)
        if self._lots:
            connection.execute(text(_TAKE_FROM_LOT), self._lots)

    def _row(self, place: _Place, moves: dict[str, Decimal]) -> dict[str, object]:
        first, second = place.variant
        amounts = {column: float(amount) for column, amount in moves.items()}
        value = float(moves["QteSto"] * self._costs[place.reference])
        key = {"reference": place.reference, "depot": int(place.depot), "first": first, "second": second}
        return {**key, **amounts, "value": value}


def _update(table: str, prefix: str) -> str:
    changes = ", ".join(f"{prefix}_{column} = {prefix}_{column} + :{column}" for column in _COLUMNS)
    return (
        f"UPDATE {table} SET {changes}, {prefix}_MontSto = round({prefix}_MontSto + :value, 6) "  # noqa: S608 (constants)
        "WHERE AR_Ref = :reference AND DE_No = :depot"
    )


_SAME_VARIANT = " AND AG_No1 = :first AND AG_No2 = :second"
_TAKE_FROM_LOT = """
UPDATE F_LOTSERIE SET LS_QteRestant = LS_QteRestant - :taken, LS_LotEpuise = (LS_QteRestant <= :taken)
WHERE AR_Ref = :reference AND LS_NoSerie = :lot AND DE_No = :depot AND DL_NoIn > 0
"""
