"""Lines on their way from one document to a later one (sage100 §4.5): the same rows, with their ancestors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import update

from navette.domain.order_total import LineAmount
from navette.domain.tax import ErpTax
from navette.erp.sage100.tables import F_DOCLIGNE
from navette.erp.sage100.writer.kinds import SalesKind
from navette.erp.sage100.writer.line_rows import movement, price_columns, quantity_columns
from navette.erp.sage100.writer.lots import LotLedger
from navette.erp.sage100.writer.planned_line import LotShare, PlannedLine, shares
from navette.erp.sage100.writer.portions import Portion
from navette.erp.sage100.writer.row_copies import copy_row
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.stock import StockLedger, moves_goods
from navette.erp.sage100.writer.stored_document import StoredDocument, StoredLine

STAGES = ("DE", "BC", "PL", "BL")

ValuedLine = tuple[Sequence[ErpTax], LineAmount]
"""What a line adds to a total."""


def valued(lines: Iterable[PlannedLine]) -> list[ValuedLine]:
    """What lines add to the total of their document."""
    return [(line.line.taxes, line.amount) for line in lines if line.is_valued]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A transformation: the document that lines leave, and the kind and number of the one that they go to."""

    source: StoredDocument
    into: SalesKind
    piece: str

    @property
    def takes_goods_out(self) -> bool:
        """Whether goods leave with this step."""
        return moves_goods(self.into.kind) and not moves_goods(self.source.kind.kind)


class MovedLines:
    """Moves the lines of one transformation; keeps what goes and what stays of lines that were split."""

    def __init__(self, session: WriteSession, move: Move, stock: StockLedger, lots: LotLedger) -> None:
        self._session = session
        self._move = move
        self._stock = stock
        self._lots = lots
        self.going: list[ValuedLine] = []
        self.staying: list[ValuedLine] = []

    def move(self, portion: Portion) -> None:
        """Move a portion of a line; a rest becomes a row of its own on the document that it stays on."""
        going = portion.line.planned
        if portion.rest:
            going, staying = shares(going, [portion.quantity, portion.rest])
            self._copy(portion.line, staying, position=portion.line.position, changes={})
            self.staying.extend(valued([staying]))
        parts = self._by_lot(portion.line, going)
        for index, part in enumerate(parts):
            changes = self._changes(portion.line, part)
            number = portion.line.row.DL_No
            if index == 0:
                self._change(portion.line, part, changes)
            else:
                number = self._copy(portion.line, part, position=portion.line.position + index, changes=changes)
            if part.lot is not None:
                self._lots.leave(part.lot, number)
        self.going.extend(valued([going]))
        self._move_stock(portion)

    def _by_lot(self, line: StoredLine, going: PlannedLine) -> list[PlannedLine]:
        needs_lots = going.card is not None and going.card.needs_lots and going.line.quantity > 0
        if not needs_lots or not self._move.takes_goods_out:
            return [going]
        taken: list[LotShare] = self._lots.take(line.place.reference, line.place.depot, going.line.quantity)
        parts = [going]
        if len(taken) > 1:
            quantities = [share.quantity for share in taken]
            parts = shares(going, quantities)
        return [replace(part, lot=share) for part, share in zip(parts, taken, strict=True)]

    def _changes(self, line: StoredLine, part: PlannedLine) -> dict[str, Any]:
        source, into = self._move.source, self._move.into
        changes: dict[str, Any] = {
            "DO_Type": into.type,
            "DO_DocType": into.type,
            "DO_Piece": self._move.piece,
            "DO_Date": self._session.today,
        }
        if source.kind.stage:
            changes[f"DL_Piece{source.kind.stage}"] = source.header.DO_Piece
            changes[f"DL_Date{source.kind.stage}"] = source.header.DO_Date
            changes[f"DL_Qte{source.kind.stage}"] = part.line.quantity
        if into.stage:
            changes[f"DL_Qte{into.stage}"] = part.line.quantity
        if part.card is not None and part.card.is_tracked and moves_goods(into.kind):
            changes["DL_MvtStock"] = movement(part.line.quantity)
            if self._move.takes_goods_out:
                changes["DL_CMUP"] = changes["DL_PrixRU"] = self._stock.unit_cost(line.place, part.card)
        return changes

    def _change(self, line: StoredLine, part: PlannedLine, changes: dict[str, Any]) -> None:
        values = self._session.shaper.shape(F_DOCLIGNE, self._part_columns(line, part) | changes)
        statement = update(F_DOCLIGNE).where(F_DOCLIGNE.c.cbMarq == line.row.cbMarq).values(values)
        self._session.connection.execute(statement)

    def _copy(self, line: StoredLine, part: PlannedLine, *, position: int, changes: dict[str, Any]) -> int:
        number = self._session.next_number(F_DOCLIGNE.c.DL_No)
        values = self._part_columns(line, part) | changes | {"DL_No": number, "DL_Ligne": position}
        copy_row(self._session, F_DOCLIGNE, line.row.cbMarq, values)
        return number

    def _part_columns(self, line: StoredLine, part: PlannedLine) -> dict[str, Any]:
        """The columns that go with the quantity; a whole line keeps all that it has."""
        if part.line.quantity == line.planned.line.quantity:
            return {}
        share = part.line.quantity / line.planned.line.quantity
        stages = (f"DL_Qte{stage}" for stage in STAGES)
        scaled = (*(name for name in stages if getattr(line.row, name)), "DL_PoidsNet", "DL_PoidsBrut")
        values = {name: (getattr(line.row, name) or 0) * share for name in scaled}
        return values | quantity_columns(part, self._move.source.kind) | price_columns(part)

    def _move_stock(self, portion: Portion) -> None:
        card = portion.line.planned.card
        if card is not None:
            source, into = self._move.source.kind.kind, self._move.into.kind
            self._stock.move(portion.line.place, card, portion.quantity, source=source, into=into)
