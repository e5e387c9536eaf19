"""`import-orders`, 1,000 orders: the ratio to inserting the same finished documents plus the bare reads."""

import random
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.figure import Figure
from bench.measuring import forget_preparation, main, timed
from bench.place import Place, place
from bench.traffic import bare_seconds, recorded
from navette.demo.round_trip.assortment import choose_assortment
from navette.demo.round_trip.purchases import Assortment
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.demo.shops.prestashop.storefront.checkout import Buyer, Checkout, CheckoutRow, PostalAddress
from navette.erp.sage100.embedded import open_company

ARTICLES = 300
ORDERS = 1_000
PAID = 2
CUSTOMERS = 250
TABLES = (
    *("F_COMPTET", "F_COMPTETG", "F_LIVRAISON", "F_CONTACTT", "F_REGLEMENTT"),
    *("F_DOCENTETE", "F_DOCLIGNE", "F_DOCLIGNETEXT", "F_DOCREGL", "F_CREGLEMENT", "F_REGLECH"),
)
"""What a document with its customer and payment consists of, in an order in which each row finds its parents."""

Row = tuple[object, ...]


def place_orders(made: Place, assortment: Assortment, number: int) -> None:
    """Let customers order in the shop, without HTTP: one to five rows of mixed rates each."""
    made.shop.stop()
    simulator = PrestaShopSimulator(database=made.folder / "shop.sqlite3")
    references = [reference for found in assortment.by_rate.values() for reference in found]
    simulator.shop.database.write("UPDATE stock_available SET quantity = 1000000", ())
    rng = random.Random(7)
    for index in range(number):
        rows = [CheckoutRow(rng.choice(references), rng.randint(1, 3)) for _ in range(rng.randint(1, 5))]
        simulator.place_order(_checkout(index % CUSTOMERS, rows))
    simulator.stop()
    made.shop.start()


def _checkout(customer: int, rows: Sequence[CheckoutRow]) -> Checkout:
    letters = "".join(chr(97 + int(digit)) for digit in str(customer))
    name = f"Client{letters}"
    address = PostalAddress("Jeanne", name, f"{customer} rue Neuve", "75001", "Paris")
    unique = {row.reference: row for row in rows}
    buyer = Buyer(f"client{customer}@example.com", "Jeanne", name)
    return Checkout(buyer, list(unique.values()), address, state=PAID)


def new_rows(before: Path, after: Path) -> Mapping[str, Sequence[Row]]:
    """The rows that an import left, by table."""
    found: dict[str, Sequence[Row]] = {}
    with sqlite3.connect(after) as company:
        company.execute("ATTACH ? AS former", (str(before),))
        for table in TABLES:
            last = company.execute(f"SELECT coalesce(max(cbMarq), 0) FROM former.{table}").fetchone()[0]
            columns = ", ".join(_columns(company, table))
            found[table] = company.execute(f"SELECT {columns} FROM {table} WHERE cbMarq > ?", (last,)).fetchall()
    return found


def _columns(company: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{row[1]}"' for row in company.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]


def insert_documents(company: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Insert finished documents in one transaction each, with the settings of a company file."""
    engine = open_company(company)
    raw = engine.raw_connection()
    connection = raw.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    columns = {table: _columns(connection, table) for table in TABLES}
    by_document, shared = _by_document(rows, columns)
    for document in (shared, *by_document):
        connection.execute("BEGIN IMMEDIATE")
        for table, items in document.items():
            marks = ", ".join("?" * len(columns[table]))
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns[table])}) VALUES ({marks})", items)
        connection.execute("COMMIT")
    raw.close()
    engine.dispose()


def _by_document(
    rows: Mapping[str, Sequence[Row]], columns: Mapping[str, Sequence[str]]
) -> tuple[list[dict[str, list[Row]]], dict[str, list[Row]]]:
    """Rows of each document, and those that belong to none (customers), which go first."""
    documents: dict[object, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    shared: dict[str, list[Row]] = defaultdict(list)
    for table in TABLES:
        names = list(columns[table])
        place_of = names.index('"DO_Piece"') if '"DO_Piece"' in names else None
        for row in rows[table]:
            target = shared if place_of is None else documents[row[place_of]]
            target[table].append(row)
    return list(documents.values()), shared


def measure() -> Sequence[Figure]:
    """Measure the first import of a shop's orders."""
    with place(ARTICLES) as made:
        for capability in ("export-categories", "export-products", "export-stock"):
            made.run(capability)
        with made.session() as session:
            assortment = choose_assortment(session)
        place_orders(made, assortment, ORDERS)
        suggestions = made.workspace.suggestions("bench")
        suggestions.apply(suggestions.proposals())
        before, bare = made.folder / "before.sage100", made.folder / "bare.sage100"
        shutil.copy(made.company, before)
        shutil.copy(made.company, bare)
        made.shop.start("recorded")
        forget_preparation()
        with recorded() as exchanges:
            report = made.run("import-orders")
        effects = [exchange for exchange in exchanges if _is_effect(exchange.url, exchange.method)]
        reads = [exchange for exchange in exchanges if exchange not in effects]
        after_effects = bare_seconds(effects, made.shop.key)
        rows = new_rows(before, made.company)
        inserting = timed(lambda: insert_documents(bare, rows))
        reading = bare_seconds(reads, made.shop.key)
    if report.run.counts.created != ORDERS:
        raise RuntimeError(report.run.counts)
    seconds = report.seconds - after_effects
    return [
        Figure(
            "orders, 1,000: ratio to inserting the same documents and reading", seconds / (inserting + reading), "x", 3
        ),
        Figure("orders, 1,000: read requests per order", len(reads) / ORDERS, "requests", 0.15),
        Figure("orders, 1,000: requests of after-effects per order", len(effects) / ORDERS, "requests"),
        Figure("orders, 1,000: seconds without after-effects", seconds, "s"),
        Figure("orders, 1,000: seconds of inserting", inserting, "s"),
        Figure("orders, 1,000: seconds of reading", reading, "s"),
    ]


def _is_effect(url: str, method: str) -> bool:
    """After-effects write, and read what orders show before they do."""
    return method != "GET" or "order_histories" in url or "order_carriers" in url


if __name__ == "__main__":
    main(measure)
