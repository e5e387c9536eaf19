"""`export-stock`, 1,000 changed of 20,000, PrestaShop 8: write requests, and the ratio to the same requests bare."""

import random
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import text

from bench.figure import Figure
from bench.measuring import forget_preparation, main
from bench.place import place
from bench.seeding import fill_shop
from bench.traffic import bare_seconds, recorded
from navette.erp.sage100.embedded import open_company, write_transaction

ARTICLES = 20_000
CHANGED = 1_000


def change_stock(company: Path, number: int) -> None:
    """Change the physical stock of some articles, as a movement in the company does."""
    engine = open_company(company)
    with write_transaction(engine) as connection:
        query = (
            "SELECT s.cbMarq FROM F_ARTSTOCK s JOIN F_ARTICLE a ON a.AR_Ref = s.AR_Ref WHERE a.AR_Publie = 1 AND "
            "a.AR_Sommeil = 0 AND a.AR_SuiviStock > 0 AND a.AR_Gamme1 = 0 AND a.AR_Contremarque = 0 AND "
            "s.DE_No = 1 AND s.AS_QteSto > s.AS_QteRes + s.AS_QtePrepa ORDER BY s.cbMarq"
        )
        rows = list(connection.scalars(text(query)))
        for mark in random.Random(1).sample(rows, number):
            connection.execute(
                text("UPDATE F_ARTSTOCK SET AS_QteSto = AS_QteSto + 7 WHERE cbMarq = :mark"), {"mark": mark}
            )
    engine.dispose()


def measure() -> Sequence[Figure]:
    """Measure an incremental run after changes."""
    with place(ARTICLES) as made:
        fill_shop(made)
        made.run("export-stock", full=True)
        change_stock(made.company, CHANGED)
        made.shop.start("recorded")
        forget_preparation()
        with recorded() as exchanges:
            report = made.run("export-stock")
        bare = bare_seconds(exchanges, made.shop.key)
    if report.run.counts.updated != CHANGED:
        raise RuntimeError(report.run.counts)
    return [
        Figure("stock, 1,000 changed of 20,000: write requests", report.requests.write, "requests", 12),
        Figure("stock, 1,000 changed of 20,000: ratio to a bare loop", report.seconds / bare, "x", 1.5),
        Figure("stock, 1,000 changed of 20,000: seconds", report.seconds, "s"),
    ]


if __name__ == "__main__":
    main(measure)
