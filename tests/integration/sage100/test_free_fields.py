"""Free fields: columns named by their label, described in cbSysLibre."""

import pytest
from sage_rows import add_article, add_family
from sqlalchemy import column, select, table
from sqlalchemy.exc import IntegrityError

from navette.erp.sage100.embedded import FreeField, FreeFieldType, add_free_field, write_transaction
from navette.erp.sage100.tables import F_ENUMLIBRECIAL, cbSysLibre


@pytest.fixture
def extended(company):
    """A company whose articles have a text and a list."""
    with write_transaction(company) as connection:
        add_free_field(connection, FreeField("F_ARTICLE", "Référence Maître", length=64))
        add_free_field(connection, FreeField("F_ARTICLE", "Matière 100 %", FreeFieldType.LIST, values=("Or", "Argent")))
        add_family(connection)
        add_article(connection)
    return company


def test_a_free_field_is_described(extended):
    with extended.connect() as connection:
        rows = connection.execute(select(cbSysLibre).order_by(cbSysLibre.c.CB_Pos)).mappings().all()
        values = connection.scalars(select(F_ENUMLIBRECIAL.c.EL_Intitule)).all()
    assert [(row["CB_Name"], row["CB_Type"], row["CB_Len"]) for row in rows] == [
        ("Référence Maître", 9, 65),
        ("Matière 100 %", 22, 22),
    ]
    assert set(values) == {"Or", "Argent"}


def test_a_free_field_is_a_column_under_its_label(extended):
    with extended.connect() as connection:
        found = connection.scalar(select(column("Référence Maître")).select_from(table("F_ARTICLE")))
    assert found == ""


def test_a_free_field_keeps_its_length(extended):
    with (
        pytest.raises(IntegrityError, match="CK_F_ARTICLE_Référence Maître"),
        write_transaction(extended) as connection,
    ):
        connection.exec_driver_sql('UPDATE F_ARTICLE SET "Référence Maître" = ?', ("x" * 65,))


def test_a_free_field_may_not_take_the_name_of_a_column(company):
    with pytest.raises(ValueError, match="AR_Design"), write_transaction(company) as connection:
        add_free_field(connection, FreeField("F_ARTICLE", "AR_Design", length=10))
