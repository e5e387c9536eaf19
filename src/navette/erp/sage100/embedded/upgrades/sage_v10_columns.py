"""Version 2: the columns that Sage 100 brought with V10 (external references, exclusions)."""

from sqlalchemy import Connection

from navette.erp.sage100.embedded.physical import add_column
from navette.erp.sage100.embedded.upgrades.step import UpgradeStep
from navette.erp.sage100.tables import metadata

ADDED = {
    "F_ARTICLE": ("AR_InterdireCommande", "AR_Exclure"),
    "F_DOCENTETE": ("DO_RefExterne", "DO_TVADebit", "DO_Exclure"),
    "F_DOCLIGNE": ("DL_RefExterne",),
}


def _apply(connection: Connection) -> None:
    for table, columns in ADDED.items():
        for column in columns:
            add_column(connection, table, metadata.tables[table].c[column])


SAGE_V10_COLUMNS = UpgradeStep(2, ADDED, _apply)
