"""Due dates, deposits, payments and accounting entries of the sample's documents."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from navette.demo.company.foundations.accounts import (
    BANK_JOURNAL,
    CARD_JOURNAL,
    CASH_DISCOUNTS_GRANTED,
    CUSTOMERS,
    SALES_JOURNAL,
    SHIPPING_SOLD,
    TREASURY_ACCOUNTS,
    sales_account,
)
from navette.demo.company.foundations.parameter_numbers import PaymentMode
from navette.demo.company.foundations.staff import TERMS
from navette.demo.company.foundations.taxes import ECOTAX_SMALL, VatClass
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.trade.amounts import ZERO, Totals
from navette.demo.company.trade.lines import Document
from navette.demo.company.trade.numbering import Numbering, domain
from navette.erp.sage100.tables import F_CREGLEMENT, F_DOCREGL, F_ECRITUREC, F_REGLECH

DEPOSIT, SETTLEMENT = 0, 2
_PAYMENT, _DEPOSIT_PAYMENT = 0, 1
DEBIT, CREDIT = 0, 1
_LETTER = "AAA"


@dataclass(frozen=True, slots=True)
class _Booking:
    """A line of an accounting entry; a customer's line may be matched."""

    account: str
    side: int
    amount: Decimal
    customer: str | None = None
    is_matched: bool = False


class Settlement:
    """Writes what is due, what was paid, and the entries of posted invoices."""

    def __init__(self, rows: RowWriter, numbering: Numbering) -> None:
        self._rows = rows
        self._numbering = numbering

    def write(self, document: Document, piece: str, total: Totals) -> None:
        """Write the due dates of a sale, its deposit, its payment."""
        _, mode, days, _ = TERMS[document.party.terms - 1]
        due = document.on + timedelta(days=days)
        if document.deposit:
            deposit = self._write_due(document, piece, DEPOSIT, document.on, document.deposit)
            self._write_payment(document, piece, deposit, document.deposit, PaymentMode.CARD)
        settlement = self._write_due(document, piece, SETTLEMENT, due, ZERO)
        if document.is_paid:
            self._write_payment(document, piece, settlement, total.gross - document.deposit, mode)

    def post(self, document: Document, piece: str, total: Totals) -> None:
        """Write the entries of a posted invoice, and those of its payment."""
        customer = document.party.code
        bookings = [_Booking(CUSTOMERS, DEBIT, total.gross, customer, document.is_paid)]
        for vat_class, amount in total.net_by_account.items():
            account = sales_account(document.party.sales_category, VatClass(vat_class))
            bookings.append(_Booking(account, CREDIT, amount))
        bookings += [_Booking(tax.account, CREDIT, amount) for tax, amount in total.vat.items()]
        bookings.append(_Booking(SHIPPING_SOLD, CREDIT, total.shipping))
        bookings.append(_Booking(ECOTAX_SMALL.account, CREDIT, total.ecotax))
        bookings.append(_Booking(CASH_DISCOUNTS_GRANTED, DEBIT, total.early_payment_discount))
        self._book(SALES_JOURNAL, document.on, piece, document, bookings)
        if document.is_paid:
            received = [
                _Booking(TREASURY_ACCOUNTS[BANK_JOURNAL], DEBIT, total.gross),
                _Booking(CUSTOMERS, CREDIT, total.gross, customer, is_matched=True),
            ]
            self._book(BANK_JOURNAL, document.on + timedelta(days=1), piece, document, received)

    def _write_due(self, document: Document, piece: str, kind: int, on: datetime, amount: Decimal) -> int:
        number = self._rows.next_number("DR_No")
        _, mode, _, _ = TERMS[document.party.terms - 1]
        self._rows.add(
            F_DOCREGL,
            DR_No=number,
            DO_Domaine=domain(document.kind),
            DO_Type=int(document.kind),
            DO_DocType=int(document.kind),
            DO_Piece=piece,
            DR_TypeRegl=kind,
            DR_Date=on,
            DR_Libelle="Acompte" if kind == DEPOSIT else "",
            DR_Montant=amount,
            DR_Equil=int(kind == SETTLEMENT),
            DR_Regle=int(kind == DEPOSIT or document.is_paid),
            N_Reglement=int(PaymentMode.CARD if kind == DEPOSIT else mode),
        )
        return number

    def _write_payment(self, document: Document, piece: str, due: int, amount: Decimal, mode: PaymentMode) -> None:
        number = self._rows.next_number("RG_No")
        kind = _DEPOSIT_PAYMENT if amount == document.deposit else _PAYMENT
        journal = CARD_JOURNAL if mode is PaymentMode.CARD else BANK_JOURNAL
        self._rows.add(
            F_CREGLEMENT,
            RG_No=number,
            CT_NumPayeur=document.party.code,
            CT_NumPayeurOrig=document.party.code,
            RG_Date=document.on,
            RG_Libelle=f"Règlement {piece}",
            RG_Reference=document.reference,
            RG_Montant=amount,
            N_Reglement=int(mode),
            RG_Impute=1,
            RG_TypeReg=kind,
            RG_Piece=self._numbering.take_payment(),
            RG_Heure="000103000",
            RG_Cloture=0,
            JO_Num=journal,
            CG_Num=CUSTOMERS,
            CG_NumCont=TREASURY_ACCOUNTS[journal],
        )
        self._rows.add(
            F_REGLECH,
            DO_Domaine=domain(document.kind),
            DO_Type=int(document.kind),
            DO_Piece=piece,
            RC_Montant=amount,
            RG_TypeReg=kind,
            **with_twins(RG_No=number, DR_No=due),
        )

    def _book(self, journal: str, on: datetime, piece: str, document: Document, bookings: list[_Booking]) -> None:
        _, mode, days, _ = TERMS[document.party.terms - 1]
        entry = self._rows.next_number("EC_Piece")
        for booking in bookings:
            if not booking.amount:
                continue
            self._rows.add(
                F_ECRITUREC,
                EC_No=self._rows.next_number("EC_No"),
                JO_Num=journal,
                JM_Date=on.replace(day=1),
                EC_Jour=on.day,
                EC_Date=on,
                EC_Piece=str(entry),
                EC_RefPiece=piece,
                EC_Reference=document.reference,
                CG_Num=booking.account,
                CT_Num=booking.customer,
                EC_Intitule=f"Facture {piece}" if journal == SALES_JOURNAL else f"Règlement {piece}",
                EC_Sens=booking.side,
                EC_Montant=booking.amount,
                EC_Echeance=on + timedelta(days=days),
                N_Reglement=int(mode),
                EC_Lettre=int(booking.is_matched),
                EC_Lettrage=_LETTER if booking.is_matched else "",
            )
