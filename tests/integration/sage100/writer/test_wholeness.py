"""A transaction is whole or not at all: faults, kills, other processes, other databases."""

import json
import os
import time
import traceback
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from bookkeeping import StockBook, check_document
from conftest import Books
from drafts import C55, address, draft, line, new_account, payment
from fakes.clock import FixedClock
from sqlalchemy import create_engine, event

from navette.domain.document import DocumentKind
from navette.domain.errors import ConfigurationError, RefusedError, TransientError
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.embedded import open_company, write_transaction
from navette.erp.sage100.schema import BaseSchema, read_schema
from navette.erp.sage100.tables import F_COMPTET, F_DOCENTETE
from navette.erp.sage100.writer import SqlWriter

_WRITES = ("INSERT", "UPDATE", "DELETE")


class FaultError(Exception):
    """A failure that the test makes."""


def whole_order(web_number="500"):
    """A draft that touches every table: account, address, kit, lots, payment."""
    return draft(
        line(quantity=2),
        line("PARURE", price="50"),
        line("LIVRE", taxes=(C55,)),
        web_number=web_number,
        new_account=new_account(),
        delivery_address=address(line1="3 quai Sud"),
        payments=(payment("50"),),
        comments=("Bonjour " * 20,),
    )


def contents(books: Books) -> list[str]:
    with books.engine.connect() as connection:
        return list(connection.connection.driver_connection.iterdump())


def opened(path: Path) -> tuple[Books, SqlWriter]:
    engine = open_company(path)
    with engine.connect() as connection:
        schema = read_schema(ReadSession(connection))
    return Books(engine), SqlWriter(engine, schema, FixedClock())


def at_write(engine, number, action):
    """Do something just before the n-th statement that changes rows."""
    seen = Counter()

    @event.listens_for(engine, "before_cursor_execute")
    def before(_connection, _cursor, statement, _parameters, _context, _many):
        if statement.startswith(_WRITES):
            seen["writes"] += 1
            if seen["writes"] == number:
                action()

    return before


def fail():
    raise FaultError


class TestFaultAtAnyWrite:
    def test_of_a_new_document(self, writer, books):
        self._fails_at_each_write(books, lambda: writer.write(whole_order()), at_least=15)

    def test_of_a_transformation(self, writer, books):
        order = writer.write(whole_order()).document
        self._fails_at_each_write(books, lambda: writer.transform(order, DocumentKind.DELIVERY, {10000: 1}), at_least=8)

    def _fails_at_each_write(self, books, call, at_least):
        before = contents(books)
        for number in range(1, 100):
            hook = at_write(books.engine, number, fail)
            try:
                call()
                break
            except FaultError:
                assert contents(books) == before
            finally:
                event.remove(books.engine, "before_cursor_execute", hook)
        assert number > at_least
        assert contents(books) != before


@pytest.mark.spec("ORD-SEL-4")
def test_a_killed_process_leaves_nothing_and_the_next_one_writes_the_order_once(company_file):
    books, writer = opened(company_file)
    before = contents(books)
    books.engine.dispose()
    killed = 0
    for number in range(1, 40):
        child = os.fork()
        if not child:
            _in_child(lambda number=number: _write_until_killed(company_file, number))
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == 0:
            break
        assert os.waitstatus_to_exitcode(status) == 9
        killed += 1
        assert contents(books) == before
        books.engine.dispose()  # no connection crosses a fork
    assert killed > 15
    assert writer.write(whole_order()).was_adopted
    assert len(books.rows(F_DOCENTETE)) == 1
    books.engine.dispose()


ORDERS, CUSTOMERS = 300, 20


@pytest.mark.spec("ORD-SEL-4")
def test_two_processes_that_import_the_same_orders_make_each_document_once(company_file, tmp_path):
    books, _ = opened(company_file)
    stock, accounts = StockBook(books), len(books.rows(F_COMPTET))
    books.engine.dispose()
    reader, starter = os.pipe()
    children = [
        _importing_child(company_file, tmp_path / f"{number}.json", reader, backwards=bool(number))
        for number in range(2)
    ]
    os.write(starter, b"xx")
    for child in children:
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
    results = [json.loads((tmp_path / f"{number}.json").read_text()) for number in range(2)]
    pieces = [row["DO_Piece"] for row in books.rows(F_DOCENTETE)]
    assert len(pieces) == len(set(pieces)) == ORDERS
    assert len(books.rows(F_COMPTET)) == accounts + CUSTOMERS
    assert sum(len(result["created"]) for result in results) == ORDERS
    assert all(len(result["created"]) for result in results), "one process did everything: nothing was proved"
    assert sum(len(result["adopted"]) for result in results) == ORDERS
    stock.check()
    for piece in pieces[::50]:
        check_document(books, 1, piece)
    books.engine.dispose()


def _in_child(work):
    """Do the work of a forked process and end it, so that it never goes on as a second test run."""
    try:
        work()
    except BaseException:  # noqa: BLE001 (a child must end, whatever happens)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _write_until_killed(company_file, number):
    books, writer = opened(company_file)
    at_write(books.engine, number, lambda: os._exit(9))
    writer.write(whole_order())


def _importing_child(company_file, result, starter, *, backwards) -> int:
    child = os.fork()
    if not child:
        _in_child(lambda: _import(company_file, result, starter, backwards=backwards))
    return child


def _import(company_file, result, starter, *, backwards):
    _, writer = opened(company_file)
    drafts = [
        draft(line(), line("PORT"), web_number=str(number), new_account=new_account(f"WEB{number % CUSTOMERS:06d}"))
        for number in range(ORDERS)
    ]
    os.read(starter, 1)
    done = {"created": [], "adopted": []}
    for drafted in reversed(drafts) if backwards else drafts:
        written = writer.write(drafted)
        time.sleep(0.002)  # as reading the next order takes; otherwise the lock never changes hands
        done["adopted" if written.was_adopted else "created"].append(drafted.web_number)
    result.write_text(json.dumps(done))


class TestOtherFailures:
    def test_a_company_that_another_program_holds(self, company_file, schema: BaseSchema, clock, books):
        engine = open_company(company_file, busy_seconds=0.1)
        writer = SqlWriter(engine, schema, clock)
        with write_transaction(books.engine), pytest.raises(TransientError) as locked:
            writer.write(draft())
        engine.dispose()
        assert locked.value.code == "ERP-CON-004"

    def test_what_the_base_refuses_names_the_rule_not_the_row(self, writer, books):
        from sqlalchemy import text

        books.change(
            text("CREATE TRIGGER house BEFORE INSERT ON F_DOCENTETE BEGIN SELECT RAISE(ABORT, 'house rule'); END")
        )
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft())
        assert (refusal.value.code, refusal.value.values["detail"]) == ("ERP-WRT-002", "house rule")
        assert books.rows(F_DOCENTETE) == []

    def test_a_database_that_is_not_marked_as_embedded_is_refused(self, tmp_path, schema, clock):
        engine = create_engine(f"sqlite:///{tmp_path / 'other.db'}")
        with closing(engine.raw_connection()) as connection:
            connection.execute("CREATE TABLE F_DOCENTETE (DO_Piece TEXT)")
        with pytest.raises(ConfigurationError) as refusal:
            SqlWriter(engine, schema, clock)
        engine.dispose()
        assert refusal.value.code == "ERP-WRT-001"
