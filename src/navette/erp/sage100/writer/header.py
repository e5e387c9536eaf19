"""The header of a new document (F_DOCENTETE): from the account's card, then from the draft."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, select

from navette.domain.document import DocumentDraft
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.order_total import DocumentTotal, footer_net
from navette.erp.sage100.tables import F_DEPOT, P_DEVISE, P_EXPEDITION
from navette.erp.sage100.writer.accounts import DocumentAccount
from navette.erp.sage100.writer.addresses import delivery_address
from navette.erp.sage100.writer.kinds import SALES, SalesKind
from navette.erp.sage100.writer.session import WriteSession, at_midnight
from navette.erp.sage100.writer.stock import moves_goods
from navette.erp.sage100.writer.taxes import TaxSlots

TRANSACTION, REGIME, COLISAGE, TYPE_COLIS = 11, 21, 1, 1
"""Customs and parcel defaults in every writer seen (sage100 §2.4)."""

_DEPOTS = select(F_DEPOT.c.DE_No).order_by(F_DEPOT.c.DE_Principal.desc(), F_DEPOT.c.DE_No)
_SHIPPING_METHOD = select(P_EXPEDITION.c.cbIndice).where(
    P_EXPEDITION.c.cbIndice == bindparam("number"), P_EXPEDITION.c.E_Intitule != ""
)
_CURRENCY = select(P_DEVISE.c.cbIndice).where(P_DEVISE.c.cbIndice == bindparam("number"), P_DEVISE.c.D_Intitule != "")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderParts:
    """What a header is made of besides the draft."""

    kind: SalesKind
    piece: str
    account: DocumentAccount
    depot: int
    total: DocumentTotal
    paid: Decimal


def choose_depot(session: WriteSession, draft: DocumentDraft) -> int:
    """Give the warehouse of a document: the draft's, else the company's main one."""
    depots = [int(row.DE_No) for row in session.all(_DEPOTS)]
    if not depots or (draft.warehouse and draft.warehouse not in depots):
        raise RefusedError(messages.UNKNOWN_WAREHOUSE, warehouse=draft.warehouse)
    return draft.warehouse or depots[0]


def check_choices(session: WriteSession, draft: DocumentDraft) -> None:
    """Refuse a shipping method or currency that the company does not have."""
    if draft.shipping_method and session.first(_SHIPPING_METHOD, number=draft.shipping_method) is None:
        raise RefusedError(messages.UNKNOWN_SHIPPING_METHOD, method=draft.shipping_method)
    if draft.currency and session.first(_CURRENCY, number=draft.currency) is None:
        raise RefusedError(messages.UNKNOWN_CURRENCY, currency=draft.currency)


def header_row(session: WriteSession, draft: DocumentDraft, parts: HeaderParts, taxes: TaxSlots) -> dict[str, Any]:
    """Build the row of a new header."""
    return (
        _identity(session, draft, parts)
        | _from_account(parts)
        | _from_draft(session, draft, parts)
        | _shipping(draft, taxes)
        | _totals(draft, parts)
    )


def _identity(session: WriteSession, draft: DocumentDraft, parts: HeaderParts) -> dict[str, Any]:
    return {
        "DO_Domaine": SALES,
        "DO_Type": parts.kind.type,
        "DO_DocType": parts.kind.type,
        "DO_Piece": parts.piece,
        "DO_Date": at_midnight(draft.on),
        "DO_Heure": session.time_of_day,
        "DO_Souche": draft.series,
        "DO_Statut": int(draft.status),
        "DO_NoWeb": draft.web_number,
        "DO_Ref": draft.reference,
        "DO_Transaction": TRANSACTION,
        "DO_Regime": REGIME,
        "DO_Colisage": COLISAGE,
        "DO_TypeColis": TYPE_COLIS,
    }


def _from_account(parts: HeaderParts) -> dict[str, Any]:
    card = parts.account.card
    return {
        "DO_Tiers": card.CT_Num,
        "CT_NumPayeur": card.CT_NumPayeur or card.CT_Num,
        "CT_NumCentrale": card.CT_NumCentrale,
        "CG_Num": card.CG_NumPrinc,
        "CO_No": card.CO_No or 0,
        "CA_Num": card.CA_Num or "",
        "CA_NumIFRS": card.CA_NumIFRS or "",
        "MR_No": card.MR_No or 0,
        "DO_Tarif": card.N_CatTarif or 1,
        "DO_Period": card.N_Period or 1,
        "DO_Condition": card.N_Condition or 1,
        "DO_NbFacture": card.CT_Facture or 1,
        "DO_BLFact": card.CT_BLFact or 0,
        "DO_Langue": card.CT_Langue or 0,
        "DO_FactureElec": card.CT_FactureElec or 0,
        "DO_Contact": card.CT_Contact or "",
    }


def _from_draft(session: WriteSession, draft: DocumentDraft, parts: HeaderParts) -> dict[str, Any]:
    card = parts.account.card
    values = {
        "N_CatCompta": draft.accounting_category or card.N_CatCompta or 1,
        "DO_Expedit": draft.shipping_method or card.N_Expedition or 1,
        "DE_No": parts.depot,
        "LI_No": delivery_address(session, parts.account.code, draft.delivery_address),
        "DO_Devise": draft.currency,
        "DO_Cours": draft.currency_rate if draft.currency else ZERO,
    }
    values |= {f"DO_Coord{index + 1:02d}": text for index, text in enumerate(draft.header_texts)}
    if draft.delivery_on:
        values["DO_DateLivr"] = at_midnight(draft.delivery_on)
    if moves_goods(parts.kind.kind):
        values["DO_DateLivrRealisee"] = at_midnight(draft.on)
    return values


def _shipping(draft: DocumentDraft, taxes: TaxSlots) -> dict[str, Any]:
    # A flat cost with neither free-shipping threshold nor early-payment discount: the customer paid what the shop said.
    return {
        "DO_ValFrais": draft.shipping.amount,
        "DO_TypeLigneFrais": int(draft.shipping.includes_tax),
        **taxes.columns("DO", draft.shipping.taxes),
    }


def _totals(draft: DocumentDraft, parts: HeaderParts) -> dict[str, Any]:
    total = parts.total
    return {
        "DO_TotalHT": total.net - footer_net(draft.shipping),
        "DO_TotalHTNet": total.net,
        "DO_TotalTTC": total.gross,
        "DO_NetAPayer": total.gross - parts.paid,
        "DO_MontantRegle": parts.paid,
    }
