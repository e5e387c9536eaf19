"""Down payments on a document: deposit, payment, and the allocation of one to the other (sage100 §4.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, update

from navette.domain.document import DocumentDraft, DraftPayment
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_CREGLEMENT, F_DOCREGL, F_JOURNAUX, F_REGLECH, P_COLREGLEMENT, P_REGLEMENT
from navette.erp.sage100.writer.accounts import DocumentAccount
from navette.erp.sage100.writer.kinds import SALES, SalesKind
from navette.erp.sage100.writer.numbering import next_piece
from navette.erp.sage100.writer.session import WriteSession, at_midnight

DEPOSIT = 0
"""DR_TypeRegl of a down payment."""

_CUSTOMER_PAYMENT, _DEPOSIT_PAYMENT = 0, 1
_TREASURY = 2

_JOURNAL = select(F_JOURNAUX.c.JO_Num, F_JOURNAUX.c.CG_Num).where(
    F_JOURNAUX.c.JO_Type == _TREASURY, F_JOURNAUX.c.JO_Sommeil == 0
)
_NAMED_JOURNAL = _JOURNAL.where(F_JOURNAUX.c.JO_Num == bindparam("journal"))
_USUAL_JOURNAL = (
    _JOURNAL.join(F_CREGLEMENT, F_CREGLEMENT.c.JO_Num == F_JOURNAUX.c.JO_Num)
    .where(F_CREGLEMENT.c.N_Reglement == bindparam("mode"), F_CREGLEMENT.c.RG_Type == _CUSTOMER_PAYMENT)
    .order_by(F_CREGLEMENT.c.RG_No.desc())
    .limit(1)
)
_MODE = select(P_REGLEMENT.c.cbIndice).where(
    P_REGLEMENT.c.cbIndice == bindparam("mode"), P_REGLEMENT.c.R_Intitule != ""
)
_MOVE_ON = (
    update(P_COLREGLEMENT).where(P_COLREGLEMENT.c.cbMarq == bindparam("row")).values(CR_Numero01=bindparam("following"))
)
_NUMBERING = select(P_COLREGLEMENT.c.cbMarq, P_COLREGLEMENT.c.CR_Numero01)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidDocument:
    """The document that payments belong to; `foreign` are the same payments in its currency, if it has one."""

    kind: SalesKind
    piece: str
    account: DocumentAccount
    draft: DocumentDraft
    foreign: Sequence[DraftPayment]


def add_payments(session: WriteSession, document: PaidDocument) -> None:
    """Record the payments of a draft on its document."""
    for payment, foreign in zip(document.draft.payments, document.foreign, strict=True):
        _add(session, document, payment, foreign)


def _add(session: WriteSession, document: PaidDocument, payment: DraftPayment, foreign: DraftPayment) -> None:
    if session.first(_MODE, mode=payment.mode) is None:
        raise RefusedError(messages.UNKNOWN_PAYMENT_MODE, mode=payment.mode)
    journal = _journal(session, payment)
    in_currency = foreign.amount if document.draft.currency else ZERO
    deposit = session.next_number(F_DOCREGL.c.DR_No)
    number = session.next_number(F_CREGLEMENT.c.RG_No)
    place = {"DO_Domaine": SALES, "DO_Type": document.kind.type, "DO_Piece": document.piece}
    due = {
        "DR_No": deposit,
        "DR_TypeRegl": DEPOSIT,
        "DR_Date": at_midnight(payment.on),
        "DR_Libelle": payment.label,
        "DR_Montant": payment.amount,
        "DR_MontantDev": in_currency,
        "DR_Regle": 1,
        "N_Reglement": payment.mode,
        "DO_DocType": document.kind.type,
    }
    session.insert(F_DOCREGL, [place | due])
    amounts = {"RG_Montant": payment.amount, "RG_MontantNet": payment.amount, "RG_MontantDev": in_currency}
    received = _received(session, document, payment, journal) | amounts | {"RG_No": number}
    session.insert(F_CREGLEMENT, [received])
    allocation = {"RG_No": number, "DR_No": deposit, "RC_Montant": payment.amount, "RG_TypeReg": _DEPOSIT_PAYMENT}
    session.insert(F_REGLECH, [place | allocation])


def _received(session: WriteSession, document: PaidDocument, payment: DraftPayment, journal: Record) -> dict[str, Any]:
    card = document.account.card
    payer = card.CT_NumPayeur or card.CT_Num
    draft = document.draft
    return {
        "CT_NumPayeur": payer,
        "CT_NumPayeurOrig": payer,
        "RG_Date": at_midnight(payment.on),
        "RG_Heure": session.time_of_day,
        "RG_Reference": payment.reference,
        "RG_Libelle": payment.label,
        "RG_Piece": _take_number(session),
        "N_Reglement": payment.mode,
        "RG_Impute": 1,
        "RG_Type": _CUSTOMER_PAYMENT,
        "RG_TypeReg": _DEPOSIT_PAYMENT,
        "N_Devise": draft.currency,
        "RG_Cours": draft.currency_rate if draft.currency else ZERO,
        "JO_Num": journal.JO_Num,
        "CG_Num": card.CG_NumPrinc,
        "CG_NumCont": payment.general_account or journal.CG_Num,
        "RG_Cloture": 0,
    }


def _journal(session: WriteSession, payment: DraftPayment) -> Record:
    """The journal named for the payment, else the one that the company last used for its mode."""
    if payment.journal:
        named = session.first(_NAMED_JOURNAL, journal=payment.journal)
        if named is None:
            raise RefusedError(messages.UNKNOWN_JOURNAL, journal=payment.journal)
        return named
    usual = session.first(_USUAL_JOURNAL, mode=payment.mode)
    if usual is None:
        raise RefusedError(messages.NO_USUAL_JOURNAL, mode=payment.mode)
    return usual


def _take_number(session: WriteSession) -> str:
    """Take the next number of customer payments."""
    row = session.first(_NUMBERING)
    following = next_piece(row.CR_Numero01 or "") if row else None
    if row is None or following is None:
        raise RefusedError(messages.NO_PAYMENT_NUMBER)
    session.run(_MOVE_ON, row=row.cbMarq, following=following)
    return str(row.CR_Numero01)
