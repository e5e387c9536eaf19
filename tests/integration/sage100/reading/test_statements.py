"""Every statement that reading executes can be said to SQL Server, through each driver's dialect."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from reading_company import LONG_AGO
from sqlalchemy import ClauseElement, event
from sqlalchemy.dialects import registry
from sqlalchemy.engine import Dialect

from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.dialect import EmbeddedFile
from navette.erp.sage100.schema import _columns_of
from navette.ports.erp import ArticleFlow, ArticleSelection

DIALECTS = ("pymssql", "mssqlpython", "pyodbc")


def read_everything(company: SageCompany) -> None:
    """Call every port in every way that leads to a statement of its own."""
    some = frozenset({"BAGUE1", "RANGED"})
    for selection in (
        ArticleSelection(),
        ArticleSelection(published_only=False, with_dormant=True),
        ArticleSelection(references=some),
        ArticleSelection(since=LONG_AGO, always=some),
    ):
        for warehouses in (None, frozenset({1, 2})):
            list(company.stock.stock(selection, warehouses))
        list(company.catalog.articles(selection, 1))
        list(company.prices.price_sheets(selection, 1, 1, 3))
        for flow in ArticleFlow:
            company.catalog.count_articles(selection, flow)
    company.catalog.family_categories()
    company.catalog.catalogue_categories()
    company.stock.arrivals(["BAGUE1"])
    company.prices.priced_accounts()
    parties = company.parties
    for find in (parties.accounts_by_code, parties.accounts_by_email, parties.accounts_by_siret):
        find(["CARAT"])
    parties.accounts_by_vat_number(["FR1"])
    documents = company.documents
    documents.sold_articles(["BAGUE1"])
    documents.find_documents(["53"])
    documents.progress(["53"], ["Suivi", "DO_Ref"])
    for since in (None, LONG_AGO + timedelta(days=1)):
        list(documents.changed_web_numbers(since))
    company.choices()
    company.probe()
    company.today()


def mssql(driver: str) -> Dialect:
    return registry.load(f"mssql.{driver}")()


@pytest.fixture(scope="module")
def statements(small_path: Path) -> Iterator[dict[str, ClauseElement]]:
    """What a whole reading executed, each statement once, by its text for pymssql."""
    found: dict[str, ClauseElement] = {}
    company = SageCompany(EmbeddedFile(small_path), lambda *_: None)

    @event.listens_for(company._database.engine, "before_execute")
    def note(_connection: object, statement: object, *_: object) -> None:
        if isinstance(statement, ClauseElement):
            found[str(statement.compile(dialect=mssql("pymssql")))] = statement

    read_everything(company)
    yield found
    company.close()


@pytest.mark.parametrize("driver", DIALECTS)
def test_every_statement_compiles(statements: dict[str, ClauseElement], driver: str) -> None:
    dialect = mssql(driver)
    assert len(statements) > 60
    for statement in statements.values():
        compiled = str(statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))
        assert "LIMIT" not in compiled
        assert "strftime" not in compiled


def test_free_fields_are_quoted_whatever_their_names_hold(statements: dict[str, ClauseElement]) -> None:
    assert any("[Résumé 100 %]" in text for text in statements)


def test_pages_are_cut_by_the_server(statements: dict[str, ClauseElement]) -> None:
    assert any("SELECT TOP" in text and "[AR_Ref] >" in text for text in statements)


def test_no_price_is_computed_in_sql(statements: dict[str, ClauseElement]) -> None:
    prices = ("PrixVen", "Remise", "Coef", "TG_Prix", "TC_Prix", "PrixNet")
    for text in statements:
        assert not any(f"{name}])" in text or f"{name}] *" in text for name in prices), text


@pytest.mark.parametrize("driver", DIALECTS)
def test_the_structure_is_read_from_the_information_schema(driver: str) -> None:
    compiled = str(_columns_of("mssql").compile(dialect=mssql(driver)))
    assert "[INFORMATION_SCHEMA].[COLUMNS]" in compiled
