"""What is wrong as a whole stops a run before it writes, told with its remedy; a rerun after the cure ends right."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from calls import Answer
from deaths import IMPORT
from undisturbed import Undisturbed
from workbench import Workbench

from navette.demo.shops.prestashop.faults import Fault
from navette.demo.shops.prestashop.webservice.access import full_rights
from navette.demo.shops.prestashop.webservice.index import known_resources
from navette.domain.messages import erp, run, shop
from navette.domain.messages.message import Message

pytestmark = pytest.mark.spec("design:13")
EVERY = 10_000
CLOSED_PORT = "http://127.0.0.1:9"
FAILED, WRONG_USE = 1, 2

Strike = Callable[[Workbench], "Iterator[None]"]


@dataclass(frozen=True, slots=True)
class Stopping:
    """A fault that lasts until its block ends, what it is told as, and words that the message has in any language."""

    strike: Strike
    message: Message
    code: int = WRONG_USE
    told: tuple[str, ...] = ()


def key(text: str) -> Strike:
    return lambda bench: option(bench, "shop.key", text)


def address(url: str) -> Strike:
    return lambda bench: option(bench, "shop.url", url.format(port=bench.shop.port))


def option(bench: Workbench, name: str, value: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        bench.option(name, value, environment)
        yield


def without_rights(bench: Workbench) -> Iterator[None]:
    rights = full_rights(known_resources(bench.shop.shop.resources), bench.shop.shop.version)
    fewer = {**rights, "orders": ["GET"], "order_details": []}
    bench.shop.grant(bench.shop.key, fewer)
    yield
    bench.shop.grant(bench.shop.key, rights)


def answers(fault: Fault, resource: str | None = None, seconds: float = 0) -> Strike:
    """The shop fails at every reading of a resource."""

    def strike(bench: Workbench) -> Iterator[None]:
        bench.shop.fail(fault, method="GET", resource=resource, times=EVERY, seconds=seconds)
        yield
        bench.shop.faults.clear()

    return strike


def silent_shop(bench: Workbench) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        bench.option("shop.http.timeout", "1", environment)
        yield from answers(Fault.SLOW, "orders", seconds=1.3)(bench)


def another_shop(bench: Workbench) -> Iterator[None]:
    move = "UPDATE configuration SET date_add = ? WHERE name = 'PS_INSTALL_VERSION'"
    with bench.shop.shop.lock:
        former = bench.shop.shop.database.value("SELECT date_add FROM configuration WHERE name = 'PS_INSTALL_VERSION'")
    bench.in_shop(move, "2001-01-01 00:00:00")
    yield
    bench.in_shop(move, former)


def no_company(bench: Workbench) -> Iterator[None]:
    yield from option(bench, "erp.file", str(bench.installation.folder / "nowhere" / "company.sage100"))


def a_text(bench: Workbench) -> Iterator[None]:
    file = bench.installation.folder / "letter.txt"
    file.write_text("Chère cliente, " * 50, encoding="utf-8")
    yield from option(bench, "erp.file", str(file))


def read_only(bench: Workbench) -> Iterator[None]:
    company = bench.installation.company
    company.chmod(stat.S_IRUSR)
    yield
    company.chmod(stat.S_IRUSR | stat.S_IWUSR)


def newer_company(bench: Workbench) -> Iterator[None]:
    version = "PRAGMA user_version"
    with closing(sqlite3.connect(bench.installation.company)) as company:
        (former,) = company.execute(version).fetchone()
        company.execute(f"{version} = 99")
    yield
    with closing(sqlite3.connect(bench.installation.company)) as company:
        company.execute(f"{version} = {former}")


def cut_off(bench: Workbench) -> Iterator[None]:
    with spoilt(bench.installation.company) as company:
        os.truncate(company, company.stat().st_size // 2)
        yield


def overwritten(bench: Workbench) -> Iterator[None]:
    """The first page, which tells what the file is, is whole; what follows is not."""
    with spoilt(bench.installation.company) as company:
        size = company.stat().st_size
        with company.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (size - 4096))
        yield


@contextmanager
def spoilt(company: Path) -> Iterator[Path]:
    """A company file that may be spoilt: afterwards the backup is put back."""
    backup = company.with_suffix(".backup")
    shutil.copy(company, backup)
    yield company
    backup.replace(company)


STOPPING = {
    "a key that the shop does not know": Stopping(key("A" * 32), shop.KEY_UNKNOWN),
    "half a key": Stopping(key("A" * 16), shop.KEY_MALFORMED),
    "missing rights": Stopping(without_rights, run.MISSING_RIGHTS, told=("orders (PATCH)", "order_details (GET)")),
    "another address of the shop": Stopping(address("http://localhost:{port}"), shop.REDIRECTED, told=("localhost",)),
    "no address": Stopping(address("bijou"), shop.UNKNOWN_HOST),
    "a shop that is down": Stopping(address(CLOSED_PORT), shop.UNREACHABLE, FAILED, ("127.0.0.1:9",)),
    "no answer in time": Stopping(silent_shop, shop.TIMED_OUT, FAILED),
    "a connection that breaks": Stopping(answers(Fault.CLOSED_BEFORE_WORK, "orders"), shop.CONNECTION_LOST, FAILED),
    "a server error": Stopping(answers(Fault.ERROR_BEFORE_WORK, "orders"), shop.SHOP_FAILED, FAILED, ("500",)),
    "a PHP warning": Stopping(answers(Fault.WARNING_AFTER_WORK, "orders"), shop.PHP_WARNING, FAILED, ("line 42",)),
    "a web page": Stopping(answers(Fault.HTML_PAGE, "orders"), shop.NOT_DATA, told=("orders",)),
    "half an answer": Stopping(answers(Fault.TRUNCATED, "orders"), shop.DAMAGED, FAILED, ("orders",)),
    "half a document": Stopping(answers(Fault.TRUNCATED, ""), shop.DAMAGED, FAILED),
    "entities without end": Stopping(answers(Fault.ENTITY_BOMB, ""), shop.UNSAFE_XML),
    "another shop": Stopping(another_shop, run.OTHER_SHOP),
    "no company file": Stopping(no_company, erp.FILE_MISSING, told=("nowhere",)),
    "a file that is no company": Stopping(a_text, erp.FILE_IS_NO_COMPANY, told=("letter.txt",)),
    "a company file that is read-only": Stopping(read_only, erp.FILE_READ_ONLY),
    "a company of a newer version": Stopping(newer_company, erp.FILE_IS_NEWER, told=("99",)),
    "half a company file": Stopping(cut_off, erp.FILE_DAMAGED),
    "a company file that was written over": Stopping(overwritten, erp.FILE_DAMAGED),
}


@pytest.mark.parametrize("name", STOPPING)
def test_the_run_stops_before_it_writes_and_a_rerun_after_the_cure_ends(
    name: str, bench: Workbench, undisturbed: Callable[[str], Undisturbed]
) -> None:
    fault = STOPPING[name]
    with contextmanager(fault.strike)(bench):
        french = bench.run(IMPORT, language="fr")
        english = bench.run(IMPORT, language="en")
    bench.check_nothing_was_written()
    check_told(fault, french, english)
    cured = bench.run(IMPORT)
    assert (cured.code, cured.object["status"]) == (0, "success"), cured.object
    whole = undisturbed(IMPORT)
    assert whole.states_of(bench.installation) == whole.states


def check_told(fault: Stopping, french: Answer, english: Answer) -> None:
    """The same code in both languages, with a remedy, in words of the reader; nothing of how the program got there."""
    for answer in (french, english):
        assert answer.code == fault.code, answer.object
        assert answer.object["status"] == "failed"
        assert answer.object["error"]["code"] == fault.message.code, answer.object
        assert answer.object["counts"]["created"] == 0
        assert all(word in answer.object["error"]["message"] for word in fault.told), answer.object["error"]
        assert "Traceback" not in answer.err
    problems = [answer.object["error"] for answer in (french, english)]
    assert problems[0]["message"] != problems[1]["message"]
    assert problems[0]["remedy"] != problems[1]["remedy"]
    assert all(problem["remedy"] for problem in problems)
    assert problems[0]["message"] in french.err
    assert problems[1]["message"] in english.err
