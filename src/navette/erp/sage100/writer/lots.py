"""Lots and serial numbers that goods leave with (spec ORD-LIN-9; sage100 §2.1, §5.5).

Only documents with which goods leave name them; a line that needs several lots becomes several lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, select, update

from navette.domain.errors import WaitingError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.tax import plain_rate
from navette.erp.sage100.mapper.values import day
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_LOTSERIE
from navette.erp.sage100.writer.planned_line import LotShare
from navette.erp.sage100.writer.session import WriteSession

_IN, _OUT = 1, 3


class LotChoice(StrEnum):
    """Which lot goes first."""

    OLDEST_MADE = "oldest_made"
    NEWEST_MADE = "newest_made"
    FIRST_TO_EXPIRE = "first_to_expire"
    LAST_TO_EXPIRE = "last_to_expire"


_COPIED = ("AR_Ref", "LS_NoSerie", "LS_Peremption", "LS_Fabrication", "DE_No", "DL_NoIn", "LS_Complement")
_ENTRIES = (
    select(F_LOTSERIE.c.cbMarq, F_LOTSERIE.c.LS_QteRestant, *(F_LOTSERIE.c[name] for name in _COPIED))
    .where(F_LOTSERIE.c.AR_Ref.in_(bindparam("references", expanding=True)))
    .where(F_LOTSERIE.c.LS_LotEpuise == 0, F_LOTSERIE.c.LS_MvtStock == _IN)
    .order_by(F_LOTSERIE.c.cbMarq)
)
_TAKE = (
    update(F_LOTSERIE)
    .where(F_LOTSERIE.c.cbMarq == bindparam("row"))
    .values(LS_QteRestant=bindparam("left"), LS_LotEpuise=bindparam("exhausted"))
)


@dataclass(slots=True)
class _Entry:
    row: Record
    left: Decimal


class LotLedger:
    """The lots in stock of some articles, in the order in which they go."""

    def __init__(self, session: WriteSession, references: Sequence[str], choice: LotChoice) -> None:
        self.articles = frozenset(references)
        self._session = session
        self._entries: list[_Entry] = []
        self._by_row: dict[int, _Entry] = {}
        self._exits: list[dict[str, Any]] = []
        if references:
            rows = session.all(_ENTRIES, references=sorted(set(references)))
            self._entries = [_Entry(row, row.LS_QteRestant or ZERO) for row in sorted(rows, key=_order(choice))]
            self._by_row = {entry.row.cbMarq: entry for entry in self._entries}

    def take(self, reference: str, depot: int, quantity: Decimal) -> list[LotShare]:
        """Take a quantity from the lots of a warehouse; raises WaitingError if they do not cover it."""
        taken: list[LotShare] = []
        missing = quantity
        for entry in self._entries:
            if missing <= 0:
                break
            if entry.row.AR_Ref.upper() != reference.upper() or entry.row.DE_No != depot or entry.left <= 0:
                continue
            share = min(entry.left, missing)
            entry.left -= share
            missing -= share
            taken.append(LotShare(entry.row.cbMarq, share))
        if missing > 0:
            raise WaitingError(
                messages.LOTS_MISSING,
                reference=reference,
                quantity=plain_rate(quantity),
                missing=plain_rate(missing),
            )
        return taken

    def leave(self, share: LotShare, line_number: int) -> None:
        """Record that a line of a document carries a share of a lot away."""
        entry = self._by_row[share.entry]
        self._exits.append(
            {name: getattr(entry.row, name) for name in _COPIED}
            | {
                "LS_Qte": share.quantity,
                "LS_QteRestant": ZERO,
                "LS_LotEpuise": int(entry.left == 0),
                "LS_MvtStock": _OUT,
                "DL_NoOut": line_number,
            }
        )

    def save(self) -> None:
        """Write what was taken from the entries, and the exits."""
        for entry in self._entries:
            if entry.left != (entry.row.LS_QteRestant or ZERO):
                self._session.run(_TAKE, row=entry.row.cbMarq, left=entry.left, exhausted=int(entry.left == 0))
        self._session.insert(F_LOTSERIE, self._exits)


def _order(choice: LotChoice) -> Any:
    column = "LS_Fabrication" if choice in {LotChoice.OLDEST_MADE, LotChoice.NEWEST_MADE} else "LS_Peremption"
    latest_first = choice in {LotChoice.NEWEST_MADE, LotChoice.LAST_TO_EXPIRE}

    def key(row: Record) -> tuple[bool, int, int]:
        on = day(getattr(row, column))
        if on is None:
            return True, 0, row.cbMarq
        return False, -on.toordinal() if latest_first else on.toordinal(), row.cbMarq

    return key
