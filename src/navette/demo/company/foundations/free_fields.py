"""Free fields of the sample company."""

from datetime import datetime

from sqlalchemy import Connection, MetaData, Table, update

from navette.erp.sage100.embedded import FreeField, FreeFieldType, add_free_field
from navette.erp.sage100.embedded.free_fields import free_column
from navette.erp.sage100.tables import F_ENUMLIBRECIAL, F_ENUMLIBRECPTA

SUMMARY = "Résumé"
MASTER_REFERENCE = "Référence Maître"
MASTER_LABEL = "Libellé référence article"
RANGE_NAMES = ("Nom Gamme 1", "Nom Gamme 2")
RANGE_VALUES = ("Nom Valeur 1", "Nom Valeur 2")
WIDTH, HEIGHT, DEPTH = "Largeur", "Hauteur", "Profondeur"
FEATURE = "Caractéristique"
STONES = "Pierres"
MORE_CATEGORIES = "Catégories supplémentaires"
TRACKING = "Numéro de suivi"

MATERIALS = ("Or jaune 750", "Or blanc 750", "Argent 925", "Acier", "Plaqué or")

_DOCUMENT_FILE, _LINE_FILE = 35, 36

ARTICLE_FIELDS = (
    FreeField("F_ARTICLE", SUMMARY, length=250),
    FreeField("F_ARTICLE", MASTER_REFERENCE, length=64),
    FreeField("F_ARTICLE", MASTER_LABEL, length=69),
    FreeField("F_ARTICLE", RANGE_NAMES[0], length=35),
    FreeField("F_ARTICLE", RANGE_VALUES[0], length=35),
    FreeField("F_ARTICLE", RANGE_NAMES[1], length=35),
    FreeField("F_ARTICLE", RANGE_VALUES[1], length=35),
    FreeField("F_ARTICLE", WIDTH, FreeFieldType.NUMBER),
    FreeField("F_ARTICLE", HEIGHT, FreeFieldType.NUMBER),
    FreeField("F_ARTICLE", DEPTH, FreeFieldType.NUMBER),
    FreeField("F_ARTICLE", FEATURE, FreeFieldType.LIST, values=MATERIALS),
    FreeField("F_ARTICLE", STONES, length=64),
    FreeField("F_ARTICLE", MORE_CATEGORIES, length=64),
)

OTHER_FIELDS = (
    FreeField("F_DOCENTETE", TRACKING, length=35, file_number=_DOCUMENT_FILE),
    FreeField("F_DOCENTETE", "Commentaires", length=100, file_number=_DOCUMENT_FILE),
    FreeField("F_DOCLIGNE", "N° de colis", length=35, file_number=_LINE_FILE),
    FreeField("F_COMPTET", "Origine du client", length=35),
    FreeField("F_COMPTET", "Date d'anniversaire", FreeFieldType.SHORT_DATE),
)


def add_free_fields(connection: Connection, change_mark: datetime) -> None:
    """Add the free fields to the company, with the change mark of the sample on the values of their lists."""
    for field in (*ARTICLE_FIELDS, *OTHER_FIELDS):
        add_free_field(connection, field)
    for table in (F_ENUMLIBRECIAL, F_ENUMLIBRECPTA):
        connection.execute(update(table).values(cbModification=change_mark, cbCreation=change_mark))


def with_free_fields(table: Table) -> Table:
    """Give a table of Sage with the sample's free fields, for writing."""
    extended = table.to_metadata(MetaData())
    for field in (*ARTICLE_FIELDS, *OTHER_FIELDS):
        if field.table == table.name:
            extended.append_column(free_column(field))
    return extended
