"""Runs: their row, their counts as sums over batches, their end, previews."""

import pytest
from fakes.clock import FixedClock
from store_results import NO_TAX, batch, line, refused, result, run_record, started

from navette.domain.errors import ConfigurationError
from navette.domain.messages.message import Level
from navette.domain.run import Counts, Outcome, Problem, Requests, RunMode, RunStatus
from navette.ports.store import Store, StoredPlanItem

UNCHANGED = Counts(read=3, unchanged=2, skipped=1)


def close(store: Store, run: str, counts: Counts, status: RunStatus = RunStatus.SUCCESS) -> None:
    store.runs.close(run, status, counts, Requests(4, 2), None)


class TestStart:
    def test_a_run_comes_back_as_it_was_started(self, store: Store) -> None:
        record = run_record("7d1c", trigger="schedule")
        store.runs.start(record)
        assert store.runs.get("7d1c") == record

    def test_a_queued_run_becomes_running(self, store: Store) -> None:
        store.runs.start(run_record("7d1c", status=RunStatus.QUEUED, started_at=None))
        store.runs.start(run_record("7d1c"))
        assert store.runs.get("7d1c").status is RunStatus.RUNNING
        assert len(store.runs.recent(None, 10)) == 1

    def test_counts_of_a_run_at_work_are_the_sum_over_its_batches(self, store: Store) -> None:
        run = started(store)
        assert store.runs.get(run).counts == Counts()
        store.runs.commit(batch(run, 1, result("A"), refused("B")))
        store.runs.commit(batch(run, 2, counts=Counts(read=500, unchanged=500)))
        found = store.runs.get(run)
        assert found.counts == Counts(read=502, created=1, refused=1, unchanged=500)
        assert found.requests == Requests(4, 2)


class TestClose:
    def test_the_end_is_kept(self, store: Store, clock: FixedClock) -> None:
        run = started(store)
        store.runs.close(
            run, RunStatus.FAILED, Counts(read=1, created=1), Requests(9, 1), Problem(NO_TAX, {"tax": "T55"})
        )
        found = store.runs.get(run)
        assert (found.status, found.ended_at, found.requests) == (RunStatus.FAILED, clock.now(), Requests(9, 1))
        assert found.counts == Counts(read=1, created=1)
        assert found.problem
        assert (found.problem.message.code, found.problem.values) == (NO_TAX.code, {"tax": "T55"})

    def test_a_run_taken_up_again_counts_all_of_its_batches(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, result("A"), result("B")))
        store.runs.commit(batch(run, 2, result("C", Outcome.UPDATED)))
        close(store, run, Counts(read=1, updated=1))
        assert store.runs.get(run).counts == Counts(read=3, created=2, updated=1)

    def test_a_run_that_changed_nothing_keeps_no_lines(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, lines=(line("begin"),), counts=UNCHANGED))
        store.runs.close(run, RunStatus.SUCCESS, UNCHANGED, Requests(9, 0), None)
        assert list(store.runs.journal(run)) == []
        assert store.runs.get(run).counts == UNCHANGED

    def test_a_run_that_wrote_to_the_shop_keeps_its_lines(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, lines=(line("sent what was due"),), counts=UNCHANGED))
        store.runs.close(run, RunStatus.SUCCESS, UNCHANGED, Requests(9, 1), None)
        assert len(list(store.runs.journal(run))) == 1

    def test_a_warning_is_kept_even_where_nothing_changed(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, lines=(line("odd", level=Level.WARNING),), counts=UNCHANGED))
        close(store, run, UNCHANGED)
        assert len(list(store.runs.journal(run))) == 1

    def test_a_failed_run_keeps_its_lines(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, lines=(line("begin"),), counts=UNCHANGED))
        close(store, run, UNCHANGED, RunStatus.FAILED)
        assert len(list(store.runs.journal(run))) == 1


class TestFind:
    def test_by_the_beginning_of_the_id(self, store: Store) -> None:
        started(store, "7d1c-11")
        started(store, "9f00-22")
        assert store.runs.get("7d").id == "7d1c-11"

    def test_a_whole_id_wins_over_longer_ones(self, store: Store) -> None:
        started(store, "7d")
        started(store, "7d1c")
        assert store.runs.get("7d").id == "7d"

    @pytest.mark.parametrize("wanted", ["x", "", "%", "_"])
    def test_an_unknown_run_is_named(self, store: Store, wanted: str) -> None:
        started(store, "7d1c")
        with pytest.raises(ConfigurationError) as failure:
            store.runs.get(wanted)
        assert (failure.value.code, failure.value.values) == ("STO-RUN-001", {"run": wanted})

    def test_several_candidates_are_named(self, store: Store) -> None:
        started(store, "7d1c")
        started(store, "7d2c")
        with pytest.raises(ConfigurationError) as failure:
            list(store.runs.journal("7d"))
        assert failure.value.code == "STO-RUN-002"
        assert failure.value.values["known"] == "7d2c, 7d1c"

    def test_the_latest_come_first(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        for number in range(3):
            started(store, f"run-{number}")
        started(other, "run-other", profile="outlet")
        assert [run.id for run in store.runs.recent("bijou", 2)] == ["run-2", "run-1"]
        assert [run.id for run in store.runs.recent(None, 10)] == ["run-other", "run-2", "run-1", "run-0"]

    def test_a_run_of_an_unknown_profile_is_refused(self, make_store, request: pytest.FixtureRequest) -> None:
        if "memory" in request.node.name:
            pytest.skip("profiles are no part of the memory store")
        with pytest.raises(ConfigurationError) as failure:
            started(make_store(), profile="nobody")
        assert failure.value.values == {"name": "nobody", "known": "bijou"}


class TestPlan:
    def test_items_come_back_as_they_were_kept(self, store: Store) -> None:
        run = started(store, mode=RunMode.PREVIEW)
        items = [
            StoredPlanItem("article:A", Outcome.CREATED, (("name", "", "Bague"), ("price", "", "12.00")), "b1"),
            StoredPlanItem("article:B", Outcome.REFUSED, (), "", "ART-TAX-901", (("tax", "T55"),), subject="x"),
        ]
        store.runs.save_plan(run, items)
        assert list(store.runs.plan(run)) == items

    def test_a_record_that_is_planned_again_replaces_its_item(self, store: Store) -> None:
        run = started(store, mode=RunMode.PREVIEW)
        store.runs.save_plan(run, [StoredPlanItem("article:A", Outcome.CREATED, (), "b1")])
        again = StoredPlanItem("article:A", Outcome.UPDATED, (), "b2")
        store.runs.save_plan(run, [again])
        assert list(store.runs.plan(run)) == [again]

    def test_a_plan_is_pulled_outside_of_transactions(self, store: Store) -> None:
        from navette.store import in_transaction

        run = started(store, mode=RunMode.PREVIEW)
        seen = []

        def items():
            for number in range(1200):
                seen.append(in_transaction())
                yield StoredPlanItem(f"article:{number:04}", Outcome.CREATED, (), "b")

        store.runs.save_plan(run, items())
        assert not any(seen)
        assert [item.record for item in store.runs.plan(run)] == [f"article:{number:04}" for number in range(1200)]


class TestLostRuns:
    def test_a_run_whose_program_is_gone_is_ended_with_what_it_counted(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, result("A")))
        record = store.runs.get(run)
        assert store.runs.end_lost(record.profile, record.capability) == 1
        ended = store.runs.get(run)
        assert (ended.status, ended.counts) == (RunStatus.FAILED, Counts(read=1, created=1))
        assert ended.problem is not None
        assert ended.problem.message.code == "STO-RUN-003"

    def test_runs_that_ended_and_those_of_other_capabilities_stay_as_they_are(self, store: Store) -> None:
        run = started(store)
        close(store, run, UNCHANGED)
        other = run_record("8e2d", capability="export-prices")
        store.runs.start(other)
        assert store.runs.end_lost(other.profile, "export-stock") == 0
        assert store.runs.get("8e2d").status is RunStatus.RUNNING
