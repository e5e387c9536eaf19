"""Several processes at work on the same company and shop at once: one waits or is told who is at work, none repeats."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import state
from deaths import EXPORT, IMPORT
from installation import Installation
from processes import Ended, run_in_child, shop_process, start_child, wait_for
from undisturbed import Undisturbed
from writes import COMMIT, Death

from navette.config.changes import Changes
from navette.domain.messages import store as messages
from navette.store import close_connections

pytestmark = [
    pytest.mark.spec("design:1"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a warmed parent is forked"),
]
SECOND = "second"


def at_once(*runs: tuple[Installation, str, str]) -> list[Ended]:
    """Start runs together and wait for all."""
    children = [start_child(installation, url, capability) for installation, url, capability in runs]
    return [wait_for(child, report) for child, report in children]


def check_one_worked(ended: Sequence[Ended]) -> None:
    """Each one did its work or found another one at it, which it names."""
    codes = [one.report["code"] for one in ended]
    assert codes.count("") >= 1, ended
    assert set(codes) <= {"", messages.BUSY.code}, ended
    for one in ended:
        if one.report["code"]:
            assert "/import-orders/" in one.report["values"]["holder"] or "/export-products/" in str(one.report)


@pytest.fixture
def copy_of(undisturbed: Callable[[str], Undisturbed], tmp_path: Path) -> Callable[[str], Installation]:
    """An installation in which a capability has still all its work to do."""
    return lambda capability: undisturbed(capability).before.copy_to(tmp_path / capability)


@pytest.mark.parametrize("capability", [IMPORT, EXPORT])
def test_the_same_work_started_twice_is_done_once(
    capability: str, undisturbed: Callable[[str], Undisturbed], copy_of: Callable[[str], Installation]
) -> None:
    installation = copy_of(capability)
    with shop_process(installation, milliseconds=20) as url:
        run = (installation, url, capability)
        check_one_worked(at_once(run, run))
        again = run_in_child(installation, url, capability, full=True)
    assert again.report["requests"]["write"] == 0, again
    whole = undisturbed(capability)
    assert whole.states_of(installation) == whole.states


def test_who_comes_second_on_the_command_line_is_told_who_is_at_work(copy_of: Callable[[str], Installation]) -> None:
    installation = copy_of(IMPORT)
    with shop_process(installation, milliseconds=60) as url:
        child, report = start_child(installation, url, IMPORT)
        wait_until_held(installation)
        second = navette(installation, url, "run", IMPORT, "--lang", "en")
        first = wait_for(child, report)
        third = navette(installation, url, "run", IMPORT)
    assert first.report["status"] == "success"
    assert second.returncode == 4
    assert "is in use by demo/import-orders/" in second.stderr
    assert "Wait until it has ended" in second.stderr
    assert third.returncode == 0, third.stderr


def navette(installation: Installation, url: str, *line: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, **installation.overrides(url), "NAVETTE_DATA_DIR": str(installation.data)}
    command = [str(Path(sys.executable).with_name("navette")), *line]
    return subprocess.run(command, env=environ, capture_output=True, text=True, encoding="utf-8", check=False)


def wait_until_held(installation: Installation) -> None:
    for _ in range(600):
        if state.of_memory(installation)["held leases"]:
            return
        time.sleep(0.05)
    raise AssertionError("The run does not start.")


def test_two_installations_that_know_nothing_of_each_other_write_each_order_once(
    copy_of: Callable[[str], Installation],
) -> None:
    """Without a common lease the company itself tells what it holds: the look-up is inside the writing transaction."""
    installation = copy_of(IMPORT)
    neighbour = replace(installation, data_name="data-of-another-machine")
    shutil.copytree(installation.data, neighbour.data)
    with shop_process(installation) as url:
        ended = at_once((installation, url, IMPORT), (neighbour, url, IMPORT))
    assert [one.report["status"] for one in ended] == ["success", "success"], ended
    check_documents(installation)
    orders = len(state.paid_totals(installation))
    assert sum(one.report["counts"]["created"] for one in ended) == orders
    assert sum(one.report["counts"]["unchanged"] for one in ended) == orders
    statuses = [status for _, status in state.of_orders(installation)["statuses"]]
    assert statuses.count(3) == orders


def test_two_shops_of_one_company_have_numbers_of_their_own(
    undisturbed: Callable[[str], Undisturbed], copy_of: Callable[[str], Installation]
) -> None:
    installation = copy_of(IMPORT)
    second = second_shop(installation)
    with shop_process(installation) as url, shop_process(second) as second_url:
        check_one_worked(at_once((installation, url, IMPORT), (second, second_url, IMPORT)))
        for one, address in ((installation, url), (second, second_url)):
            assert run_in_child(one, address, IMPORT).report["status"] == "success"
    check_documents(installation)
    check_documents(second, prefix="B-")
    accounts = undisturbed(IMPORT).states["accounts"]
    assert state.of_company(installation)["accounts"] == accounts, "the same customers keep their accounts"


def second_shop(installation: Installation) -> Installation:
    """A second profile: the same company, and a shop like the first one that was installed on another day."""
    second = replace(installation, profile=SECOND, shop_name="second-shop")
    shutil.copy(installation.shop, second.shop)
    with state.rows_of(second.shop) as connection:
        connection.execute(
            "UPDATE configuration SET date_add = '2020-02-02 02:02:02' WHERE name = 'PS_INSTALL_VERSION'"
        )
    settings = installation.workspace("").settings
    stored = settings.stored(installation.profile)
    values = {**stored.values, "shop.url": "http://second.example"}
    settings.create(SECOND, Changes(values, stored.mappings))
    close_connections()
    return second


def check_documents(installation: Installation, prefix: str = "") -> None:
    """Each order of a shop has one document, of what was paid."""
    paid = state.paid_totals(installation)
    documents = state.documents(installation)
    for number, total in paid.items():
        (document,) = documents[f"{prefix}{number}"]
        assert document.total_incl_tax == Decimal(total)
        assert document.disagreements == ()


@pytest.mark.parametrize("capability", [IMPORT, EXPORT])
def test_the_lease_of_a_killed_holder_is_taken_over_at_once(
    capability: str, copy_of: Callable[[str], Installation]
) -> None:
    installation = copy_of(capability)
    with shop_process(installation) as url:
        death = Death(1, after=True, door="store", verb=COMMIT, target="store_run")
        assert run_in_child(installation, url, capability, death=death).code == -signal.SIGKILL
        assert state.of_memory(installation)["held leases"]
        started = time.monotonic()
        assert run_in_child(installation, url, capability).report["status"] == "success"
    assert time.monotonic() - started < 30, "a lease lives for 60 s"


@pytest.mark.parametrize(
    ("capability", "point"),
    [
        (IMPORT, Death(1, after=True, door="store", verb=COMMIT, target="store_claim")),
        (IMPORT, Death(2, after=True, door="company", verb=COMMIT)),
        (EXPORT, Death(1, after=True, door="store", verb=COMMIT, target="store_run")),
        (EXPORT, Death(5, after=True, door="shop", verb="POST", target="categories")),
        (EXPORT, Death(1, after=True, door="store", verb=COMMIT, target="store_remotefile")),
    ],
    ids=str,
)
def test_a_holder_that_slept_past_its_lease_stops_when_it_wakes(
    capability: str,
    point: Death,
    undisturbed: Callable[[str], Undisturbed],
    copy_of: Callable[[str], Installation],
) -> None:
    """A machine that was suspended: meanwhile another one did the work; the sleeper may not write over it."""
    installation = copy_of(capability)
    with shop_process(installation) as url:
        sleeper, report = start_child(installation, url, capability, death=replace(point, by=signal.SIGSTOP))
        wait_until_stopped(sleeper.pid)
        let_leases_run_out(installation)
        assert run_in_child(installation, url, capability).report["status"] == "success"
        os.kill(sleeper.pid or 0, signal.SIGCONT)
        ended = wait_for(sleeper, report)
        again = run_in_child(installation, url, capability, full=True)
    assert ended.report["code"] == messages.LEASE_LOST.code, ended
    assert again.report["requests"]["write"] == 0, again
    whole = undisturbed(capability)
    assert whole.states_of(installation) == whole.states


def wait_until_stopped(pid: int | None) -> None:
    for _ in range(600):
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T":
            return
        time.sleep(0.05)
    raise AssertionError("The run does not stop.")


def let_leases_run_out(installation: Installation) -> None:
    with state.rows_of(installation.data / "navette.sqlite3") as connection:
        connection.execute("UPDATE store_lease SET expires_at = '2020-01-01 00:00:00'")
