"""A new customer: card made from the template, general account, addresses, contact, payment terms (spec CUS-IMP)."""

from typing import Any

from sqlalchemy import bindparam, select

from navette.domain.account_code import clean_code
from navette.domain.customer import NewAccount
from navette.domain.errors import RefusedError
from navette.domain.keys import normalise_code
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_COMPTET, F_COMPTETG, F_CONTACTT, F_REGLEMENTT
from navette.erp.sage100.writer.addresses import (
    add_delivery_address,
    country_name,
    delivery_address,
    street_lines,
    title_of,
)
from navette.erp.sage100.writer.session import WriteSession

_CUSTOMER = 0

INHERITED = (
    "CG_NumPrinc",
    "CO_No",
    "N_CatCompta",
    "N_CatTarif",
    "N_Devise",
    "CT_NumCentrale",
    "CA_NumIFRS",
    "N_AnalytiqueIFRS",
    "CA_Num",
    "N_Analytique",
    "DE_No",
    "MR_No",
    "N_Period",
    "CT_Taux01",
    "CT_Taux02",
    "CT_Taux03",
    "CT_Taux04",
    "CT_ControlEnc",
    "CT_Assurance",
    "N_Risque",
    "CT_Langue",
    "CT_LangueISO2",
    "CT_LivrPartielle",
    "CT_BLFact",
    *(f"CT_Statistique{number:02d}" for number in range(1, 11)),
)
"""Columns that a card inherits from its template (spec CUS-IMP-3)."""

_DEFAULTED = (
    "N_Expedition",
    "N_Condition",
    "CT_Facture",
    "CT_Saut",
    "CT_Lettrage",
    "CT_EchangeCR",
    "CT_AnnulationCR",
)
"""Columns that Sage fills with 1 on a new card; the template's own value goes first (sage100 §2.3)."""

_ONE_AT_LEAST = ("N_CatTarif", "N_CatCompta", "N_Risque", "N_Period")

_TERM_COLUMNS = (
    "N_Reglement",
    "RT_Condition",
    "RT_NbJour",
    *(f"RT_JourTb{number:02d}" for number in range(1, 7)),
    "RT_TRepart",
    "RT_VRepart",
)

_TEMPLATE = select(*(F_COMPTET.c[name] for name in ("CT_Type", *INHERITED, *_DEFAULTED))).where(
    F_COMPTET.c.CT_Num == bindparam("code")
)
_TERMS = select(*(F_REGLEMENTT.c[name] for name in _TERM_COLUMNS)).where(F_REGLEMENTT.c.CT_Num == bindparam("code"))


def create_account(session: WriteSession, wanted: NewAccount, code: str) -> None:
    """Create a customer under a code; raises RefusedError for a code or a template that Sage would not take."""
    limit = session.usable_length(F_COMPTET.c.CT_Num)
    if not code or code != clean_code(code) or len(code) > limit:
        raise RefusedError(messages.INVALID_CODE, code=code, length=limit)
    template_code = normalise_code(wanted.template)
    template = session.first(_TEMPLATE, code=template_code)
    if template is None or template.CT_Type != _CUSTOMER:
        raise RefusedError(messages.UNKNOWN_TEMPLATE, template=wanted.template)
    session.insert(F_COMPTET, [_card(session, wanted, code, template)])
    session.insert(F_COMPTETG, [{"CT_Num": code, "CG_Num": template.CG_NumPrinc}])
    _add_terms(session, template_code, code)
    add_delivery_address(session, code, wanted.invoice, is_main=True, email=wanted.email)
    delivery_address(session, code, wanted.delivery)
    _add_contact(session, wanted, code)


def _card(session: WriteSession, wanted: NewAccount, code: str, template: Record) -> dict[str, Any]:
    inherited = {name: getattr(template, name) for name in INHERITED}
    inherited |= {name: getattr(template, name) or 1 for name in (*_DEFAULTED, *_ONE_AT_LEAST)}
    if wanted.accounting_category is not None:
        inherited["N_CatCompta"] = wanted.accounting_category
    if wanted.sales_representative is not None:
        inherited["CO_No"] = wanted.sales_representative
    return inherited | _identity(session, wanted, code) | _invoice_address(session, wanted)


def _identity(session: WriteSession, wanted: NewAccount, code: str) -> dict[str, Any]:
    title = wanted.title or title_of(wanted.invoice)
    return {
        "CT_Num": code,
        "CT_Type": _CUSTOMER,
        "CT_NumPayeur": code,
        "CT_Intitule": title,
        "CT_Classement": title.upper(),
        "CT_Identifiant": without_blanks(wanted.vat_number).upper(),
        "CT_Siret": without_blanks(wanted.siret),
        "CT_Ape": without_blanks(wanted.ape).upper(),
        "CT_DateCreate": session.today,
        "CT_DateMAJ": session.today,
    }


def _invoice_address(session: WriteSession, wanted: NewAccount) -> dict[str, Any]:
    street, complement = street_lines(session, wanted.invoice)
    contact = f"{wanted.contact_first_name} {wanted.contact_last_name}".strip()
    return {
        "CT_Contact": contact or wanted.invoice.full_name,
        "CT_Adresse": street,
        "CT_Complement": complement,
        "CT_CodePostal": wanted.invoice.postcode,
        "CT_Ville": wanted.invoice.city,
        "CT_CodeRegion": wanted.invoice.region,
        "CT_Pays": country_name(session, wanted.invoice),
        "CT_Telephone": wanted.phone,
        "CT_Telecopie": wanted.fax,
        "CT_EMail": wanted.email.strip(),
    }


def _add_terms(session: WriteSession, template: str, code: str) -> None:
    terms = session.all(_TERMS, code=template)
    rows = [{name: getattr(term, name) for name in _TERM_COLUMNS} | {"CT_Num": code} for term in terms]
    session.insert(F_REGLEMENTT, rows)


def _add_contact(session: WriteSession, wanted: NewAccount, code: str) -> None:
    last_name = wanted.contact_last_name or wanted.invoice.last_name or wanted.title
    contact = {
        "CT_Num": code,
        "CT_No": session.next_number(F_CONTACTT.c.CT_No),
        "CT_Nom": last_name,
        "CT_Prenom": wanted.contact_first_name or wanted.invoice.first_name,
        "CT_EMail": wanted.email.strip(),
        "CT_Telephone": wanted.phone,
        "CT_TelPortable": wanted.invoice.mobile,
        "N_Service": 1,
        "N_Contact": 1,
    }
    session.insert(F_CONTACTT, [contact])


def without_blanks(number: str) -> str:
    """Write a SIRET, VAT or APE number without the blanks and dots that people put into it."""
    return "".join(character for character in number if character.isalnum())
