"""The quarantine on the command line: listed, shown, replayed, dismissed."""

from datetime import UTC, datetime

import pytest

from navette.domain.binding import RecordKind
from navette.domain.messages import stock as stock_messages
from navette.domain.run import BatchRecord, Counts, Outcome, Problem, RecordResult, RunMode, RunRecord, RunStatus
from navette.store import open_store


@pytest.fixture
def waiting(call, profile: str, data_folder) -> list[int]:
    """Two records that a run of the stock export left waiting; gives the numbers of their entries."""
    store = open_store(data_folder, "").of_profile(profile)
    run = RunRecord(
        id="11111111-1111-4111-8111-111111111111",
        profile=profile,
        capability="export-stock",
        mode=RunMode.APPLY,
        status=RunStatus.RUNNING,
        started_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )
    store.runs.start(run)
    results = tuple(
        RecordResult(
            record=f"article:{reference}",
            kind=RecordKind.PRODUCT,
            outcome=Outcome.WAITING,
            problem=Problem(stock_messages.GONE_FROM_SHOP, {"reference": reference}),
            payload=f"data of {reference}",
        )
        for reference in ("PILE01", "PENDUL01")
    )
    counts = Counts(read=2, waiting=2)
    store.runs.commit(BatchRecord(run=run.id, number=1, counts=counts, results=results))
    store.runs.close(run.id, RunStatus.PARTIAL, counts, BatchRecord(run="", number=0, counts=counts).requests, None)
    return sorted(entry["id"] for entry in call("quarantine", "list", "--json").object["entries"])


def test_entries_are_listed_with_reason_and_remedy(call, waiting: list[int]) -> None:
    entries = call("quarantine", "list", "--json").object["entries"]
    assert {entry["record"] for entry in entries} == {"article:PILE01", "article:PENDUL01"}
    assert {entry["outcome"] for entry in entries} == {"waiting"}
    assert entries[0]["problem"]["code"] == "STK-REC-002"
    assert "navette run export-products --only" in entries[0]["problem"]["remedy"]
    assert "n'est plus dans la boutique" in call("quarantine", "list", "--lang", "fr").out


def test_the_oldest_entry_comes_first_with_its_reason_below(call, waiting: list[int]) -> None:
    lines = [line.strip() for line in call("quarantine", "list").out.splitlines()]
    first, second = (
        next(place for place, line in enumerate(lines) if f"{number}  article:" in line) for number in waiting
    )
    assert first < second
    assert lines[first].startswith(f"{waiting[0]}  article:PILE01, waiting: export-stock, attempts: 1, last seen ")
    assert "is no longer in the shop" in lines[first + 1]


def test_an_entry_is_shown_with_its_data(call, waiting: list[int]) -> None:
    shown = call("quarantine", "show", waiting[0], "--json").object
    assert shown["payload"] == f"data of {shown['record'].partition(':')[2]}"
    answer = call("quarantine", "show", waiting[0], "--lang", "fr")
    assert "Traitement : export-stock" in answer.out
    assert "data of" in answer.out


def test_an_entry_that_is_not_there_is_told(call, waiting: list[int]) -> None:
    answer = call("quarantine", "show", 9999, "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "STO-QUARANTINE-001"


def test_an_entry_is_dismissed_with_its_reason(call, waiting: list[int]) -> None:
    assert call("quarantine", "dismiss", waiting[0], "--reason", "sold out").out == "1 record(s) dismissed.\n"
    assert len(call("quarantine", "list", "--json").object["entries"]) == 1
    kept = call("quarantine", "list", "--all", "--json").object["entries"]
    assert {entry["state"]: entry["note"] for entry in kept} == {"open": "", "dismissed": "sold out"}


def test_all_entries_are_dismissed_only_when_that_is_said(call, waiting: list[int]) -> None:
    assert call("quarantine", "dismiss").code == 2
    assert call("quarantine", "dismiss", "--all", "--json").object["dismissed"] == 2
    assert call("quarantine", "list").out == "Nothing is waiting.\n"


def test_replay_runs_the_capability_for_those_records_alone(call, waiting: list[int]) -> None:
    answer = call("quarantine", "replay", "--all", "--json")
    [run] = answer.object["runs"]
    assert (run["capability"], run["profile"]) == ("export-stock", "bijou")
    assert {item["record"] for item in run["items"]} <= {"article:PILE01", "article:PENDUL01"}
    assert run["counts"]["read"] == 2
    assert call("runs", "--json").object["runs"][0]["trigger"] == "replay"
    settled = call("quarantine", "list", "--all", "--json").object["entries"]
    assert {entry["state"] for entry in settled} == {"replayed"}


def test_replay_of_one_entry_leaves_the_other(call, waiting: list[int]) -> None:
    call("quarantine", "replay", waiting[0])
    assert [entry["id"] for entry in call("quarantine", "list", "--json").object["entries"]] == [waiting[1]]


def test_nothing_to_replay_is_told(call, profile: str) -> None:
    assert call("quarantine", "replay", "--all").out == "There is nothing to replay.\n"
    assert call("quarantine", "replay", "--all", "--json").object["runs"] == []


def test_a_number_that_is_none_is_wrong_use(call, profile: str) -> None:
    answer = call("quarantine", "show", "first")
    assert answer.code == 2
    assert "The value of NUMBER does not fit" in answer.err
