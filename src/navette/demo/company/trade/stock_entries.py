"""Opening stock: stock-entry documents whose lines bring every quantity in (DO_Type 20)."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from navette.demo.company.foundations.places import DEPOT_CARDS, Depot
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE

STOCK_DOMAIN, STOCK_ENTRY = 2, 20
QUANTITY_IN = 1
_LINES_PER_DOCUMENT = 1000


@dataclass(frozen=True, slots=True)
class StockEntry:
    """A quantity that comes in, at a cost per unit."""

    reference: str
    designation: str
    quantity: Decimal
    cost: Decimal
    variant: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _OpenDocument:
    piece: str
    lines: int = 0
    total: Decimal = field(default_factory=Decimal)


class StockEntries:
    """Writes the entries into one open document per depot, a new one every thousand lines."""

    def __init__(self, rows: RowWriter, on: datetime) -> None:
        self._rows = rows
        self._on = on
        self._open: dict[Depot, _OpenDocument] = {}

    def bring_in(self, depot: Depot, entry: StockEntry) -> int:
        """Write the line of an entry and give its DL_No."""
        document = self._open.get(depot)
        if document is None:
            document = _OpenDocument(f"ME{self._rows.next_number('ME'):05d}")
            self._open[depot] = document
        number = self._write_line(document, depot, entry)
        if document.lines >= _LINES_PER_DOCUMENT:
            self._write_header(depot, self._open.pop(depot))
        return number

    def close(self) -> None:
        """Write the headers of the documents still open."""
        for depot, document in self._open.items():
            self._write_header(depot, document)
        self._open.clear()

    def _write_line(self, document: _OpenDocument, depot: Depot, entry: StockEntry) -> int:
        document.lines += 1
        amount = (entry.quantity * entry.cost).quantize(Decimal("0.01"))
        document.total += amount
        number = self._rows.next_number("DL_No")
        self._rows.add(
            F_DOCLIGNE,
            DL_No=number,
            DO_Domaine=STOCK_DOMAIN,
            DO_Type=STOCK_ENTRY,
            DO_DocType=STOCK_ENTRY,
            DO_Piece=document.piece,
            DO_Date=self._on,
            CT_Num=str(int(depot)),
            DL_Ligne=document.lines * 10_000,
            AR_Ref=entry.reference,
            DL_Design=entry.designation,
            DL_Qte=entry.quantity,
            EU_Qte=entry.quantity,
            DL_PrixUnitaire=entry.cost,
            DL_PrixRU=entry.cost,
            DL_CMUP=entry.cost,
            DL_MontantHT=amount,
            DL_MontantTTC=amount,
            DL_MvtStock=QUANTITY_IN,
            DL_Valorise=1,
            DL_NoRef=1,
            PF_Num="",
            **with_twins(DE_No=int(depot), AG_No1=entry.variant[0], AG_No2=entry.variant[1]),
        )
        return number

    def _write_header(self, depot: Depot, document: _OpenDocument) -> None:
        self._rows.add(
            F_DOCENTETE,
            DO_Domaine=STOCK_DOMAIN,
            DO_Type=STOCK_ENTRY,
            DO_DocType=STOCK_ENTRY,
            DO_Piece=document.piece,
            DO_Date=self._on,
            DO_Tiers=str(int(depot)),
            DO_Ref=DEPOT_CARDS[depot].code,
            DO_Heure="000080000",
            DO_TotalHT=document.total,
            DO_TotalHTNet=document.total,
            DO_TotalTTC=document.total,
            **with_twins(DE_No=int(depot)),
        )
