"""Addresses as Sage holds them: delivery addresses of accounts, countries by their name in the company."""

from typing import Any

from sqlalchemy import bindparam, select

from navette.domain.customer import Address
from navette.erp.sage100.tables import F_LIVRAISON, F_PAYS
from navette.erp.sage100.writer import text
from navette.erp.sage100.writer.rows import Row as RowValues
from navette.erp.sage100.writer.session import WriteSession

_COMPARED = ("LI_Intitule", "LI_Adresse", "LI_Complement", "LI_CodePostal", "LI_Ville", "LI_Pays", "LI_Contact")

_OF_ACCOUNT = (
    select(F_LIVRAISON.c.LI_No, F_LIVRAISON.c.LI_Principal, *(F_LIVRAISON.c[name] for name in _COMPARED))
    .where(F_LIVRAISON.c.CT_Num == bindparam("code"))
    .order_by(F_LIVRAISON.c.LI_Principal.desc(), F_LIVRAISON.c.LI_No)
)
_COUNTRY = select(F_PAYS.c.PA_Intitule).where(F_PAYS.c.PA_CodeISO2 == bindparam("iso"))


def delivery_address(session: WriteSession, account: str, address: Address | None) -> int:
    """Give the number of the account's address that equals one, adding it where there is none; without one the main.

    0 where the account has no address at all.
    """
    rows = session.all(_OF_ACCOUNT, code=account)
    if address is None:
        return int(rows[0].LI_No) if rows else 0
    wanted = session.shaper.shape(F_LIVRAISON, _columns(session, address))
    for row in rows:
        if all(_folded(getattr(row, name)) == _folded(wanted[name]) for name in _COMPARED):
            return int(row.LI_No)
    return add_delivery_address(session, account, address, is_main=not rows)


def add_delivery_address(
    session: WriteSession, account: str, address: Address, *, is_main: bool, email: str = ""
) -> int:
    """Add a delivery address to an account and give its number."""
    number = session.next_number(F_LIVRAISON.c.LI_No)
    values = _columns(session, address) | {
        "LI_No": number,
        "CT_Num": account,
        "LI_Principal": int(is_main),
        "N_Expedition": 1,
        "N_Condition": 1,
        "LI_EMail": email,
    }
    session.insert(F_LIVRAISON, [values])
    return number


def title_of(address: Address) -> str:
    """The heading of an address: the company, else the person, else the name that the customer gave it."""
    return address.company or address.full_name or address.alias or address.city


def street_lines(session: WriteSession, address: Address) -> tuple[str, str]:
    """The two lines of the street; a first line that is too long goes on in an empty second one."""
    first = session.usable_length(F_LIVRAISON.c.LI_Adresse)
    second = session.usable_length(F_LIVRAISON.c.LI_Complement)
    if address.line2.strip():
        return text.fit(address.line1, first), text.fit(address.line2, second)
    return text.wrapped(address.line1, first, second)


def country_name(session: WriteSession, address: Address) -> str:
    """The country as the company names it, since addresses store the name; else as the shop does."""
    row = session.first(_COUNTRY, iso=address.country) if address.country else None
    return str(row.PA_Intitule) if row else address.country_name or address.country


def _columns(session: WriteSession, address: Address) -> RowValues:
    street, complement = street_lines(session, address)
    return {
        "LI_Intitule": title_of(address),
        "LI_Adresse": street,
        "LI_Complement": complement,
        "LI_CodePostal": address.postcode,
        "LI_Ville": address.city,
        "LI_CodeRegion": address.region,
        "LI_Pays": country_name(session, address),
        "LI_Contact": address.full_name,
        "LI_Telephone": address.phone or address.mobile,
        "LI_Telecopie": "",
    }


def _folded(value: Any) -> str:
    return str(value or "").strip().casefold()
