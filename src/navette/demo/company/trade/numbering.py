"""Document numbers: one counter for each kind and series, and what Sage will use next (F_DOCCURRENTPIECE)."""

from dataclasses import dataclass
from enum import IntEnum

from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_DOCCURRENTPIECE, P_COLREGLEMENT

SALES, PURCHASES, STOCK = 0, 1, 2


class Kind(IntEnum):
    """Documents of the sample (DO_Type)."""

    QUOTE = 0
    ORDER = 1
    PREPARATION = 2
    DELIVERY = 3
    RETURN = 4
    CREDIT_NOTE = 5
    INVOICE = 6
    POSTED_INVOICE = 7
    SUPPLIER_ORDER = 12
    RECEIPT = 13
    STOCK_ENTRY = 20


def domain(kind: Kind) -> int:
    """Give the DO_Domaine of a kind of document."""
    return PURCHASES if kind in (Kind.SUPPLIER_ORDER, Kind.RECEIPT) else SALES


@dataclass(frozen=True, slots=True)
class _Column:
    domain: int
    column: int
    prefix: str


_COLUMNS = {
    Kind.QUOTE: _Column(SALES, 0, "DE"),
    Kind.ORDER: _Column(SALES, 1, "BC"),
    Kind.PREPARATION: _Column(SALES, 2, "PL"),
    Kind.DELIVERY: _Column(SALES, 3, "BL"),
    Kind.RETURN: _Column(SALES, 4, "BR"),
    Kind.CREDIT_NOTE: _Column(SALES, 5, "BA"),
    Kind.INVOICE: _Column(SALES, 6, "FA"),
    Kind.SUPPLIER_ORDER: _Column(PURCHASES, 2, "FBC"),
    Kind.RECEIPT: _Column(PURCHASES, 3, "FBL"),
    Kind.STOCK_ENTRY: _Column(STOCK, 0, "ME"),
}
_RETURN_INVOICES = (_Column(SALES, 7, "FR"), _Column(SALES, 8, "FV"))
_SALES_SERIES = ((0, ""), (1, "W"))


class Numbering:
    """Gives document numbers; a posted invoice keeps the number that it had."""

    def __init__(self, rows: RowWriter) -> None:
        self._rows = rows

    def take(self, kind: Kind) -> str:
        """Take the next number of the first series."""
        prefix = _COLUMNS[Kind.INVOICE if kind is Kind.POSTED_INVOICE else kind].prefix
        return f"{prefix}{self._rows.next_number(prefix):05d}"

    def take_payment(self) -> str:
        """Take the next number of a customer's payment."""
        return f"RC{self._rows.next_number('RC'):05d}"

    def close(self) -> None:
        """Write the numbers to be used next, series by series."""
        for column in (*_COLUMNS.values(), *_RETURN_INVOICES):
            for series, letter in _SALES_SERIES if column.domain == SALES else _SALES_SERIES[:1]:
                number = self._rows.next_number(column.prefix) if not letter else 1
                self._rows.add(
                    F_DOCCURRENTPIECE,
                    DC_Domaine=column.domain,
                    DC_IdCol=column.column,
                    DC_Souche=series,
                    DC_Piece=f"{letter}{column.prefix}{number:05d}",
                )
        self._rows.add(
            P_COLREGLEMENT,
            cbIndice=1,
            CR_NumPiece01=1,
            CR_Numero01=self.take_payment(),
            CR_NumPiece02=1,
            CR_Numero02="RF00001",
        )
