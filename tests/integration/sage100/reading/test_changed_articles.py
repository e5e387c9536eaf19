"""Which articles a change concerns, by flow: the latest change of all tables that a flow depends on."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from reading_company import LONG_AGO, TODAY, YESTERDAY, adder, moment
from sqlalchemy import Table

from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import (
    F_ARTCLIENT,
    F_ARTCOMPTA,
    F_ARTENUMREF,
    F_ARTFOURNISS,
    F_ARTGAMME,
    F_ARTGLOSS,
    F_ARTICLE,
    F_ARTICLEMEDIA,
    F_ARTSTOCK,
    F_CATALOGUE,
    F_COMPTET,
    F_CONDITION,
    F_ENUMGAMME,
    F_FAMCLIENT,
    F_FAMCOMPTA,
    F_FAMILLE,
    F_FAMTARIF,
    F_FAMTARIFQTE,
    F_GAMSTOCK,
    F_GLOSSAIRE,
    F_NOMENCLAT,
    F_TARIF,
    F_TARIFCOND,
    F_TARIFGAM,
    F_TARIFQTE,
    F_TARIFSELECT,
    F_TAXE,
    P_ARRONDI,
    P_CATTARIF,
    P_DEVISE,
    P_GAMME,
)
from navette.ports.erp import ArticleFlow, ArticleSelection

PUBLISHED = {"BAGUE1", "RANGED", "SIZED", "PACKED", "TAXED", "SERVICE"}
CATALOG, STOCK, PRICES = ArticleFlow.CATALOG, ArticleFlow.STOCK, ArticleFlow.PRICES


def changed(company: SageCompany, flow: ArticleFlow, since: datetime, **selection: object) -> set[str]:
    chosen = ArticleSelection(since=since, **selection)
    match flow:
        case ArticleFlow.CATALOG:
            pages = company.catalog.articles(chosen, 1)
            found = {article.reference for page in pages for article in page}
        case ArticleFlow.STOCK:
            found = {level.article.reference for page in company.stock.stock(chosen, None) for level in page}
        case ArticleFlow.PRICES:
            found = {sheet.key.reference for page in company.prices.price_sheets(chosen, 1) for sheet in page}
    assert company.catalog.count_articles(chosen, flow) == len(found)
    return found


def touch(company: SageCompany, table: Table, *conditions: object) -> None:
    """Write rows as they are: the trigger moves their change mark."""
    with write_transaction(company._database.engine) as connection:
        connection.execute(table.update().where(*conditions).values(cbProt=0))


@pytest.mark.parametrize("flow", ArticleFlow)
@pytest.mark.spec("ART-FLT-3")
class TestSince:
    def test_nothing_changed(self, small: SageCompany, flow: ArticleFlow) -> None:
        since = LONG_AGO + timedelta(minutes=1) if flow is STOCK else moment(TODAY)
        assert changed(small, flow, since) == set()

    def test_an_instant_counts_itself(self, small: SageCompany, flow: ArticleFlow) -> None:
        assert changed(small, flow, LONG_AGO) == PUBLISHED

    def test_what_waits_joins_and_filters_still_hold(self, small: SageCompany, flow: ArticleFlow) -> None:
        waiting = frozenset({"sized", "DORMANT", "GONE"})
        assert changed(small, flow, moment(TODAY), always=waiting) == {"SIZED"}

    def test_some_references_of_what_changed(self, small: SageCompany, flow: ArticleFlow) -> None:
        assert changed(small, flow, LONG_AGO, references=frozenset({"SIZED", "HIDDEN"})) == {"SIZED"}


RANGED, RING = {"RANGED"}, {"BAGUE1"}
OWN_ROWS = [
    (F_ARTICLE, RING, {CATALOG, STOCK, PRICES}),
    (F_ARTSTOCK, RING, {CATALOG, STOCK}),
    (F_GAMSTOCK, RANGED, {CATALOG, STOCK}),
    (F_ARTGAMME, RANGED, {CATALOG, STOCK, PRICES}),
    (F_ARTENUMREF, RANGED, {CATALOG, STOCK, PRICES}),
    (F_CONDITION, {"PACKED"}, {CATALOG, STOCK, PRICES}),
    (F_ARTCLIENT, RING, {CATALOG, PRICES}),
    (F_TARIFQTE, RING, {CATALOG, PRICES}),
    (F_TARIFGAM, RANGED, {CATALOG, PRICES}),
    (F_TARIFCOND, {"PACKED"}, {CATALOG, PRICES}),
    (F_ARTCOMPTA, {"TAXED"}, {CATALOG, PRICES}),
    (F_NOMENCLAT, RING, {CATALOG}),
    (F_ARTICLEMEDIA, RING, {CATALOG}),
    (F_ARTGLOSS, RING, {CATALOG}),
    (F_ARTFOURNISS, RING, {CATALOG}),
]


@pytest.mark.parametrize(("table", "references", "flows"), OWN_ROWS, ids=lambda value: getattr(value, "name", ""))
def test_a_row_of_an_article(own: SageCompany, table: Table, references: set[str], flows: set[ArticleFlow]) -> None:
    since = own.clock()
    touch(own, table, table.c.AR_Ref.in_(references))
    for flow in ArticleFlow:
        assert changed(own, flow, since) == (references if flow in flows else set()), flow


SHARED_ROWS: list[tuple[str, Table, Callable[[], object], set[str], set[ArticleFlow]]] = [
    ("family", F_FAMILLE, lambda: F_FAMILLE.c.FA_CodeFamille == "BAGUES", PUBLISHED, {CATALOG}),
    ("taxes of a family", F_FAMCOMPTA, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("discount of a family", F_FAMTARIF, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("band of a family", F_FAMTARIFQTE, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("family of a customer", F_FAMCLIENT, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("catalogue", F_CATALOGUE, lambda: F_CATALOGUE.c.CL_No == 2, RING, {CATALOG}),
    ("glossary", F_GLOSSAIRE, lambda: F_GLOSSAIRE.c.GL_No == 1, RING, {CATALOG}),
    ("range values", F_ENUMGAMME, lambda: F_ENUMGAMME.c.EG_Champ == 2, RANGED, {CATALOG}),
    ("label of a range", P_GAMME, lambda: P_GAMME.c.cbIndice == 1, PUBLISHED, {CATALOG}),
    ("supplier", F_COMPTET, lambda: F_COMPTET.c.CT_Num == "ORFEVRE", RING, {CATALOG}),
    ("customer with a price", F_COMPTET, lambda: F_COMPTET.c.CT_Num == "GROUP", RING, {CATALOG, PRICES}),
    ("customer without", F_COMPTET, lambda: F_COMPTET.c.CT_Num == "TOPAZ", set(), set()),
    ("member of a group", F_COMPTET, lambda: F_COMPTET.c.CT_Num == "CARAT", PUBLISHED, {CATALOG, PRICES}),
    ("tax", F_TAXE, lambda: F_TAXE.c.TA_Code == "V20", PUBLISHED, {CATALOG, PRICES}),
    ("price category", P_CATTARIF, lambda: P_CATTARIF.c.cbIndice == 1, PUBLISHED, {CATALOG, PRICES}),
    ("rounding", P_ARRONDI, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("currency", P_DEVISE, lambda: True, PUBLISHED, {CATALOG, PRICES}),
    ("promotion of an article", F_TARIF, lambda: F_TARIF.c.TF_No == 1, RING, {CATALOG, PRICES}),
    ("promotion of a family", F_TARIF, lambda: F_TARIF.c.TF_No == 2, PUBLISHED, {CATALOG, PRICES}),
    ("rebate", F_TARIF, lambda: F_TARIF.c.TF_No == 4, set(), set()),
    ("selection", F_TARIFSELECT, lambda: F_TARIFSELECT.c.TF_No == 1, RING, {CATALOG, PRICES}),
]


@pytest.mark.parametrize(
    ("table", "condition", "references", "flows"),
    [case[1:] for case in SHARED_ROWS],
    ids=[case[0] for case in SHARED_ROWS],
)
def test_a_row_that_articles_share(own: SageCompany, table, condition, references, flows) -> None:
    since = own.clock()
    touch(own, table, condition())
    for flow in ArticleFlow:
        assert changed(own, flow, since) == (references if flow in flows else set()), flow


def test_a_promotion_of_all_articles(own: SageCompany) -> None:
    since = own.clock()
    with write_transaction(own._database.engine) as connection:
        connection.execute(F_TARIF.insert().values(TF_No=9, TF_Intitule="Tout", TF_Type=0))
    assert changed(own, PRICES, since) == PUBLISHED


@pytest.mark.spec("ART-FLT-3")
class TestDates:
    """Nothing was written since yesterday noon; the ring's own text and sale ended yesterday."""

    def check(self, own: SageCompany, also: set[ArticleFlow]) -> None:
        since = moment(YESTERDAY) + timedelta(hours=12)
        for flow in ArticleFlow:
            expected = (set() if flow is STOCK else RING) | ({"SIZED"} if flow in also else set())
            assert changed(own, flow, since) == expected, flow

    def test_periods_that_ended(self, small: SageCompany) -> None:
        self.check(small, set())

    def test_a_text_that_begins(self, own: SageCompany) -> None:
        with write_transaction(own._database.engine) as connection:
            adder(connection)(F_GLOSSAIRE, GL_No=9, GL_PeriodeDeb=moment(TODAY))
            adder(connection)(F_ARTGLOSS, AR_Ref="SIZED", GL_No=9)
        self.check(own, {CATALOG})

    @pytest.mark.parametrize("dates", [{"TF_Debut": moment(TODAY)}, {"TF_Fin": moment(YESTERDAY)}])
    def test_a_sale_that_begins_or_ended(self, own: SageCompany, dates: dict[str, datetime]) -> None:
        with write_transaction(own._database.engine) as connection:
            adder(connection)(F_TARIF, TF_No=9, TF_Intitule="Sale", **dates)
            adder(connection)(F_TARIFSELECT, TF_No=9, TS_Interes=1, TS_Ref="SIZED")
        self.check(own, {CATALOG, PRICES})

    def test_a_rate_that_changes(self, own: SageCompany) -> None:
        with write_transaction(own._database.engine) as connection:
            adder(connection)(F_ARTCOMPTA, AR_Ref="SIZED", ACP_Champ=1, ACP_ComptaCPT_Date1=moment(TODAY))
        self.check(own, {CATALOG, PRICES})
