"""Rules that hold for all of our memory: personal data, transactions, plans of the frequent reads, sizes of writes."""

import socket
import time
from contextlib import closing

import pytest
from fakes.outside import CalledInTransactionError, OutsideTransactions
from sqlalchemy import create_engine, text
from store_results import batch, digest, line, product, result, started

from navette.domain.binding import Aspect, RecordKind, ShopRef
from navette.domain.run import Change, Outcome
from navette.ports.shop import EffectKind
from navette.ports.store import Store
from navette.store import OpenStore

PRODUCT = RecordKind.PRODUCT

HOLDS_PERSONS = {"Claim", "JournalLine", "PlanItem", "QuarantineEntry", "SentChange"}
NAMES_PERSONS_BY_KEY = {"Binding", "ClaimMember", "ShopEffect"}  # found by the key of a customer, the id of an order
HOLDS_NONE = {
    "AccountCounter",
    "Company",
    "CompanyShop",
    "ConfigAudit",  # who changed the configuration: kept as evidence
    "FencingToken",
    "Lease",
    "MappingRow",
    "Mark",
    "OptionValue",
    "Profile",
    "PublishedPrice",
    "RemoteFile",
    "Run",
    "RunBatch",
    "Scope",
    "Secret",
    "SentAspect",
    "Shop",
}


def test_each_table_says_how_erasure_finds_a_person(opened: OpenStore) -> None:
    from django.apps import apps

    models = {model.__name__: model for model in apps.get_app_config("store").get_models()}
    assert set(models) == HOLDS_PERSONS | NAMES_PERSONS_BY_KEY | HOLDS_NONE
    with_subject = {name for name, model in models.items() if any(f.name == "subject" for f in model._meta.fields)}
    assert with_subject == HOLDS_PERSONS


class Door:
    """Something outside."""

    def __init__(self) -> None:
        self.writer = self

    def ask(self) -> str:
        return "answer"

    def pages(self):
        yield from ("one", "two")


class TestOutsideTransactions:
    def test_outside_is_called_freely_without_transaction(self, opened: OpenStore) -> None:
        door = OutsideTransactions(Door(), {"writer"})
        assert (door.ask(), door.writer.ask(), list(door.pages())) == ("answer", "answer", ["one", "two"])

    @pytest.mark.parametrize(
        "call", [lambda door: door.ask(), lambda door: door.writer.ask(), lambda door: door.pages()]
    )
    def test_a_call_inside_is_caught(self, opened: OpenStore, call) -> None:
        from navette.store.transaction import writing

        door = OutsideTransactions(Door(), {"writer"})
        with writing(), pytest.raises(CalledInTransactionError):
            call(door)

    def test_a_page_pulled_inside_is_caught(self, opened: OpenStore) -> None:
        from navette.store.transaction import writing

        pages = OutsideTransactions(Door()).pages()
        assert next(pages) == "one"
        with writing(), pytest.raises(CalledInTransactionError):
            next(pages)

    def test_the_whole_test_run_is_watched(self, opened: OpenStore) -> None:
        from navette.store.transaction import writing

        erp = create_engine("sqlite://")
        with erp.connect() as company, closing(socket.socket()) as door:
            with writing(), pytest.raises(CalledInTransactionError, match="connect"):
                door.connect(("127.0.0.1", 9))
            with writing(), pytest.raises(CalledInTransactionError, match="statement"):
                company.execute(text("SELECT 1"))
            assert company.execute(text("SELECT 1")).scalar() == 1
        erp.dispose()

    def test_repositories_pull_what_they_are_given_outside(self, store: Store) -> None:
        door = OutsideTransactions(Door())
        store.bindings.save([product(page, page) for page in door.pages()])
        scratch = store.scratch()
        scratch.put((page, page) for page in door.pages())
        scratch.close()
        assert store.bindings.count(PRODUCT) == 2


def _frequent_reads(store: Store):
    keys = [f"article:A{number}" for number in range(3)]
    return {
        "by_keys": lambda: store.bindings.by_keys(PRODUCT, keys),
        "by_refs": lambda: store.bindings.by_refs(PRODUCT, [ShopRef("1"), ShopRef("gone")]),
        "of_parent": lambda: store.bindings.of_parent(RecordKind.VARIANT, ["1"]),
        "all": lambda: list(store.bindings.all(PRODUCT)),
        "digests": lambda: store.digests.of(PRODUCT, keys, [Aspect.STOCK]),
        "doubtful": lambda: store.digests.doubtful(PRODUCT, Aspect.STOCK),
        "files": lambda: store.files.of(PRODUCT, keys),
        "claims": lambda: store.claims.get(RecordKind.ORDER, ["1"]),
        "open_orders": lambda: store.claims.open_orders("1", 10),
        "due": lambda: store.outbox.due(10),
        "of_orders": lambda: store.outbox.of_orders(["1"], list(EffectKind)),
        "dismissed": lambda: store.quarantine.dismissed("export-stock", ["1"]),
    }


@pytest.mark.parametrize("name", list(_frequent_reads(store=None)))
def test_frequent_reads_go_by_an_index(store: Store, name: str) -> None:
    from django.db import connection

    read = _frequent_reads(store)[name]
    plans: list[str] = []

    def explaining(execute, sql, params, many, context):
        if sql.startswith("SELECT"):
            rows = connection.connection.execute("EXPLAIN QUERY PLAN " + sql.replace("%s", "?"), params)
            plans.extend(row[3] for row in rows)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explaining):
        read()
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN") or ("ORDER BY" in plan and name in {"all", "due"})] == []


def test_a_batch_of_500_results_is_written_in_few_statements(store: Store) -> None:
    from django.db import connection

    statements: list[str] = []

    def counting(execute, sql, params, many, context):
        statements.append(sql)
        return execute(sql, params, many, context)

    run = started(store)
    whole = batch(run, 1, *(_sent(f"A{number}", str(number)) for number in range(500)))
    with connection.execute_wrapper(counting):
        begun = time.perf_counter()
        store.runs.commit(whole)
        seconds = time.perf_counter() - begun
    assert len(statements) < 25
    assert seconds < 2  # the aim is 0.2 s; a machine that tests may be ten times slower


def _sent(key: str, ref: str):
    return result(
        key,
        Outcome.CREATED,
        bindings=(product(key, ref),),
        digests=tuple(digest(key, aspect, "d") for aspect in (Aspect.PRICE, Aspect.STOCK, Aspect.TEXTS)),
        changes=(Change("price", "", "12.00"),),
        lines=(line("created", record=f"article:{key}"),),
    )
