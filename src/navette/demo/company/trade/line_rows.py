"""Rows of document lines and their long texts."""

from decimal import Decimal
from typing import Any

from navette.demo.company.foundations.parameter_numbers import UNIT_LABELS
from navette.demo.company.foundations.taxes import Tax
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.trade.amounts import LineAmounts
from navette.demo.company.trade.lines import Document, Line
from navette.demo.company.trade.numbering import Kind, domain
from navette.erp.sage100.tables import F_DOCLIGNE, F_DOCLIGNETEXT

_STEP = 10_000
_PERCENT = 1
_ANCESTOR_COLUMNS = {Kind.QUOTE: "DE", Kind.ORDER: "BC", Kind.PREPARATION: "PL", Kind.DELIVERY: "BL"}
_OUT_KINDS = (Kind.DELIVERY, Kind.INVOICE, Kind.POSTED_INVOICE)
_IN_KINDS = (Kind.RETURN, Kind.RECEIPT)
_QUANTITY_IN, _QUANTITY_OUT = 1, 3


class LineRows:
    """Writes lines."""

    def __init__(self, rows: RowWriter) -> None:
        self._rows = rows

    def write(self, document: Document, piece: str, position: int, amounts: LineAmounts) -> int:
        """Write a line and give its DL_No."""
        line = document.lines[position]
        number = self._rows.next_number("DL_No")
        note = 0
        if line.note:
            note = self._rows.next_number("DT_No")
            self._rows.add(F_DOCLIGNETEXT, DT_No=note, DT_Text=line.note)
        self._rows.add(
            F_DOCLIGNE,
            DL_No=number,
            DO_Domaine=domain(document.kind),
            DO_Type=int(document.kind),
            DO_DocType=int(document.kind),
            DO_Piece=piece,
            DO_Date=document.on,
            DO_Ref=document.reference,
            CT_Num=document.party.code,
            DL_Ligne=(position + 1) * _STEP,
            DL_Design=line.text or (line.sold.article.designation if line.sold else ""),
            DL_Valorise=int(line.is_valued),
            DL_MontantHT=amounts.net if line.is_valued else 0,
            DL_MontantTTC=amounts.gross if line.is_valued else 0,
            PF_Num="",
            **_sold(document, line, amounts),
            **_ancestors(document, line),
            **tax_columns("DL", document.taxes(line)),
            **with_twins(
                CO_No=document.party.representative,
                DE_No=int(line.depot) if line.sold and line.sold.is_tracked else 0,
                AG_No1=line.variant[0],
                AG_No2=line.variant[1],
                DT_No=note,
            ),
        )
        return number


def tax_columns(prefix: str, slots: tuple[Tax | None, Tax | None, Tax | None]) -> dict[str, Any]:
    """Give the columns of three tax slots of a line (DL) or of a footer (DO)."""
    columns: dict[str, Any] = {}
    for slot, tax in enumerate(slots, start=1):
        columns[f"{prefix}_Taxe{slot}"] = tax.rate if tax else Decimal(0)
        columns[f"{prefix}_TypeTaux{slot}"] = tax.rate_kind if tax else 0
        columns[f"{prefix}_TypeTaxe{slot}"] = tax.kind if tax else 0
        columns[f"{prefix}_CodeTaxe{slot}"] = tax.code if tax else None
    return columns


def _sold(document: Document, line: Line, amounts: LineAmounts) -> dict[str, Any]:
    """Give what only a line with an article has."""
    if line.sold is None:
        return {"AR_Ref": None}
    article = line.sold.article
    pack, size = line.pack or (UNIT_LABELS[article.family.unit], 1)
    discounts: dict[str, Any] = {}
    for place, value in enumerate(line.discounts, start=1):
        discounts |= {f"DL_Remise{place:02d}REM_Valeur": value, f"DL_Remise{place:02d}REM_Type": _PERCENT}
    return {
        "AR_Ref": article.reference,
        "AR_RefCompose": line.kit,
        "DL_Qte": line.quantity,
        "EU_Enumere": pack,
        "EU_Qte": line.quantity / size,
        "DL_PrixUnitaire": amounts.unit_net,
        "DL_PUTTC": amounts.unit_gross,
        "DL_TTC": int(line.includes_tax),
        "DL_PrixRU": article.cost,
        "DL_CMUP": article.cost,
        "DL_PoidsNet": line.quantity * article.net_weight,
        "DL_PoidsBrut": line.quantity * article.gross_weight,
        "DL_MvtStock": _movement(document.kind) if line.sold.is_tracked else 0,
        "DL_NoRef": 1,
        **({"DO_DateLivr": line.due} if line.due else {}),
        **discounts,
    }


def _movement(kind: Kind) -> int:
    if kind in _OUT_KINDS:
        return _QUANTITY_OUT
    return _QUANTITY_IN if kind in _IN_KINDS else 0


def _ancestors(document: Document, line: Line) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for kind, ancestor in document.ancestors.items():
        stage = _ANCESTOR_COLUMNS[kind]
        columns |= {f"DL_Piece{stage}": ancestor.piece, f"DL_Date{stage}": ancestor.on, f"DL_Qte{stage}": line.quantity}
    return columns
