"""`export-stock --full`, 50,000 articles, nothing changed: no write, and how much dearer than the bare reads."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bench.figure import Figure
from bench.measuring import forget_preparation, main, timed
from bench.place import place
from bench.seeding import fill_shop
from bench.traffic import bare_seconds, recorded

ARTICLES = 50_000
BARE_READS = (
    "SELECT AR_Ref, AR_SuiviStock, AR_Contremarque, AR_Publie, AR_Sommeil, AR_Gamme1 FROM F_ARTICLE ORDER BY AR_Ref",
    "SELECT AR_Ref, DE_No, AS_QteSto, AS_QteRes, AS_QtePrepa, AS_QteCom, AS_QteResCM, AS_QteComCM FROM F_ARTSTOCK",
    "SELECT AR_Ref, DE_No, AG_No1, AG_No2, GS_QteSto, GS_QteRes, GS_QtePrepa, GS_QteCom FROM F_GAMSTOCK",
)


def bare_erp_read(company: Path) -> None:
    """Read the same rows of the company, and do nothing with them."""
    with sqlite3.connect(company) as connection:
        for statement in BARE_READS:
            connection.execute(statement).fetchall()


def measure() -> Sequence[Figure]:
    """Measure a run that finds nothing to send."""
    with place(ARTICLES) as made:
        levels = fill_shop(made)
        made.run("export-stock", full=True)
        made.shop.start("recorded")
        forget_preparation()
        with recorded() as exchanges:
            report = made.run("export-stock", full=True)
        reads = [exchange for exchange in exchanges if exchange.is_read]
        bare = bare_seconds(reads, made.shop.key) + timed(lambda: bare_erp_read(made.company))
    if report.run.counts.unchanged < levels * 0.99:
        raise RuntimeError(report.run.counts)
    return [
        Figure("stock unchanged, 50,000 articles: write requests", report.requests.write, "requests", 0),
        Figure("stock unchanged, 50,000 articles: ratio to the bare reads", report.seconds / bare, "x", 12),
        Figure("stock unchanged, 50,000 articles: seconds", report.seconds, "s"),
        Figure("stock unchanged, 50,000 articles: bare reads", bare, "s"),
    ]


if __name__ == "__main__":
    main(measure)
