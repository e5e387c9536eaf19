"""Leases: one holder at a time, named to the others; a growing token; the end by expiry."""

import pytest
from fakes.clock import FixedClock

from navette.domain.errors import BusyError
from navette.domain.messages import store as messages
from navette.ports.store import Store

COMPANY = "company:BIJOU"
STOCK = "shop:boutique:stock"


class TestHold:
    def test_the_holder_is_named_to_the_others(self, store: Store) -> None:
        holder, other = (
            store.leases.hold([COMPANY], "bijou/import-orders/7d1c"),
            store.leases.hold([STOCK, COMPANY], "b"),
        )
        with holder, pytest.raises(BusyError) as failure, other:
            pass
        assert failure.value.code == "STO-LEASE-001"
        assert failure.value.values == {
            "resource": COMPANY,
            "holder": "bijou/import-orders/7d1c",
            "since": "2026-11-24 09:00:00 UTC",
            "until": "09:01:00 UTC",
        }

    def test_what_was_refused_holds_nothing(self, store: Store) -> None:
        with store.leases.hold([COMPANY], "first"):
            with pytest.raises(BusyError), store.leases.hold([COMPANY, STOCK], "second"):
                pass
            with store.leases.hold([STOCK], "third"):
                assert [lease.holder for lease in store.leases.holders()] == ["first", "third"]

    def test_the_same_holder_cannot_hold_twice(self, store: Store) -> None:
        with store.leases.hold([COMPANY], "a"), pytest.raises(BusyError), store.leases.hold([COMPANY], "a"):
            pass

    def test_profiles_share_leases(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        with store.leases.hold([COMPANY], "a"), pytest.raises(BusyError), other.leases.hold([COMPANY], "b"):
            pass

    def test_it_is_given_back_at_the_end_and_after_a_failure(self, store: Store) -> None:
        with pytest.raises(RuntimeError), store.leases.hold([COMPANY], "a"):
            raise RuntimeError
        assert store.leases.holders() == []
        with store.leases.hold([COMPANY], "b"):
            pass

    def test_tokens_grow(self, store: Store) -> None:
        tokens = []
        for resources in ([COMPANY], [STOCK], [COMPANY, STOCK], [COMPANY]):
            with store.leases.hold(resources, "a") as token:
                tokens.append(token)
        assert tokens == sorted(set(tokens))

    def test_a_resource_named_twice_is_held_once(self, store: Store) -> None:
        with store.leases.hold([COMPANY, COMPANY], "a"):
            assert len(store.leases.holders()) == 1


class TestExpiry:
    def test_a_lease_that_ran_out_is_taken_over(self, store: Store, clock: FixedClock) -> None:
        with store.leases.hold([COMPANY], "slow") as slow:
            clock.advance(seconds=61)
            assert store.leases.holders() == []
            with store.leases.hold([COMPANY], "fast") as fast:
                assert fast > slow
                [lease] = store.leases.holders()
                assert (lease.resource, lease.holder, lease.token) == (COMPANY, "fast", fast)

    def test_the_former_holder_does_not_end_the_new_one(self, store: Store, clock: FixedClock) -> None:
        slow = store.leases.hold([COMPANY, STOCK], "slow")
        slow.__enter__()
        clock.advance(seconds=61)
        with store.leases.hold([COMPANY], "fast"):
            slow.__exit__(None, None, None)
            assert [(lease.resource, lease.holder) for lease in store.leases.holders()] == [(COMPANY, "fast")]

    def test_what_was_held_together_is_lost_together(self, store: Store, clock: FixedClock) -> None:
        slow = store.leases.hold([COMPANY, STOCK], "slow")
        token = slow.__enter__()
        store.leases.check(token)
        clock.advance(seconds=61)
        with store.leases.hold([COMPANY], "fast"), pytest.raises(BusyError) as lost:
            store.leases.check(token)
        assert (lost.value.code, lost.value.values["holder"]) == (messages.LEASE_LOST.code, "fast")
        with store.leases.hold([STOCK], "third"):
            slow.__exit__(None, None, None)
            assert [lease.holder for lease in store.leases.holders()] == ["third"]

    def test_it_is_not_taken_before(self, store: Store, clock: FixedClock) -> None:
        with store.leases.hold([COMPANY], "a"):
            clock.advance(seconds=59)
            with pytest.raises(BusyError), store.leases.hold([COMPANY], "b"):
                pass
