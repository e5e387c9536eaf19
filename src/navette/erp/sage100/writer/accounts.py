"""The customer of a document: an existing account, one adopted, or one created from the template card."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from navette.domain.customer import NewAccount
from navette.domain.document import DocumentDraft
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.keys import normalise_code
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_COMPTET, F_CONTACTT, P_CRISQUE
from navette.erp.sage100.writer.account_creation import create_account, without_blanks
from navette.erp.sage100.writer.session import WriteSession

_CUSTOMER = 0
_BY_RISK_CODE = 1
_BLOCKED = 2

_ACCOUNT = (
    select(
        F_COMPTET.c.CT_Num,
        F_COMPTET.c.CT_Type,
        F_COMPTET.c.CT_EMail,
        F_COMPTET.c.CT_Siret,
        F_COMPTET.c.CT_Sommeil,
        F_COMPTET.c.CT_ControlEnc,
        F_COMPTET.c.CG_NumPrinc,
        F_COMPTET.c.CT_NumPayeur,
        F_COMPTET.c.CT_NumCentrale,
        F_COMPTET.c.CO_No,
        F_COMPTET.c.DE_No,
        F_COMPTET.c.MR_No,
        F_COMPTET.c.CA_Num,
        F_COMPTET.c.CA_NumIFRS,
        F_COMPTET.c.N_CatTarif,
        F_COMPTET.c.N_CatCompta,
        F_COMPTET.c.N_Period,
        F_COMPTET.c.N_Expedition,
        F_COMPTET.c.N_Condition,
        F_COMPTET.c.CT_Facture,
        F_COMPTET.c.CT_BLFact,
        F_COMPTET.c.CT_Langue,
        F_COMPTET.c.CT_FactureElec,
        F_COMPTET.c.CT_Contact,
        P_CRISQUE.c.R_Type,
    )
    .outerjoin(P_CRISQUE, P_CRISQUE.c.cbIndice == F_COMPTET.c.N_Risque)
    .where(F_COMPTET.c.CT_Num == bindparam("code"))
)
_CONTACT_EMAILS = select(F_CONTACTT.c.CT_EMail).where(F_CONTACTT.c.CT_Num == bindparam("code"))


@dataclass(frozen=True, slots=True)
class DocumentAccount:
    """The account of a document, with the columns of its card that headers copy."""

    card: Record
    was_created: bool

    @property
    def code(self) -> str:
        """The account's code as stored."""
        return str(self.card.CT_Num)


def resolve_account(session: WriteSession, draft: DocumentDraft) -> DocumentAccount:
    """Find, adopt or create the account of a draft.

    Raises RefusedError where there is none to take, WaitingError where the account may not be used now.
    """
    if draft.new_account is not None:
        return _adopted_or_created(session, draft.new_account)
    card = session.first(_ACCOUNT, code=normalise_code(draft.account))
    if card is None or card.CT_Type != _CUSTOMER:
        raise RefusedError(messages.UNKNOWN_ACCOUNT, account=draft.account)
    _require_usable(card)
    return DocumentAccount(card, was_created=False)


def _adopted_or_created(session: WriteSession, wanted: NewAccount) -> DocumentAccount:
    codes = [normalise_code(code) for code in (wanted.code, *wanted.alternatives)]
    for code in codes:
        card = session.first(_ACCOUNT, code=code)
        if card is None:
            create_account(session, wanted, code)
            return DocumentAccount(session.one(_ACCOUNT, code=code), was_created=True)
        if card.CT_Type == _CUSTOMER and _is_same_customer(session, card, wanted):
            _require_usable(card)
            return DocumentAccount(card, was_created=False)
    raise RefusedError(messages.CODE_TAKEN, code=codes[0], tried=len(codes) - 1)


def _is_same_customer(session: WriteSession, card: Record, wanted: NewAccount) -> bool:
    """Whether an account is that of the customer: the SIRET agrees, or an e-mail of the card or its contacts."""
    siret = without_blanks(wanted.siret)
    if siret and siret == without_blanks(card.CT_Siret or ""):
        return True
    email = wanted.email.strip().casefold()
    if not email:
        return False
    known = [card.CT_EMail, *(row.CT_EMail for row in session.all(_CONTACT_EMAILS, code=card.CT_Num))]
    return any(email == (address or "").strip().casefold() for address in known)


def _require_usable(card: Record) -> None:
    if card.CT_Sommeil:
        raise WaitingError(messages.DORMANT_ACCOUNT, account=card.CT_Num)
    is_blocked = card.CT_ControlEnc == _BLOCKED
    if is_blocked or (card.CT_ControlEnc == _BY_RISK_CODE and card.R_Type == _BLOCKED):
        raise WaitingError(messages.BLOCKED_ACCOUNT, account=card.CT_Num)
