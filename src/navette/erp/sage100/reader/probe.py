"""The connection test: is it a company, which version, how large, may it be written."""

from typing import Any

from sqlalchemy import Table, func, select

from navette.domain.errors import ConfigurationError
from navette.domain.messages import erp as messages
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.dialect import EmbeddedFile
from navette.erp.sage100.embedded import company_identity, is_embedded
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.reader.parties import CUSTOMER
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTICLE, F_COMPTET, P_DOSSIER, cbSysTable
from navette.erp.sage100.version import version_of
from navette.ports.erp import ErpProbe


def require_company(database: Database, schema: BaseSchema) -> None:
    """Raise ConfigurationError if the base is no commercial management."""
    missing = schema.missing_tables()
    if missing:
        place = database.place
        name = place.path if isinstance(place, EmbeddedFile) else place.database
        raise ConfigurationError(messages.NOT_SAGE, database=name, missing=", ".join(missing))


def read_probe(database: Database, schema: BaseSchema) -> ErpProbe:
    """Look at the company as a whole."""
    with database.reading() as session:
        embedded = is_embedded(session.connection)
        card = _company_card(session, schema)
        name = text(card[0]) if card else ""
        return ErpProbe(
            identity=company_identity(session.connection) if embedded else _identity(database, card),
            company_name=name,
            version=_version(session, schema),
            is_embedded=embedded,
            articles=_count(session, F_ARTICLE),
            customers=_count(session, F_COMPTET, F_COMPTET.c.CT_Type == CUSTOMER),
            may_write=embedded,
        )


def _company_card(session: ReadSession, schema: BaseSchema) -> Any:
    if not schema.has_column(P_DOSSIER.name, "D_RaisonSoc"):
        return None
    rows = session.all(select(*schema.pick(P_DOSSIER.c.D_RaisonSoc, P_DOSSIER.c.D_Siret)).limit(1))
    return rows[0] if rows else None


def _identity(database: Database, card: Any) -> str:
    """What stays the same when a server moves: the database's name and the company's SIRET."""
    place = database.place
    name = place.path.name if isinstance(place, EmbeddedFile) else place.database
    siret = "".join(text(card[1]).split()) if card else ""
    return f"{name.casefold()}/{siret}"


def _version(session: ReadSession, schema: BaseSchema) -> str:
    """The version that the columns tell, and what the base says of itself."""
    told = ""
    if schema.has_column(cbSysTable.name, "CB_DescVersion"):
        rows = session.all(select(cbSysTable.c.CB_DescVersion).where(cbSysTable.c.CB_Type == "CIAL"))
        told = text(rows[0][0]) if rows else ""
    version = version_of(schema)
    return f"{version} ({told})" if told else version


def _count(session: ReadSession, table: Table, *conditions: Any) -> int:
    return int(session.value(select(func.count()).select_from(table).where(*conditions)))
