"""What other processes do to a data folder, run as `python other_process.py WHAT FOLDER`; each says when it is ready.

Used by tests that kill them: a process that is ended by SIGKILL cleans nothing up.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from navette.store import OpenStore, open_store

HERE = Path(__file__)
TESTS = HERE.parents[2]
COMPANY = "company:BIJOU"


@contextmanager
def another(what: str, store: OpenStore, *arguments: str) -> "Iterator[Popen[str]]":
    """Start another process and wait until it is ready; it is killed at the end."""
    path = os.pathsep.join([str(TESTS), str(TESTS / "contract" / "store")])
    process = Popen(
        [sys.executable, str(HERE), what, str(store.place.folder), *arguments],
        stdout=PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path, "NAVETTE_DATABASE_URL": store.place.database_url},
    )
    with process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def outcome(what: str, store: OpenStore, *arguments: str) -> str:
    """What another process says after it is ready, and its end; '' if it died before."""
    with another(what, store, *arguments) as process:
        assert process.stdout
        said = process.stdout.readline().strip()
        process.wait()
        return said


def opened(folder: Path) -> Any:
    return open_store(folder).of_profile("bijou")


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def ready() -> None:
    say("ready")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def open_it(folder: Path) -> None:
    """Open a folder that may be new, together with others."""
    ready()
    say(open_store(folder).place.folder == folder)


def hold(folder: Path) -> None:
    """Hold the company until killed."""
    with opened(folder).leases.hold([COMPANY], "other"):
        ready()
        time.sleep(60)


def try_to_hold(folder: Path) -> None:
    """Hold the company, or say who does."""
    from navette.domain.errors import BusyError

    store = opened(folder)
    ready()
    try:
        with store.leases.hold([COMPANY], "other") as token:
            say(token)
    except BusyError as error:
        say(error.values["holder"])


def count_up(folder: Path, times: str) -> None:
    """Raise a counter under the lease, many times, against another process that does the same."""
    from navette.domain.errors import BusyError

    store = opened(folder)
    ready()
    done = 0
    while done < int(times):
        try:
            with store.leases.hold([COMPANY], f"process {os.getpid()}"):
                store.counters.raise_to("test", store.counters.last("test") + 1)
                done += 1
        except BusyError:
            time.sleep(0.001)
    say(done)


def die_after_begin(folder: Path) -> None:
    """Begin a claim, then die as the ERP is being written."""
    from store_results import claim

    store = opened(folder)
    ready()
    with store.leases.hold([COMPANY], "victim") as token:
        store.claims.begin([claim("15")], token)
        die()


def die_in_finish(folder: Path, statement: str) -> None:
    """Die before the n-th statement of the commit that ends a claim and its batch."""
    from django.db import connection
    from store_results import batch, claim, digest, line, product, refused, result, started

    from navette.domain.binding import Aspect
    from navette.ports.shop import EffectKind, OrderEffect
    from navette.ports.store import ClaimState

    store = opened(folder)
    ready()
    with store.leases.hold([COMPANY], "victim") as token:
        store.claims.begin([claim("15")], token)
        started(store)
        sent = (digest("A", Aspect.PRICE, "p1"),)
        whole = batch("run-1", 1, result("A", bindings=(product("A", "1"),), digests=sent), refused("B"))
        with connection.execute_wrapper(_dying_before(int(statement))):
            store.claims.finish(
                [replace(claim("15"), state=ClaimState.WRITTEN, piece="BC15")],
                [OrderEffect("15", EffectKind.PIECE, "BC15")],
                replace(whole, lines=(line("begin"),)),
                token,
            )
    say("survived")


def _dying_before(number: int) -> Callable[..., Any]:
    count = 0

    def wrapper(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == number:
            die()
        return execute(*arguments)

    return wrapper


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
