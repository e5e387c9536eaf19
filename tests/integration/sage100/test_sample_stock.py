"""Stock of the sample company: the columns are what the documents say."""

from collections import defaultdict
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from navette.demo.company import SAMPLE_DAY
from navette.erp.sage100.tables import (
    F_ARTICLE,
    F_ARTSTOCK,
    F_CMLIEN,
    F_DOCLIGNE,
    F_GAMSTOCK,
    F_LOTSERIE,
)

COLUMNS = ("QteSto", "QteRes", "QtePrepa", "QteCom", "QteResCM", "QteComCM")
FORMER_TYPES = {1: "QteRes", 2: "QtePrepa", 12: "QteCom"}
BACK_TO_BACK = {1: "QteResCM", 12: "QteComCM"}


@pytest.fixture(scope="module")
def moved(sample):
    """What the lines of all documents move, by (article, depot, combination)."""
    line = F_DOCLIGNE.c
    query = (
        select(
            line.AR_Ref, line.DE_No, line.AG_No1, line.AG_No2, line.DO_Type, line.DL_Qte, line.DL_MvtStock,
            F_ARTICLE.c.AR_Contremarque,
        )
        .join(F_ARTICLE, F_ARTICLE.c.AR_Ref == line.AR_Ref)
        .where(F_ARTICLE.c.AR_SuiviStock > 0)
    )  # fmt: skip
    quantities = defaultdict(lambda: dict.fromkeys(COLUMNS, Decimal(0)))
    with sample.connect() as connection:
        for reference, depot, first, second, kind, quantity, movement, back_to_back in connection.execute(query):
            place = quantities[reference, depot, first, second]
            place["QteSto"] += {0: 0, 1: quantity, 3: -quantity}[movement]
            if kind in FORMER_TYPES:
                place[FORMER_TYPES[kind]] += quantity
            if back_to_back and kind in BACK_TO_BACK:
                place[BACK_TO_BACK[kind]] += quantity
    return quantities


def stored(sample, table, prefix, *key):
    columns = [table.c[f"{prefix}_{column}"].label(column) for column in COLUMNS]
    with sample.connect() as connection:
        rows = connection.execute(select(*(table.c[name] for name in key), *columns)).all()
    return {tuple(row[: len(key)]): dict(zip(COLUMNS, row[len(key) :], strict=True)) for row in rows}


def test_quantities_per_depot_are_those_of_the_documents(sample, moved):
    expected = defaultdict(lambda: dict.fromkeys(COLUMNS, Decimal(0)))
    for (reference, depot, _, _), quantities in moved.items():
        for column, quantity in quantities.items():
            expected[reference, depot][column] += quantity
    found = stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")
    assert {key: expected[key] for key in found} == found
    assert set(expected) <= set(found)


def test_quantities_per_combination_are_those_of_the_documents(sample, moved):
    found = stored(sample, F_GAMSTOCK, "GS", "AR_Ref", "DE_No", "AG_No1", "AG_No2")
    expected = {key: moved.get(key, dict.fromkeys(COLUMNS, Decimal(0))) for key in found}
    assert len(found) > 30
    assert found == expected


def test_the_total_of_a_range_article_is_that_of_its_combinations(sample):
    sums = defaultdict(lambda: dict.fromkeys(COLUMNS, Decimal(0)))
    for (reference, depot, _, _), quantities in stored(
        sample, F_GAMSTOCK, "GS", "AR_Ref", "DE_No", "AG_No1", "AG_No2"
    ).items():
        for column, quantity in quantities.items():
            sums[reference, depot][column] += quantity
    totals = stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")
    assert {key: totals[key] for key in sums} == dict(sums)


def test_lots_and_serials_hold_what_the_stock_says(sample):
    remaining = (
        select(F_LOTSERIE.c.AR_Ref, F_LOTSERIE.c.DE_No, func.sum(F_LOTSERIE.c.LS_QteRestant))
        .where(F_LOTSERIE.c.DL_NoIn > 0)
        .group_by(F_LOTSERIE.c.AR_Ref, F_LOTSERIE.c.DE_No)
    )
    with sample.connect() as connection:
        lots = {(reference, depot): quantity for reference, depot, quantity in connection.execute(remaining)}
        exhausted = connection.scalars(
            select(F_LOTSERIE.c.LS_NoSerie).where(F_LOTSERIE.c.LS_LotEpuise == 1, F_LOTSERIE.c.DL_NoIn > 0)
        ).all()
    stock = stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")
    assert lots[("LOT00001", 1)] == 48
    assert lots[("SERIE001", 1)] == 3
    assert {key: stock[key]["QteSto"] for key in lots} == lots
    assert exhausted == ["SERIE001-0001"]


def test_the_value_of_stock_is_its_quantity_at_cost(sample):
    query = select(F_ARTSTOCK.c.AS_QteSto, F_ARTSTOCK.c.AS_MontSto, F_ARTICLE.c.AR_CoutStd).join(
        F_ARTICLE, F_ARTICLE.c.AR_Ref == F_ARTSTOCK.c.AR_Ref
    )
    with sample.connect() as connection:
        rows = connection.execute(query).all()
    assert all(value == quantity * cost for quantity, value, cost in rows)


@pytest.mark.spec("ART-STK-6")
def test_the_awaited_dates_of_the_specification(sample):
    query = (
        select(F_DOCLIGNE.c.DO_Type, F_DOCLIGNE.c.DO_DateLivr, F_DOCLIGNE.c.DL_Qte)
        .where(F_DOCLIGNE.c.AR_Ref == "STKDAT01")
        .order_by(F_DOCLIGNE.c.DO_DateLivr)
    )
    with sample.connect() as connection:
        lines = [
            (kind, (day.date() - SAMPLE_DAY).days, int(quantity)) for kind, day, quantity in connection.execute(query)
        ]
    assert lines == [(1, 2, 4), (1, 3, 5), (12, 4, 10), (12, 7, 1), (12, 25, 20)]
    assert stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")["STKDAT01", 1]["QteSto"] == 0


@pytest.mark.spec("ART-STK-2")
def test_several_depots_with_reserved_prepared_and_ordered(sample):
    stock = stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")
    besancon, dijon, dole = (stock["STKMUL01", depot] for depot in (1, 2, 3))
    assert [int(besancon[name]) for name in ("QteSto", "QteRes", "QtePrepa")] == [19, 4, 3]
    assert (dijon["QteRes"], dole["QteCom"]) == (2, 10)
    assert stock["STKNEG01", 1]["QteSto"] == -3


@pytest.mark.spec("ART-STK-3")
def test_back_to_back_articles_without_stock_are_tied_to_their_purchase(sample):
    stock = stored(sample, F_ARTSTOCK, "AS", "AR_Ref", "DE_No")
    assert stock["CTMARQ01", 1] == dict.fromkeys(COLUMNS, Decimal(0))
    assert (stock["CTMARQ02", 1]["QteResCM"], stock["CTMARQ02", 1]["QteComCM"]) == (1, 1)
    with sample.connect() as connection:
        assert connection.execute(select(F_CMLIEN.c.CM_Qte)).all() == [(Decimal(1),)]
