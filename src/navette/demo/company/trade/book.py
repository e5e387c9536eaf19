"""The book of documents: each becomes rows, moves stock, falls due, is posted."""

from sqlalchemy import Table

from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.trade.amounts import line_amounts, totals
from navette.demo.company.trade.header_rows import HeaderRows
from navette.demo.company.trade.ledger import StockLedger
from navette.demo.company.trade.line_rows import LineRows
from navette.demo.company.trade.lines import Document, Line, Sold
from navette.demo.company.trade.numbering import SALES, Kind, Numbering, domain
from navette.demo.company.trade.settlement import Settlement
from navette.erp.sage100.tables import F_CMLIEN, F_LOTSERIE

_QUANTITY_OUT = 3


class DocumentBook:
    """Writes documents with everything that follows from them."""

    def __init__(self, rows: RowWriter, headers: Table, addresses: dict[str, int]) -> None:
        self._rows = rows
        self.numbering = Numbering(rows)
        self.ledger = StockLedger()
        self._headers = HeaderRows(rows, headers, addresses)
        self._lines = LineRows(rows)
        self._settlement = Settlement(rows, self.numbering)
        self.written = 0

    def write(self, document: Document, *, piece: str = "") -> tuple[str, list[int]]:
        """Write a document; gives its number and the DL_No of its lines."""
        piece = piece or self.numbering.take(document.kind)
        amounts = [line_amounts(line, document) for line in document.lines]
        total = totals(document, amounts)
        numbers = []
        for position, line in enumerate(document.lines):
            number = self._lines.write(document, piece, position, amounts[position])
            numbers.append(number)
            if line.sold:
                self.ledger.move(document.kind, line.sold, line)
                self._write_lot(document, line, line.sold, number)
        self._headers.write(document, piece, total)
        if domain(document.kind) == SALES and document.kind is not Kind.QUOTE:
            self._settlement.write(document, piece, total)
        if document.kind is Kind.POSTED_INVOICE:
            self._settlement.post(document, piece, total)
        self.written += 1
        return piece, numbers

    def link_back_to_back(self, sale_line: int, purchase_line: int, line: Line) -> None:
        """Tie a sale to the purchase that was made for it."""
        self._rows.add(F_CMLIEN, CM_Qte=line.quantity, **with_twins(DL_NoOut=sale_line, DL_NoIn=purchase_line))

    def _write_lot(self, document: Document, line: Line, sold: Sold, number: int) -> None:
        if not line.lot:
            return
        self.ledger.take_from_lot(line, sold)
        self._rows.add(
            F_LOTSERIE,
            AR_Ref=sold.article.reference,
            LS_NoSerie=line.lot,
            LS_Qte=line.quantity,
            LS_MvtStock=_QUANTITY_OUT,
            LS_Fabrication=document.on,
            **with_twins(DE_No=int(line.depot), DL_NoIn=0, DL_NoOut=number),
        )
