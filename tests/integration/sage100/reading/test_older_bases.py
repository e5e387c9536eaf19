"""Bases of older versions: columns that they lack are done without, lengths are their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.database import Database
from navette.erp.sage100.dialect import EmbeddedFile
from navette.erp.sage100.embedded.connection import company_engine
from navette.erp.sage100.schema import BaseSchema, read_schema
from navette.erp.sage100.version import version_of
from navette.ports.erp import ArticleSelection

SINCE_I7_70 = ("AE_Sommeil",)
TAX_DATES = [f"ComptaCPT_{part}{slot}" for part in ("Date", "TaxeAnc") for slot in (1, 2, 3)]
ABSENT = {
    "F_ARTENUMREF": SINCE_I7_70,
    "F_ARTCOMPTA": [f"ACP_{name}" for name in TAX_DATES],
    "F_FAMCOMPTA": [f"FCP_{name}" for name in TAX_DATES],
    "F_DOCENTETE": [
        "DO_DateLivrRealisee",
        "DO_DateExpedition",
        "DO_TotalHTNet",
        "DO_TotalTTC",
        "DO_RefExterne",
        "DO_EStatut",
    ],
    "F_ARTSTOCK": ["AS_Mouvemente"],
    "F_COLLABORATEUR": ["CO_Sommeil"],
}


def remove_columns(path: Path) -> None:
    """Take the columns of later versions out of a company, as a base of V16 never had them."""
    engine = company_engine(path, durable=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")  # triggers of other tables name these
        for table, absent in ABSENT.items():
            found = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{name}"' for name in found if name not in absent)
            connection.exec_driver_sql(f"CREATE TABLE kept AS SELECT {kept} FROM {table}")
            connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql(f"ALTER TABLE kept RENAME TO {table}")
    engine.dispose()


@pytest.fixture
def old(own_path: Path) -> Iterator[SageCompany]:
    remove_columns(own_path)
    company = SageCompany(EmbeddedFile(own_path), lambda *_: None)
    yield company
    company.close()


def test_everything_is_read_without_the_columns_of_later_versions(old: SageCompany) -> None:
    every = ArticleSelection(published_only=False, with_dormant=True)
    articles = {article.reference: article for page in old.catalog.articles(every, 1) for article in page}
    assert not any(variant.is_dormant for variant in articles["RANGED"].variants)
    assert articles["TAXED"].taxes[0].code == "V10"
    assert sum(map(len, old.stock.stock(every, None))) == 12
    assert sum(map(len, old.prices.price_sheets(every, 1))) == 8
    assert old.documents.sold_articles(["RANGED-52-OR"])["RANGED-52-OR"].reference == "RANGED"
    assert old.choices().representatives == ()


def test_totals_are_added_up_from_the_lines(old: SageCompany) -> None:
    delivery = old.documents.find_documents(["53"])["53"][-1]
    assert (delivery.total_net, delivery.total_gross) == (50, 60)


def test_the_planned_delivery_date_stands_in_for_the_one_that_was_not_kept(old: SageCompany) -> None:
    assert old.documents.progress(["53"], [])["53"].delivery_on == old.today()


def columns_of(**tables: dict[str, int]) -> BaseSchema:
    return BaseSchema(
        {
            table.lower(): {name.lower(): length for name, length in columns.items()}
            for table, columns in tables.items()
        },
        {},
    )


@pytest.mark.parametrize(
    ("columns", "version"),
    [
        ({"F_DOCENTETE": {"DO_RefExterne": 51, "DO_TotalTTC": 0, "DO_Piece": 13}}, "Sage 100 V10"),
        ({"F_DOCENTETE": {"DO_TotalTTC": 0, "DO_Piece": 13}}, "Sage 100c V4"),
        ({"F_DOCENTETE": {"DO_Piece": 13}}, "Sage 100c V3"),
        ({"F_DOCENTETE": {"DO_Piece": 9}, "F_ARTSTOCK": {"AS_Mouvemente": 0}}, "Sage 100c"),
        ({"F_DOCENTETE": {"DO_Piece": 9, "DO_EStatut": 0}}, "Sage 100 i7 8.00"),
        ({"F_DOCENTETE": {"DO_Piece": 9}, "F_ARTENUMREF": {"AE_Sommeil": 0}}, "Sage 100 i7 7.70"),
        ({"F_DOCENTETE": {"DO_Piece": 9}}, "Sage 100 V16"),
    ],
)
def test_the_version_is_told_by_the_columns(columns: dict[str, dict[str, int]], version: str) -> None:
    assert version_of(columns_of(**columns)) == version


def test_lengths_are_those_of_the_base_less_what_sage_leaves_unused() -> None:
    schema = columns_of(F_DOCENTETE={"DO_Piece": 9}, F_ARTICLE={"AR_Ref": 19}, F_COMPTET={"CT_Intitule": 35})
    assert schema.usable_length("F_DOCENTETE", "DO_Piece") == 9
    assert schema.usable_length("F_ARTICLE", "AR_Ref") == 18
    assert schema.usable_length("F_COMPTET", "CT_Intitule") == 35
    assert schema.usable_length("F_COMPTET", "CT_Site") == 0


def test_a_free_field_that_was_deleted_is_not_one(own_path: Path) -> None:
    engine = company_engine(own_path, durable=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cbSysLibre SET CB_Type = 0 WHERE CB_Name = 'Sortie'")
    engine.dispose()
    database = Database(EmbeddedFile(own_path))
    with database.reading() as session:
        names = [field.name for field in read_schema(session).free_fields["F_ARTICLE"]]
    database.close()
    assert names == ["Résumé 100 %", "Largeur", "Matière"]
