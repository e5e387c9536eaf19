"""Several processes on one data folder: they start together, they contend, they are killed."""

import time
from pathlib import Path

import pytest
from fakes.clock import FixedClock
from other_process import COMPANY, another, outcome

from navette.clock import SystemClock
from navette.domain.binding import Aspect, RecordKind
from navette.domain.errors import BusyError
from navette.domain.run import Counts
from navette.ports.shop import EffectKind
from navette.ports.store import ClaimState, QuarantineState, Store
from navette.store import OpenStore
from navette.store.place import Place


@pytest.fixture
def clock() -> SystemClock:
    """The machine's clock: the other processes go by it too."""
    return SystemClock()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def opened(request: pytest.FixtureRequest) -> OpenStore:
    return request.getfixturevalue("opened" if request.param == "sqlite" else "opened_postgres")


def test_processes_that_open_a_new_folder_together_all_succeed(tmp_path: Path, clock: SystemClock) -> None:
    new = OpenStore(Place(tmp_path / "new"), clock)
    with another("open_it", new) as one, another("open_it", new) as other:
        assert one.stdout
        assert other.stdout
        assert (one.stdout.readline(), other.stdout.readline()) == ("True\n", "True\n")


class TestLease:
    def test_another_process_is_kept_out_and_told_by_whom(self, store: Store, opened: OpenStore) -> None:
        with store.leases.hold([COMPANY], "bijou/import-orders"):
            assert outcome("try_to_hold", opened) == "bijou/import-orders"

    def test_a_killed_holder_gives_way_at_once(self, store: Store, opened: OpenStore) -> None:
        with another("hold", opened) as holder:
            with pytest.raises(BusyError) as failure, store.leases.hold([COMPANY], "me"):
                pass
            assert failure.value.values["holder"] == "other"
            holder.kill()
            holder.wait()
        with store.leases.hold([COMPANY], "me"):
            assert [lease.holder for lease in store.leases.holders()] == ["me"]

    def test_two_processes_never_hold_together(self, store: Store, opened: OpenStore) -> None:
        times = 15
        with another("count_up", opened, str(times)) as one, another("count_up", opened, str(times)) as other:
            for process in (one, other):
                assert process.stdout
                assert process.stdout.readline() == f"{times}\n"
        assert store.counters.last("test") == 2 * times


class TestKilled:
    @pytest.mark.spec("APP-SCH-3")
    def test_between_begin_and_finish_the_claim_is_found_as_being_written(
        self, store: Store, opened: OpenStore
    ) -> None:
        assert outcome("die_after_begin", opened) == ""
        claim = store.claims.get(RecordKind.ORDER, ["15"])["15"]
        assert (claim.state, claim.intended_account) == (ClaimState.WRITING, "WEB15")
        with store.leases.hold([COMPANY], "next") as token:
            assert store.claims.begin([claim], token)["15"].attempts == 2

    @pytest.mark.spec("APP-SCH-3")
    def test_within_the_commit_everything_or_nothing_is_kept(self, store: Store, opened: OpenStore) -> None:
        statements = 0
        while True:
            statements += 1
            survived = outcome("die_in_finish", opened, str(3 * statements - 2)) == "survived"
            assert _kept(store) == ([] if not survived else ["claim", "effect", "counts", "binding", "digest", "entry"])
            if survived:
                break
        assert statements > 3


def _kept(store: Store) -> list[str]:
    """What is there of the claim and the batch that `die_in_finish` writes."""
    claims = store.claims.get(RecordKind.ORDER, ["15"])
    found = {
        "claim": claims["15"].state is ClaimState.WRITTEN,
        "effect": store.outbox.of_orders(["15"], list(EffectKind)),
        "counts": store.runs.get("run-1").counts != Counts(),
        "binding": store.bindings.count(RecordKind.PRODUCT),
        "digest": store.digests.of(RecordKind.PRODUCT, ["article:A"], [Aspect.PRICE]),
        "entry": store.quarantine.entries(list(QuarantineState)),
    }
    return [name for name, value in found.items() if value]


class TestHeartbeat:
    def test_it_extends_the_lease(self, opened: OpenStore) -> None:
        from navette.store.repositories.leases import Leases

        clock = FixedClock()
        leases = Leases(clock, beat_seconds=0.01)
        with leases.hold([COMPANY], "long"):
            before = leases.holders()[0].expires_at
            clock.advance(seconds=30)
            deadline = time.monotonic() + 10
            while leases.holders()[0].expires_at == before and time.monotonic() < deadline:
                time.sleep(0.01)
            assert (leases.holders()[0].expires_at - before).total_seconds() == 30

    def test_it_ends_when_the_lease_was_taken_over(self, opened: OpenStore, caplog) -> None:
        from navette.store.repositories.leases import Leases

        clock = FixedClock()
        beating = Leases(clock, beat_seconds=0.2)
        with beating.hold([COMPANY], "slow"):
            clock.advance(seconds=61)
            with Leases(clock).hold([COMPANY], "fast"):
                deadline = time.monotonic() + 10
                while "lease lost" not in caplog.text and time.monotonic() < deadline:
                    time.sleep(0.02)
        assert "lease lost" in caplog.text
