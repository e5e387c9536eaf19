"""Customer accounts (the port ErpParties), found by code, e-mail, SIRET or VAT number."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, or_, select

from navette.domain.customer import Account
from navette.domain.keys import normalise_code
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.mapper.account import to_account
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.reader.promotion_rows import SelectionKind
from navette.erp.sage100.reader.selection import LARGEST_PAGE
from navette.erp.sage100.tables import F_ARTCLIENT, F_COMPTET, F_CONTACTT, F_FAMCLIENT, F_TARIFSELECT

CUSTOMER = 0
"""CT_Type of customers; 1 is for suppliers."""

_GROUP = F_COMPTET.alias("purchasing_group")
_ACCOUNTS = (
    select(
        F_COMPTET.c.CT_Num,
        F_COMPTET.c.CT_Intitule,
        F_COMPTET.c.CT_EMail,
        F_COMPTET.c.CT_Siret,
        F_COMPTET.c.CT_Identifiant,
        F_COMPTET.c.N_CatTarif,
        F_COMPTET.c.N_CatCompta,
        F_COMPTET.c.CT_Sommeil,
        F_COMPTET.c.CT_ControlEnc,
        F_COMPTET.c.CT_NumCentrale,
        F_COMPTET.c.CT_Taux01,
        _GROUP.c.N_CatTarif.label("group_category"),
    )
    .outerjoin(_GROUP, _GROUP.c.CT_Num == F_COMPTET.c.CT_NumCentrale)
    .where(F_COMPTET.c.CT_Type == CUSTOMER)
    .order_by(F_COMPTET.c.CT_Num)
)
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)


def _condensed(column: ColumnElement[str]) -> ColumnElement[str]:
    """A number without blanks and dots, upper-case."""
    return func.upper(func.replace(func.replace(column, " ", ""), ".", ""))


_BY_CODE = _ACCOUNTS.where(F_COMPTET.c.CT_Num.in_(_WANTED))
_BY_SIRET = _ACCOUNTS.where(_condensed(F_COMPTET.c.CT_Siret).in_(_WANTED))
_BY_VAT_NUMBER = _ACCOUNTS.where(_condensed(F_COMPTET.c.CT_Identifiant).in_(_WANTED))
_CODES_BY_EMAIL = (
    select(F_COMPTET.c.CT_Num).where(F_COMPTET.c.CT_EMail.in_(_WANTED)),
    select(F_CONTACTT.c.CT_Num).where(F_CONTACTT.c.CT_EMail.in_(_WANTED)),
)
_CONTACTS = (
    select(F_CONTACTT.c.CT_Num, F_CONTACTT.c.CT_EMail)
    .where(F_CONTACTT.c.CT_Num.in_(_WANTED), F_CONTACTT.c.CT_EMail != "")
    .order_by(F_CONTACTT.c.CT_Num, F_CONTACTT.c.CT_No)
)


class PartyReader:
    """Finds customer accounts; suppliers and others never match."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def accounts_by_code(self, codes: Sequence[str]) -> Mapping[str, Account]:
        """The accounts that exist, by code."""
        wanted = {normalise_code(code) for code in codes}
        return {account.code: account for account in self._find(_BY_CODE, wanted)}

    def accounts_by_email(self, emails: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts whose card or contacts carry an e-mail, by lower-case e-mail."""
        wanted = {email.strip().lower() for email in emails}
        with self._database.reading() as session:
            codes = {
                normalise_code(code)
                for statement in _CODES_BY_EMAIL
                for chunk in _chunks(wanted)
                for code in session.values(statement.params(wanted=chunk))
            }
        return _grouped(self._find(_BY_CODE, codes), wanted, _emails)

    def accounts_by_siret(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts by SIRET, written without blanks."""
        wanted = {condensed(number) for number in numbers}
        return _grouped(self._find(_BY_SIRET, wanted), wanted, lambda account: {condensed(account.siret)})

    def accounts_by_vat_number(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts by VAT number, written without blanks, upper-case."""
        wanted = {condensed(number) for number in numbers}
        return _grouped(self._find(_BY_VAT_NUMBER, wanted), wanted, lambda account: {condensed(account.vat_number)})

    def _find(self, statement: Select[Any], wanted: Iterable[str]) -> Sequence[Account]:
        found: list[Account] = []
        with self._database.reading() as session:
            for chunk in _chunks(wanted):
                found += read_accounts(session, statement.params(wanted=chunk))
        return found


def condensed(number: str) -> str:
    """A SIRET or VAT number without blanks and dots, upper-case."""
    return "".join(number.split()).replace(".", "").upper()


def _chunks(wanted: Iterable[str]) -> Iterable[Sequence[str]]:
    values = sorted({value for value in wanted if value})
    return (values[start : start + LARGEST_PAGE] for start in range(0, len(values), LARGEST_PAGE))


def _emails(account: Account) -> set[str]:
    return {email.strip().lower() for email in (account.email, *account.contact_emails)}


def _grouped(
    accounts: Iterable[Account], wanted: set[str], keys: Callable[[Account], set[str]]
) -> Mapping[str, Sequence[Account]]:
    found: dict[str, list[Account]] = {}
    for account in accounts:
        for key in sorted(keys(account) & wanted):
            found.setdefault(key, []).append(account)
    return found


def read_accounts(session: ReadSession, statement: Select[Any]) -> Sequence[Account]:
    """Read accounts with the e-mails of their contacts."""
    rows = session.all(statement)
    emails: dict[str, list[str]] = {}
    for chunk in _chunks(row.CT_Num for row in rows):
        for contact in session.all(_CONTACTS.params(wanted=chunk)):
            emails.setdefault(normalise_code(contact.CT_Num), []).append(text(contact.CT_EMail))
    return [to_account(row, emails.get(normalise_code(row.CT_Num), ())) for row in rows]


_PRICED = (
    select(F_ARTCLIENT.c.CT_Num).where(F_ARTCLIENT.c.CT_Num.is_not(None)),
    select(F_FAMCLIENT.c.CT_Num),
    select(F_TARIFSELECT.c.TS_Ref).where(F_TARIFSELECT.c.TS_Interes == SelectionKind.CUSTOMER.value),
)
_PRICED_ACCOUNTS = _ACCOUNTS.where(
    F_COMPTET.c.CT_Sommeil == 0,
    or_(*(column.in_(named) for named in _PRICED for column in (F_COMPTET.c.CT_Num, F_COMPTET.c.CT_NumCentrale))),
)


def priced_accounts(session: ReadSession) -> Sequence[Account]:
    """Active accounts that a price row names, themselves or through their purchasing group."""
    return read_accounts(session, _PRICED_ACCOUNTS)
