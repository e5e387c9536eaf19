"""Quarantine: once per record and reason while open, closed by a later outcome, dismissed by a person."""

import pytest
from fakes.clock import FixedClock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_results import NO_PARENT, NO_TAX, batch, refused, result, started

from navette.domain.errors import ConfigurationError
from navette.domain.run import Outcome
from navette.ports.store import REPLAY, QuarantineEntry, QuarantineState, Store

CAPABILITY = "export-products"
OPEN = [QuarantineState.OPEN]


def commit(store: Store, run: str, *results: object, **changed: object) -> None:
    store.runs.commit(batch(started(store, run, **changed), 1, *results))


def only(store: Store, *states: QuarantineState) -> QuarantineEntry:
    [entry] = store.quarantine.entries(states or list(QuarantineState))
    return entry


class TestOpen:
    def test_an_entry_keeps_reason_values_and_data(self, store: Store, clock: FixedClock) -> None:
        commit(store, "run-1", refused("A", tax="T55"))
        entry = only(store)
        assert (entry.profile, entry.capability, entry.record) == ("bijou", CAPABILITY, "article:A")
        assert (entry.problem.message.code, entry.problem.values) == (NO_TAX.code, {"tax": "T55"})
        assert (entry.outcome, entry.state, entry.attempts) == (Outcome.REFUSED, QuarantineState.OPEN, 1)
        assert entry.first_at == entry.last_at == clock.now()
        assert store.quarantine.get(entry.id) == entry

    def test_the_same_reason_counts_an_attempt(self, store: Store, clock: FixedClock) -> None:
        commit(store, "run-1", refused("A", tax="T55"))
        first = only(store)
        clock.advance(hours=1)
        commit(store, "run-2", refused("A", outcome=Outcome.WAITING, tax="T20"))
        entry = only(store)
        assert (entry.id, entry.attempts, entry.outcome) == (first.id, 2, Outcome.WAITING)
        assert entry.problem.values == {"tax": "T20"}
        assert (entry.first_at, entry.last_at) == (first.first_at, clock.now())

    def test_another_reason_closes_the_former(self, store: Store) -> None:
        commit(store, "run-1", refused("A", NO_TAX))
        commit(store, "run-2", refused("A", NO_PARENT))
        assert only(store, QuarantineState.OPEN).problem.message.code == NO_PARENT.code
        assert only(store, QuarantineState.SETTLED).problem.message.code == NO_TAX.code

    def test_a_reason_that_comes_back_opens_anew(self, store: Store) -> None:
        commit(store, "run-1", refused("A"))
        commit(store, "run-2", result("A"))
        commit(store, "run-3", refused("A"))
        assert only(store, QuarantineState.OPEN).attempts == 1
        assert len(store.quarantine.entries(list(QuarantineState))) == 2

    def test_profiles_and_capabilities_keep_apart(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        commit(store, "run-1", refused("A"))
        commit(store, "run-2", refused("A"), capability="export-stock")
        commit(other, "run-3", refused("B"), profile="outlet")
        commit(store, "run-4", result("A"), capability="export-stock")
        assert store.quarantine.open_records(CAPABILITY) == {"article:A"}
        assert store.quarantine.open_records("export-stock") == frozenset()
        assert other.quarantine.open_records(CAPABILITY) == {"article:B"}

    def test_hundreds_at_once(self, store: Store) -> None:
        for run in ("run-1", "run-2"):
            commit(store, run, *(refused(f"A{number}") for number in range(600)))
        entries = store.quarantine.entries(OPEN)
        assert len(entries) == 600
        assert {entry.attempts for entry in entries} == {2}


class TestClose:
    @pytest.mark.parametrize(
        "outcome", [outcome for outcome in Outcome if not outcome.is_unsettled], ids=lambda outcome: outcome.value
    )
    def test_a_settled_outcome_closes(self, store: Store, outcome: Outcome) -> None:
        commit(store, "run-1", refused("A"), refused("B"))
        commit(store, "run-2", result("A", outcome))
        assert store.quarantine.open_records(CAPABILITY) == {"article:B"}
        assert only(store, QuarantineState.SETTLED).record == "article:A"

    def test_a_replay_says_so(self, store: Store) -> None:
        commit(store, "run-1", refused("A"))
        commit(store, "run-2", result("A"), trigger=REPLAY)
        assert only(store).state is QuarantineState.REPLAYED


class TestDismiss:
    def test_a_dismissed_entry_is_open_no_more(self, store: Store) -> None:
        commit(store, "run-1", refused("A"), refused("B"))
        entry = next(entry for entry in store.quarantine.entries(OPEN) if entry.record == "article:A")
        assert store.quarantine.dismiss([entry.id, 9999], "no longer sold") == 1
        assert store.quarantine.get(entry.id).note == "no longer sold"
        assert store.quarantine.open_records(CAPABILITY) == {"article:B"}
        pairs = store.quarantine.dismissed(CAPABILITY, ["article:A", "article:B"])
        assert pairs == {("article:A", NO_TAX.code)}

    def test_the_same_reason_stays_dismissed(self, store: Store) -> None:
        commit(store, "run-1", refused("A"))
        store.quarantine.dismiss([only(store).id], "known")
        commit(store, "run-2", refused("A"))
        commit(store, "run-3", result("A", Outcome.SKIPPED))
        assert only(store).state is QuarantineState.DISMISSED
        assert only(store).attempts == 2

    def test_another_reason_is_told(self, store: Store) -> None:
        commit(store, "run-1", refused("A", NO_TAX))
        store.quarantine.dismiss([only(store).id], "known")
        commit(store, "run-2", refused("A", NO_PARENT))
        assert only(store, QuarantineState.OPEN).problem.message.code == NO_PARENT.code

    def test_success_ends_a_dismissal(self, store: Store) -> None:
        commit(store, "run-1", refused("A"))
        store.quarantine.dismiss([only(store).id], "known")
        commit(store, "run-2", result("A"))
        assert store.quarantine.dismissed(CAPABILITY, ["article:A"]) == frozenset()

    def test_a_closed_entry_is_not_dismissed(self, store: Store) -> None:
        commit(store, "run-1", refused("A"))
        commit(store, "run-2", result("A"))
        assert store.quarantine.dismiss([only(store).id], "late") == 0


class TestEntries:
    def test_the_latest_come_first(self, store: Store, clock: FixedClock) -> None:
        for key in ("A", "B", "C"):
            commit(store, f"run-{key}", refused(key))
            clock.advance(minutes=1)
        commit(store, "run-again", refused("A"))
        assert [entry.record for entry in store.quarantine.entries(OPEN)] == ["article:A", "article:C", "article:B"]

    def test_an_unknown_entry_is_named(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        commit(store, "run-1", refused("A"))
        with pytest.raises(ConfigurationError) as failure:
            other.quarantine.get(only(store).id)
        assert failure.value.code == "STO-QUARANTINE-001"


REASONS = {"tax": NO_TAX, "parent": NO_PARENT}
steps = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from(["tax", "parent", "created", "skipped"])), max_size=12
)


@given(steps)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_the_last_outcome_of_a_record_decides(make_store, steps: list[tuple[str, str]]) -> None:
    store = make_store()
    before = len(store.runs.recent(None, 100_000))
    last: dict[str, str] = {"A": "created", "B": "created"}
    commit(store, f"run-{before}", result("A"), result("B"))
    for number, (key, what) in enumerate(steps, before + 1):
        item = refused(key, REASONS[what]) if what in REASONS else result(key, Outcome(what))
        commit(store, f"run-{number}", item)
        last[key] = what
    waiting = {f"article:{key}": REASONS[what].code for key, what in last.items() if what in REASONS}
    assert {entry.record: entry.problem.message.code for entry in store.quarantine.entries(OPEN)} == waiting
    assert store.quarantine.open_records(CAPABILITY) == set(waiting)
