"""Processes that are forked from a parent which has loaded everything and opened nothing.

No database connection crosses the fork: the parent only imports, and each child sets up Django for itself.
"""

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from installation import Installation
from writes import Death, Write, Writes, watched

from navette.demo.shops.prestashop.latency import Latency
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.domain.errors import NavetteError
from navette.store import close_connections

LOADED = (
    "django.db.backends.sqlite3.base",
    "django.db.models",
    "navette.application.runner",
    "navette.bootstrap.companies",
    "navette.bootstrap.shops",
    "navette.bootstrap.workspace",
    "navette.demo.shops.prestashop.simulator",
    "navette.shops.prestashop.adapter.shop",
    "pytest",
)
PATIENCE = 120
LOCAL = "127.0.0.1"


def warm_parent() -> ForkServerContext:
    """The context whose children are forked from the loaded parent."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: by a signal (negative code), or with the report of its run."""

    code: int
    report: dict[str, Any]


@contextmanager
def shop_process(installation: Installation, milliseconds: int = 0) -> Iterator[str]:
    """The shop of an installation in a process of its own, which lives on whatever happens to others; its address.

    Each answer takes so many milliseconds more.
    """
    ours, theirs = multiprocessing.Pipe()
    process = warm_parent().Process(target=_serve, args=(installation.shop, milliseconds, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield str(ours.recv())
    finally:
        ours.close()
        process.join(PATIENCE)


def _serve(database: Path, milliseconds: int, parent: Connection) -> None:
    with PrestaShopSimulator(database=database, latency=Latency(milliseconds=milliseconds)) as shop:
        parent.send(shop.url)
        with suppress(EOFError):
            parent.recv()


def run_in_child(
    installation: Installation, url: str, capability: str, *, death: Death | None = None, **asked: object
) -> Ended:
    """Run a capability in a child and wait for its end."""
    child, report = start_child(installation, url, capability, death=death, **asked)
    return wait_for(child, report)


def start_child(
    installation: Installation, url: str, capability: str, *, death: Death | None = None, **asked: object
) -> tuple[BaseProcess, Path]:
    """Start a run in a child; gives the process and the file that gets its report."""
    number = len(list(installation.folder.glob("report-*.json")))
    report = installation.folder / f"report-{number}.json"
    report.touch()
    child = warm_parent().Process(target=_run, args=(installation, url, capability, death, report, asked))
    child.start()
    return child, report


def wait_for(child: BaseProcess, report: Path) -> Ended:
    child.join(PATIENCE)
    if child.exitcode is None:
        child.kill()
        raise AssertionError("The run did not come to an end.")
    text = report.read_text(encoding="utf-8")
    return Ended(child.exitcode, json.loads(text) if text else {})


def _run(
    installation: Installation, url: str, capability: str, death: Death | None, file: Path, asked: dict[str, object]
) -> None:
    writes = Writes(death)
    with watched(writes):
        report = _report(installation, url, capability, asked)
        close_connections()
    file.write_text(json.dumps({**report, "writes": [_text(write) for write in writes.made]}), encoding="utf-8")


def _report(installation: Installation, url: str, capability: str, asked: dict[str, object]) -> dict[str, Any]:
    try:
        report = installation.run(url, capability, **asked)
    except NavetteError as error:
        return {"status": "failed", "code": error.code, "values": dict(error.values)}
    return {
        "status": report.run.status.value,
        "code": report.run.problem.message.code if report.run.problem else "",
        "values": dict(report.run.problem.values) if report.run.problem else {},
        "counts": report.run.counts.as_dict(),
        "requests": {"read": report.requests.read, "write": report.requests.write},
    }


def _text(write: Write) -> str:
    return f"{write.door} {write.verb} {'+'.join(sorted(write.targets))}"
