"""Rows of document headers."""

from typing import Any

from sqlalchemy import Table

from navette.demo.company.foundations.accounts import CUSTOMERS, SUPPLIERS
from navette.demo.company.foundations.free_fields import TRACKING
from navette.demo.company.foundations.places import Depot
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.trade.amounts import Totals
from navette.demo.company.trade.line_rows import tax_columns
from navette.demo.company.trade.lines import Document
from navette.demo.company.trade.numbering import domain

_HEADER_CONSTANTS = {
    "DO_Transaction": 11,
    "DO_Regime": 21,
    "DO_Colisage": 1,
    "DO_TypeColis": 1,
    "DO_Period": 1,
    "DO_Condition": 1,
    "DO_NbFacture": 1,
    "DO_Souche": 0,
}


class HeaderRows:
    """Writes headers; `table` is F_DOCENTETE with the sample's free fields, `addresses` the main ones by account."""

    def __init__(self, rows: RowWriter, table: Table, addresses: dict[str, int]) -> None:
        self._rows = rows
        self._headers = table
        self._addresses = addresses

    def write(self, document: Document, piece: str, total: Totals) -> None:
        """Write the header with its totals."""
        party = document.party
        depot = next((line.depot for line in document.lines if line.sold), Depot.BESANCON)
        self._rows.add(
            self._headers,
            DO_Domaine=domain(document.kind),
            DO_Type=int(document.kind),
            DO_DocType=int(document.kind),
            DO_Piece=piece,
            DO_Date=document.on,
            DO_Ref=document.reference,
            DO_Tiers=party.code,
            CT_NumPayeur=party.code,
            CT_NumCentrale=party.purchasing_group,
            CG_Num=SUPPLIERS if party.is_supplier else CUSTOMERS,
            DO_NoWeb=document.web_number,
            DO_Coord04=document.tracking,
            DO_Statut=document.status,
            DO_Tarif=int(party.price_category),
            N_CatCompta=int(party.sales_category),
            DO_Expedit=party.shipping_method,
            DO_TxEscompte=document.early_payment_discount,
            DO_Reliquat=int(document.has_remainder),
            DO_Heure="000103000",
            DO_TotalHT=total.lines,
            DO_TotalHTNet=total.net,
            DO_TotalTTC=total.gross,
            DO_NetAPayer=total.gross - document.deposit,
            DO_MontantRegle=total.gross if document.is_paid else document.deposit,
            **_footer(document),
            **_header_dates(document),
            **_HEADER_CONSTANTS,
            **{TRACKING: document.tracking},
            **with_twins(
                CO_No=party.representative,
                DE_No=int(depot),
                LI_No=self._addresses.get(party.code, 0),
                MR_No=party.terms,
            ),
        )


def _header_dates(document: Document) -> dict[str, Any]:
    dates = {"DO_DateLivr": document.due, "DO_DateLivrRealisee": document.delivered_on}
    return {name: value for name, value in dates.items() if value}


def _footer(document: Document) -> dict[str, Any]:
    return {
        "DO_TypeFrais": 0,
        "DO_ValFrais": document.shipping,
        "DO_TypeLigneFrais": int(document.shipping_includes_tax),
        "DO_TypeFranco": 0,
        "DO_ValFranco": document.free_shipping_from,
        "DO_TypeLigneFranco": 0,
        **tax_columns("DO", (document.footer_tax(), None, None)),
    }
