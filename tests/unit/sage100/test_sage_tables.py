"""The table definitions: names, lengths, exact amounts, statements for SQL Server."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import String, insert, select
from sqlalchemy.dialects import mssql, sqlite
from sqlalchemy.schema import CreateTable

from navette.erp.sage100 import tables
from navette.erp.sage100.tables import UNBOUNDED, Amount, AmountOutOfRangeError, BandBound, facts

ALL_TABLES = list(tables.metadata.tables.values())
SQLITE = sqlite.dialect()
MSSQL = mssql.dialect()


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_every_table_is_importable_by_its_name_and_inserts_without_output_clause(table):
    assert getattr(tables, table.name) is table
    statement = str(insert(table).compile(dialect=MSSQL))
    assert "OUTPUT" not in statement


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_every_text_has_a_length_that_sage_uses_in_full_or_but_for_one(table):
    for column in table.c:
        if isinstance(column.type, String) and column.type.length and "sage" in column.info:
            assert column.type.length - 1 <= facts(column).usable <= column.type.length


@pytest.mark.parametrize(
    ("column", "declared", "usable"),
    [
        (tables.F_ARTICLE.c.AR_Ref, 19, 18),
        (tables.F_FAMILLE.c.FA_CodeFamille, 11, 10),
        (tables.F_COMPTET.c.CT_Num, 17, 17),
        (tables.F_COMPTET.c.CT_Intitule, 69, 69),
        (tables.F_DOCENTETE.c.DO_Piece, 13, 13),
        (tables.F_DOCENTETE.c.DO_NoWeb, 17, 17),
        (tables.F_LOTSERIE.c.LS_NoSerie, 31, 30),
    ],
)
def test_lengths_of_a_recent_base(column, declared, usable):
    assert (column.type.length, facts(column).usable) == (declared, usable)


def test_texts_are_varchar_and_amounts_numeric_on_sql_server():
    ddl = str(CreateTable(tables.F_DOCLIGNE).compile(dialect=MSSQL))
    assert "[DL_Design] VARCHAR(69) NULL" in ddl
    assert "[DL_PrixUnitaire] NUMERIC(24, 6) NULL" in ddl
    assert "[DL_Remise03REM_Type] SMALLINT NULL" in ddl
    assert "NVARCHAR" not in ddl


def test_internal_numbers_have_a_twin_that_is_optional():
    twin = tables.F_DOCENTETE.c.cbDE_No
    assert facts(twin).twin_of == "DE_No"
    assert facts(twin).optional


def test_labels_of_columns_survive_selecting():
    statement = str(select(tables.F_ARTICLE.c.AR_Ref).compile(dialect=MSSQL))
    assert statement.splitlines()[0] == "SELECT [F_ARTICLE].[AR_Ref] "


@given(st.decimals(min_value=Decimal("-999999999.999999"), max_value=Decimal("999999999.999999"), places=6))
def test_amounts_come_back_from_a_double_as_they_were(amount):
    stored = Amount().process_bind_param(amount, SQLITE)
    assert isinstance(stored, float)
    assert Amount().process_result_value(stored, SQLITE) == amount


@pytest.mark.parametrize(
    ("given_amount", "kept"), [("0.0000005", "0.000001"), ("-0.0000005", "-0.000001"), ("12", "12")]
)
def test_amounts_are_rounded_to_six_places_as_sql_server_does(given_amount, kept):
    assert Amount().exact(Decimal(given_amount)) == Decimal(kept)


@pytest.mark.parametrize("amount", [Decimal(10) ** 9, -(Decimal(10) ** 9), Decimal("NaN"), Decimal("Infinity")])
def test_amounts_of_a_thousand_million_are_refused(amount):
    with pytest.raises(AmountOutOfRangeError):
        Amount().process_bind_param(amount, SQLITE)


@pytest.mark.parametrize("value", [1.5, True, "12"])
def test_an_amount_is_never_a_float(value):
    with pytest.raises(TypeError):
        Amount().process_bind_param(value, MSSQL)


def test_the_last_band_has_a_bound_beyond_amounts():
    stored = BandBound().process_bind_param(UNBOUNDED, SQLITE)
    assert BandBound().process_result_value(stored, SQLITE) == UNBOUNDED
