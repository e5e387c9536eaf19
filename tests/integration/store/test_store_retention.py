"""What is kept for how long (design rule 12)."""

from datetime import UTC, datetime

import pytest
from fakes.clock import FixedClock
from hypothesis import given
from hypothesis import strategies as st
from store_results import batch, line, refused, result, started

from navette.domain.messages.message import Level
from navette.domain.run import Change, Counts, Outcome, Requests, RunMode, RunStatus
from navette.ports.store import QuarantineState, Store, StoredPlanItem


def purged(clock: FixedClock, **later: float):
    from navette.store.retention import purge

    clock.advance(**later)
    return purge(clock)


def ended(store: Store, run: str, *results: object, **changed: object) -> None:
    started(store, run, **changed)
    one = batch(run, 1, *results, lines=(line("begin"),))
    store.runs.commit(one)
    store.runs.close(run, RunStatus.SUCCESS, one.counts, Requests(), None)


def runs(store: Store) -> list[str]:
    return [run.id for run in store.runs.recent(None, 100)]


class TestRuns:
    @pytest.mark.parametrize(("days", "kept"), [(394, True), (396, False)])
    def test_a_run_is_kept_for_thirteen_months(self, store: Store, clock: FixedClock, days: int, kept: bool) -> None:
        ended(store, "run-1", result("A"))
        assert purged(clock, days=days).runs == (not kept)
        assert runs(store) == ["run-1"] * kept

    @pytest.mark.parametrize(("days", "kept"), [(6.9, True), (7.1, False)])
    def test_one_that_changed_nothing_for_a_week(
        self, store: Store, clock: FixedClock, days: float, kept: bool
    ) -> None:
        ended(store, "run-1", result("A", Outcome.UNCHANGED), result("B", Outcome.SKIPPED))
        assert purged(clock, days=days).runs == (not kept)

    def test_one_that_failed_is_kept_although_it_changed_nothing(self, store: Store, clock: FixedClock) -> None:
        started(store, "run-1")
        store.runs.close("run-1", RunStatus.FAILED, Counts(), Requests(), None)
        assert purged(clock, days=30).runs == 0

    @pytest.mark.parametrize(("hours", "kept"), [(23, True), (25, False)])
    def test_a_preview_for_a_day(self, store: Store, clock: FixedClock, hours: int, kept: bool) -> None:
        ended(store, "run-1", result("A"), mode=RunMode.PREVIEW)
        store.runs.save_plan("run-1", [StoredPlanItem("article:A", Outcome.CREATED, (), "")])
        assert purged(clock, hours=hours).runs == (not kept)
        assert runs(store) == ["run-1"] * kept

    def test_one_that_has_not_ended_stays(self, store: Store, clock: FixedClock) -> None:
        started(store, "run-1")
        assert purged(clock, days=800).runs == 0


class TestJournal:
    def test_lines_and_changes_go_after_ninety_days_and_the_run_stays(self, store: Store, clock: FixedClock) -> None:
        from navette.store import models

        changes = (Change("price", "10", "12"),)
        ended(store, "old", *(result(f"A{number}", changes=changes, lines=(line("x"),)) for number in range(1200)))
        clock.advance(days=80)
        ended(store, "new", result("B", changes=changes, lines=(line("x", level=Level.WARNING),)))
        report = purged(clock, days=11)
        assert (report.lines, report.changes, report.runs) == (1201, 1200, 0)
        assert list(store.runs.journal("old")) == []
        assert len(list(store.runs.journal("new"))) == 2
        assert models.SentChange.objects.count() == 1
        assert store.runs.get("old").counts.created == 1200


class TestQuarantine:
    def test_settled_entries_go_after_ninety_days_and_open_ones_stay(self, store: Store, clock: FixedClock) -> None:
        ended(store, "run-1", refused("A"), refused("B"), refused("C"))
        by_record = {entry.record: entry.id for entry in store.quarantine.entries([QuarantineState.OPEN])}
        store.quarantine.dismiss([by_record["article:B"]], "known")
        ended(store, "run-2", result("A"))
        assert purged(clock, days=89).quarantine == 0
        assert purged(clock, days=2).quarantine == 2
        assert [entry.record for entry in store.quarantine.entries(list(QuarantineState))] == ["article:C"]


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 (given above)
    st.integers(1, 30),
)
def test_months_before_is_the_same_day_or_the_last_of_its_month(instant: datetime, months: int) -> None:
    from navette.store.retention import months_before

    earlier = months_before(instant, months)
    assert (instant.year - earlier.year) * 12 + instant.month - earlier.month == months
    assert earlier.time() == instant.time()
    assert earlier.day == instant.day or (earlier.day < instant.day and earlier.day >= 28)
