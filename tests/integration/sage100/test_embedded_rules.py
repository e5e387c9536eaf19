"""The embedded company is no kinder than Sage: what it refuses, and what every write does."""

from datetime import datetime
from decimal import Decimal

import pytest
from sage_rows import add_account, add_article, add_document, add_family, add_general_account, add_line, add_tax
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import (
    F_ARTICLE,
    F_ARTSTOCK,
    F_CATALOGUE,
    F_COMPTET,
    F_DEPOT,
    F_DOCENTETE,
    F_DOCLIGNE,
    F_PAYS,
    F_TARIFQTE,
    UNBOUNDED,
    AmountOutOfRangeError,
)


@pytest.fixture
def base(company):
    """A company with a family, an article, a customer and an order."""
    with write_transaction(company) as connection:
        add_general_account(connection)
        add_family(connection)
        add_article(connection)
        add_account(connection)
        add_account(connection, "FOURNI", CT_Type=1)
        add_document(connection)
        add_line(connection, AR_Ref="BAG01")
    return company


def refused(engine, statement, match):
    with pytest.raises(IntegrityError, match=match), write_transaction(engine) as connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("AR_Design", "x" * 70),
        ("AR_Ref", "R" * 19),
        ("AR_Ref", ""),
        ("AR_Ref", "bag02"),
        ("AR_Ref", "BAG02 "),
        ("AR_Ref", "ÉTé"),
        ("AR_Design", "Bague 日本"),
        ("AR_Design", "Bague č"),
        ("AR_Design", "Bague\x81"),
        ("AR_Design", "Bague\x00日本"),
        ("AR_Sommeil", 40_000),
        ("AR_Sommeil", "oui"),
        ("AR_DateModif", None),
    ],
)
def test_a_value_that_sage_refuses_is_refused(base, column, value):
    values = {"AR_Ref": "BAG09", "FA_CodeFamille": "BAGUE", column: value}
    statement = insert(F_ARTICLE).values(**values)
    if column == "AR_DateModif":
        statement = text("INSERT INTO F_ARTICLE (AR_Ref, FA_CodeFamille, AR_DateModif) VALUES ('B', 'BAGUE', '2026')")
    refused(base, statement, f"CK_F_ARTICLE_{column}")


@pytest.mark.parametrize(
    "designation",
    ["Collier « œil » 12,50 € \N{EN DASH} l\N{RIGHT SINGLE QUOTATION MARK}été", "Bague <or> #1; ={}", "x" * 69, ""],
)
def test_what_windows_1252_holds_is_taken(base, designation):
    with write_transaction(base) as connection:
        add_article(connection, "COL01", AR_Design=designation)
    with base.connect() as connection:
        found = connection.scalar(select(F_ARTICLE.c.AR_Design).where(F_ARTICLE.c.AR_Ref == "col01"))
    assert found == designation


@pytest.mark.parametrize("account", ["WEB-1", "WEB 1", "web1", "", "ÉTÉ", "W" * 18])
def test_account_codes_are_upper_case_letters_and_digits(base, account):
    statement = insert(F_COMPTET).values(CT_Num=account, CG_NumPrinc="4110", CT_Type=0)
    refused(base, statement, "CK_F_COMPTET_CT_Num")


@pytest.mark.parametrize(
    ("statement", "match"),
    [
        (insert(F_ARTICLE).values(AR_Ref="BAG01", FA_CodeFamille="BAGUE"), "UNIQUE"),
        (insert(F_ARTICLE).values(AR_Ref="BAG02", FA_CodeFamille="ABSENT"), "detail family"),
        (insert(F_DOCENTETE).values(DO_Domaine=0, DO_Type=1, DO_Piece="BC00001", DO_Tiers="CLIENT"), "UNIQUE"),
        (insert(F_DOCENTETE).values(DO_Domaine=0, DO_Type=1, DO_Piece="BC2", DO_Tiers="NOBODY"), "82019"),
        (insert(F_DOCENTETE).values(DO_Domaine=0, DO_Type=1, DO_Piece="BC2", DO_Tiers="FOURNI"), "82019"),
        (insert(F_DOCENTETE).values(DO_Domaine=1, DO_Type=12, DO_Piece="BC2", DO_Tiers="CLIENT"), "82019"),
        (update(F_DOCENTETE).values(DO_Tiers="FOURNI"), "82019"),
        (insert(F_ARTSTOCK).values(AR_Ref="BAG01", DE_No=9, cbDE_No=9), "FOREIGN KEY"),
        (insert(F_ARTSTOCK).values(AR_Ref="BAG01", DE_No=9), "CK_F_ARTSTOCK_cbDE_No"),
        (delete(F_ARTICLE), "FOREIGN KEY"),
        (delete(F_COMPTET).where(F_COMPTET.c.CT_Num == "CLIENT"), "has documents"),
        (delete(F_DOCENTETE), "FOREIGN KEY"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_keys_and_links_hold(base, statement, match):
    refused(base, statement, match)


def test_the_tax_codes_of_a_header_must_exist(base):
    with write_transaction(base) as connection:
        add_tax(connection)
        add_document(connection, "BC00002", DO_CodeTaxe1="V20")
    refused(base, update(F_DOCENTETE).values(DO_CodeTaxe1="V99"), "FOREIGN KEY")


def test_lines_may_move_before_their_new_header_is_written(base):
    with write_transaction(base) as connection:
        connection.execute(update(F_DOCLIGNE).values(DO_Type=2, DO_Piece="PL00001", DL_PieceBC="BC00001"))
        add_document(connection, "PL00001", DO_Type=2)
        connection.execute(delete(F_DOCENTETE).where(F_DOCENTETE.c.DO_Type == 1))
    refused(base, update(F_DOCLIGNE).values(DO_Piece="PL00009"), "FOREIGN KEY")


def test_a_twin_is_null_for_zero(base):
    with write_transaction(base) as connection:
        connection.execute(insert(F_DEPOT).values(DE_No=1, DE_Intitule="Principal"))
        connection.execute(insert(F_ARTSTOCK).values(AR_Ref="BAG01", DE_No=1, cbDE_No=1))
    refused(base, update(F_ARTSTOCK).values(DP_NoPrincipal=0, cbDP_NoPrincipal=0), "CK_F_ARTSTOCK_cbDP_NoPrincipal")


def test_shadow_columns_are_computed_and_never_written(base):
    with base.connect() as connection:
        shadow = connection.exec_driver_sql("SELECT cbDO_Piece FROM F_DOCENTETE").scalar_one()
    assert shadow == b"      BC00001"
    with pytest.raises(Exception, match="generated column"), write_transaction(base) as connection:
        connection.exec_driver_sql("UPDATE F_DOCENTETE SET cbDO_Piece = 'x'")


def test_columns_left_out_hold_what_sage_puts_there(base):
    with base.connect() as connection:
        article = connection.execute(select(F_ARTICLE)).mappings().one()
    assert article["AR_Langue1"] == ""
    assert article["AR_Substitut"] is None
    assert article["AR_Publie"] == 0
    assert article["AR_PrixVen"] == Decimal(0)
    assert article["AR_DateApplication"] == datetime(1753, 1, 1)  # noqa: DTZ001 (Sage's empty date)
    assert article["cbCreateur"] == "CSQL"


def test_every_write_moves_the_change_mark(base):
    mark = select(F_ARTICLE.c.cbModification)
    with write_transaction(base) as connection:
        connection.exec_driver_sql("UPDATE F_ARTICLE SET cbModification = '2001-01-01 00:00:00.000000'")
        forced = connection.scalar(mark)
    assert forced is not None
    assert forced.year > 2001
    with write_transaction(base) as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.execute(update(F_ARTICLE).values(AR_Sommeil=1))
    with base.connect() as connection:
        assert connection.scalar(mark) > forced


def test_amounts_are_exact_and_limited(base):
    price = Decimal("999999999.999999")
    with write_transaction(base) as connection:
        connection.execute(update(F_ARTICLE).values(AR_PrixVen=price))
        connection.execute(insert(F_TARIFQTE).values(AR_Ref="BAG01", TQ_RefCF="a01", TQ_BorneSup=UNBOUNDED))
    with base.connect() as connection:
        assert connection.scalar(select(F_ARTICLE.c.AR_PrixVen)) == price
        assert connection.scalar(select(F_TARIFQTE.c.TQ_BorneSup)) == UNBOUNDED
    with pytest.raises(Exception, match="not an amount") as raised, write_transaction(base) as connection:
        connection.execute(update(F_ARTICLE).values(AR_PrixVen=Decimal(10) ** 9))
    assert isinstance(raised.value.__cause__, AmountOutOfRangeError)
    refused(base, text("UPDATE F_ARTICLE SET AR_PrixVen = 1e9"), "CK_F_ARTICLE_AR_PrixVen")


@pytest.mark.parametrize("wanted", ["FRANCE", "france", "France   "])
def test_texts_compare_as_in_french(base, wanted):
    with write_transaction(base) as connection:
        connection.execute(insert(F_PAYS).values(PA_No=1, PA_Intitule="France"))
        connection.execute(insert(F_PAYS).values(PA_No=2, PA_Intitule="Francé"))
    with base.connect() as connection:
        assert connection.scalars(select(F_PAYS.c.PA_No).where(F_PAYS.c.PA_Intitule == wanted)).all() == [1]
    refused(base, insert(F_PAYS).values(PA_No=3, PA_Intitule=wanted), "UNIQUE")


def test_unique_texts_are_unique_per_parent(base):
    with write_transaction(base) as connection:
        connection.execute(insert(F_CATALOGUE).values(CL_No=1, CL_Intitule="Bijoux"))
    refused(base, insert(F_CATALOGUE).values(CL_No=2, CL_Intitule="BIJOUX", CL_NoParent=0), "UNIQUE")


def test_codes_are_paged_by_their_index(base):
    with base.connect() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT AR_Ref FROM F_ARTICLE WHERE AR_Ref > 'A' ORDER BY AR_Ref LIMIT 10"
        ).all()
        joined = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT AC_PrixVen FROM F_ARTICLE a JOIN F_ARTCLIENT c ON c.AR_Ref = a.AR_Ref"
        ).all()
    assert [step[3] for step in plan] == ["SEARCH F_ARTICLE USING COVERING INDEX UK_F_ARTICLE_AR_Ref (AR_Ref>?)"]
    assert any("USING" in step[3] and "(AR_Ref=?)" in step[3] for step in joined)
