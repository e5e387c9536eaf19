"""Customer accounts (F_COMPTET)."""

from collections.abc import Sequence

from navette.domain.customer import Account
from navette.domain.keys import normalise_code
from navette.erp.sage100.mapper.values import amount, text
from navette.erp.sage100.rows import Record

BLOCKED = 2
"""CT_ControlEnc of an account that must not be sold to."""


def to_account(row: Record, contact_emails: Sequence[str]) -> Account:
    """Map a card; a purchasing group brings its own price category (sage100 §4.2)."""
    return Account(
        code=normalise_code(row.CT_Num),
        title=text(row.CT_Intitule),
        email=text(row.CT_EMail),
        siret=text(row.CT_Siret),
        vat_number=text(row.CT_Identifiant),
        price_category=row.group_category or row.N_CatTarif or 1,
        accounting_category=row.N_CatCompta or 1,
        is_dormant=bool(row.CT_Sommeil),
        is_blocked=row.CT_ControlEnc == BLOCKED,
        contact_emails=tuple(contact_emails),
        purchasing_group=normalise_code(row.CT_NumCentrale or ""),
        discount=amount(row.CT_Taux01),
    )
