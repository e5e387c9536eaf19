"""Killed at any write, a run is started again and ends as if nothing had happened: nothing lost, nothing done twice."""

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
import state
from deaths import EXPORT, IMPORT, Round, rounds
from installation import Installation
from processes import Ended, run_in_child, shop_process
from undisturbed import Undisturbed

pytestmark = [
    pytest.mark.spec("design:1"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a warmed parent is forked"),
]
DIES_AGAIN = 0.2


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "death" in metafunc.fixturenames:
        chosen = list(rounds(metafunc.config.getoption("kills")))
        metafunc.parametrize("death", chosen, ids=[one.name for one in chosen])


def test_a_rerun_ends_as_if_nothing_had_happened(
    death: Round, undisturbed: Callable[[str], Undisturbed], tmp_path: Path, seed: int
) -> None:
    whole = undisturbed(death.capability)
    random = death.random(seed)
    point = death.death(random, len(whole.writes))
    shown_on_failure(f"seed {seed}, round {death.index} of {death.capability}: killed {point}")
    installation = whole.before.copy_to(tmp_path / "installation")
    with shop_process(installation) as url:
        killed = run_in_child(installation, url, death.capability, death=point)
        assert killed.code == -signal.SIGKILL, killed
        if random.random() < DIES_AGAIN:
            again = Round(death.capability, death.index).death(random, len(whole.writes))
            shown_on_failure(f"and the rerun {again}")
            run_in_child(installation, url, death.capability, death=again)
        check_end(run_in_child(installation, url, death.capability))
        repeated = run_in_child(installation, url, death.capability, full=True)
    check_nothing_is_left(repeated)
    compare(whole.states, whole.states_of(installation))
    if death.capability == IMPORT:
        check_documents(installation)


def shown_on_failure(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def check_end(ended: Ended) -> None:
    assert ended.code == 0, ended
    assert ended.report["status"] == "success", ended.report
    counts = ended.report["counts"]
    assert counts["read"] == sum(number for name, number in counts.items() if name != "read"), counts


def check_nothing_is_left(ended: Ended) -> None:
    check_end(ended)
    counts = ended.report["counts"]
    assert counts["unchanged"] == counts["read"] > 0, counts
    assert ended.report["requests"]["write"] == 0


def compare(expected: Mapping[str, state.Rows], found: Mapping[str, state.Rows]) -> None:
    """Everything stands as after a run that nobody disturbed: no account, payment or variant more or less."""
    for name, rows in expected.items():
        lost, extra = Counter(rows) - Counter(found[name]), Counter(found[name]) - Counter(rows)
        assert (list(lost.elements()), list(extra.elements())) == ([], []), name
    assert not found["held leases"]
    assert not found["runs at work"]
    assert all(row[3] == "written" for row in found["claims"])


def check_documents(installation: Installation) -> None:
    paid = state.paid_totals(installation)
    documents = state.documents(installation)
    assert {number: len(documents[number]) for number in paid} == dict.fromkeys(paid, 1)
    for number in paid:
        (document,) = documents[number]
        assert document.disagreements == ()
        assert document.total_incl_tax == Decimal(paid[number])


@pytest.mark.parametrize("capability", [IMPORT, EXPORT])
def test_an_undisturbed_run_is_whole(capability: str, undisturbed: Callable[[str], Undisturbed]) -> None:
    """What killed runs are compared with is right itself."""
    states = undisturbed(capability).states
    assert not states["quarantine"]
    if capability == IMPORT:
        check_documents(undisturbed(capability).after)
        orders = len(states["orders"])
        assert [claim[0] for claim in states["claims"]].count("order") == orders == 6
        assert len(states["effects"]) == 2 * orders
        assert [status for _, status in states["statuses"]].count(3) == orders
        assert all(note for *_, note in states["orders"])
    else:
        references = [row[0] for row in states["products"]]
        assert len(references) == 2 * len(set(references)) > 80, "two languages each"
        assert {row[0] for row in states["variants"]} >= {"BAGTAI01", "BRACOU01"}
        assert len(states["pictures"]) == len({row[0] for row in states["pictures"]}) > 3
