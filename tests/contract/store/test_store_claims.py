"""The exactly-once protocol on our side: claims, their effects, account counters."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fakes.clock import FixedClock
from store_results import batch, claim, product, result, started

from navette.domain.binding import RecordKind
from navette.domain.errors import BusyError, ConfigurationError, FailureKind
from navette.domain.run import Counts
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import Claim, ClaimState, EffectState, Store

ORDER = RecordKind.ORDER
RESOURCES = ["company:BIJOU"]
PAID = OrderEffect("15", EffectKind.STATUS, "2")


def finish(store: Store, *claims: Claim, token: int, number: int = 1, effects: tuple[OrderEffect, ...] = ()) -> None:
    started(store)
    written = [replace(item, state=ClaimState.WRITTEN, piece=f"BC{item.external_id}") for item in claims]
    store.claims.finish(written, effects, batch("run-1", number, result("O")), token)


class TestBegin:
    def test_a_claim_is_being_written(self, store: Store) -> None:
        wished = claim("15", paid_total=Decimal("119.90"))
        with store.leases.hold(RESOURCES, "a") as token:
            assert store.claims.begin([wished], token) == {"15": wished}
        assert store.claims.get(ORDER, ["15", "16"]) == {"15": wished}

    def test_a_retry_counts_an_attempt_and_keeps_the_intended_account(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15", intended_account="WEB7")], token)
            again = store.claims.begin([claim("15", intended_account="", run="run-2")], token)["15"]
            assert (again.attempts, again.intended_account, again.run) == (2, "WEB7", "run-2")
            moved = store.claims.begin([claim("15", intended_account="WEB8")], token)["15"]
            assert (moved.attempts, moved.intended_account) == (3, "WEB8")

    def test_what_is_written_stays_written(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15")], token)
            finish(store, claim("15"), token=token)
            found = store.claims.begin([claim("15", source_digest="s2"), claim("16")], token)
        assert (found["15"].state, found["15"].piece, found["15"].source_digest) == (ClaimState.WRITTEN, "BC15", "s1")
        assert found["16"].state is ClaimState.WRITING

    def test_a_web_number_of_another_record_is_refused(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15")], token)
            with pytest.raises(ConfigurationError) as failure:
                other.claims.begin([claim("15")], token)
            assert failure.value.values == {"number": "15", "other": "15", "shop": "boutique"}
            with pytest.raises(ConfigurationError, match="STO-CLAIM-001"):
                store.claims.begin([claim("16", web_number="15")], token)
            assert store.claims.get(ORDER, ["16"]) == {}

    def test_kinds_and_records_without_number_keep_apart(self, store: Store) -> None:
        customers = [claim(key, kind=RecordKind.CUSTOMER, web_number="") for key in ("15", "16")]
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15")], token)
            store.claims.begin(customers, token)
        assert store.claims.get(RecordKind.CUSTOMER, ["15"]) == {"15": customers[0]}

    def test_shops_of_two_companies_may_use_the_same_numbers(self, make_store) -> None:
        for store in (make_store(), make_store("or", company="OR", shop="or-shop")):
            with store.leases.hold(RESOURCES, "a") as token:
                assert store.claims.begin([claim("15")], token)["15"].attempts == 1


class TestToken:
    def test_a_token_that_was_given_back_is_stale(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            pass
        with pytest.raises(BusyError, match="STO-LEASE-002"):
            store.claims.begin([claim("15")], token)
        assert store.claims.get(ORDER, ["15"]) == {}

    def test_a_token_that_was_taken_over_is_stale_and_nothing_of_the_batch_is_kept(
        self, store: Store, clock: FixedClock
    ) -> None:
        with store.leases.hold(RESOURCES, "slow") as token:
            store.claims.begin([claim("15")], token)
            clock.advance(minutes=2)
            with store.leases.hold(RESOURCES, "fast"):
                started(store)
                with pytest.raises(BusyError) as failure:
                    store.claims.finish(
                        [claim("15")], [PAID], batch("run-1", 1, result("O", bindings=(product("A", "1"),))), token
                    )
        assert failure.value.values == {"holder": "fast"}
        assert store.claims.get(ORDER, ["15"])["15"].state is ClaimState.WRITING
        assert store.outbox.due(10) == []
        assert store.runs.get("run-1").counts == Counts()
        assert store.bindings.count(RecordKind.PRODUCT) == 0

    def test_a_lease_that_ran_out_untaken_is_taken_up_again(self, store: Store, clock: FixedClock) -> None:
        with store.leases.hold(RESOURCES, "sleeper") as token:
            clock.advance(hours=8)
            store.claims.begin([claim("15")], token)
            with pytest.raises(BusyError), store.leases.hold(RESOURCES, "other"):
                pass


class TestFinish:
    def test_claims_effects_and_batch_are_written_together(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15"), claim("16")], token)
            finish(store, claim("15"), token=token, effects=(PAID,))
        found = store.claims.get(ORDER, ["15", "16"])
        assert (found["15"].state, found["15"].piece) == (ClaimState.WRITTEN, "BC15")
        assert found["16"].state is ClaimState.WRITING
        assert [row.effect for _, row in store.outbox.due(10)] == [PAID]
        assert store.runs.get("run-1").counts.created == 1

    def test_a_repeat_changes_nothing(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("15")], token)
            for _ in range(2):
                finish(store, claim("15"), token=token, effects=(PAID,))
        assert store.claims.get(ORDER, ["15"])["15"].attempts == 1
        assert len(store.outbox.due(10)) == 1
        assert store.runs.get("run-1").counts.created == 1

    def test_a_claim_that_our_memory_had_lost_is_kept(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            finish(store, claim("15"), token=token)
        assert store.claims.get(ORDER, ["15"])["15"].state is ClaimState.WRITTEN


class TestOpenOrders:
    def test_written_orders_come_in_pages_by_web_number(self, store: Store) -> None:
        numbers = [f"{number:03}" for number in range(25)]
        with store.leases.hold(RESOURCES, "a") as token:
            store.claims.begin([claim("999")], token)
            finish(store, *(claim(number) for number in numbers), token=token)
        seen: list[str] = []
        while page := store.claims.open_orders(seen[-1] if seen else "", 10):
            seen += [item.web_number for item in page]
        assert seen == numbers

    def test_other_shops_are_left_out(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        with store.leases.hold(RESOURCES, "a") as token:
            finish(store, claim("15"), token=token)
        assert other.claims.open_orders("", 10) == []


class TestReset:
    def test_a_reset_claim_can_begin_again(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            finish(store, claim("15"), claim("16"), token=token)
            assert store.claims.reset(ORDER, ["15", "77"]) == 1
            assert store.claims.get(ORDER, ["15"])["15"].state is ClaimState.RESET
            assert [item.external_id for item in store.claims.open_orders("", 10)] == ["16"]
            assert store.claims.begin([claim("15")], token)["15"].state is ClaimState.WRITING

    def test_all_are_reset_where_none_is_named(self, store: Store) -> None:
        with store.leases.hold(RESOURCES, "a") as token:
            finish(store, claim("15"), claim("16"), token=token)
        assert store.claims.reset(ORDER, []) == 2
        assert store.claims.reset(ORDER, []) == 0


class TestOutbox:
    def test_effects_are_queued_once_per_order_kind_and_value(self, store: Store) -> None:
        later = OrderEffect("15", EffectKind.STATUS, "4")
        store.outbox.add([PAID, later])
        [(first, _), _] = store.outbox.due(10)
        store.outbox.settle({first: EffectState.SENT})
        store.outbox.add([PAID])
        assert [row.effect for _, row in store.outbox.due(10)] == [later]
        rows = store.outbox.of_orders(["15"], [EffectKind.STATUS])
        assert [(row.effect.value, row.state, row.attempts) for row in rows] == [
            ("2", EffectState.SENT, 1),
            ("4", EffectState.DUE, 0),
        ]

    def test_due_rows_come_oldest_first_in_pages(self, store: Store) -> None:
        store.outbox.add([OrderEffect(str(number), EffectKind.PIECE, "BC1") for number in range(7)])
        seen: list[str] = []
        last = 0
        while page := store.outbox.due(3, last):
            seen += [row.effect.order for _, row in page]
            last = page[-1][0]
        assert seen == [str(number) for number in range(7)]

    @pytest.mark.parametrize("state", [state for state in EffectState if state is not EffectState.DUE])
    def test_what_is_settled_is_not_sent_again(self, store: Store, state: EffectState) -> None:
        store.outbox.add([PAID])
        [(row, _)] = store.outbox.due(10)
        store.outbox.settle({row: state})
        assert store.outbox.due(10) == []

    def test_an_effect_that_failed_for_now_stays_due(self, store: Store) -> None:
        store.outbox.add([PAID])
        [(row, _)] = store.outbox.due(10)
        store.outbox.settle({row: EffectState.DUE})
        [(_, again)] = store.outbox.due(10)
        assert again.attempts == 1

    def test_a_renewed_effect_is_due_again_and_queued_once(self, store: Store) -> None:
        store.outbox.add([PAID])
        [(row, _)] = store.outbox.due(10)
        store.outbox.settle({row: EffectState.REFUSED})
        later = OrderEffect("15", EffectKind.STATUS, "4")
        store.outbox.renew([PAID, later])
        assert [(found.effect, found.attempts) for _, found in store.outbox.due(10)] == [(PAID, 1), (later, 0)]

    def test_shops_keep_apart(self, make_store) -> None:
        make_store().outbox.add([PAID])
        assert make_store("outlet", shop="outlet").outbox.due(10) == []


class TestCounters:
    def test_a_counter_never_goes_back(self, make_store) -> None:
        store = make_store()
        assert store.counters.last("WEB####") == 0
        store.counters.raise_to("WEB####", 12)
        store.counters.raise_to("WEB####", 9)
        assert store.counters.last("WEB####") == 12
        assert store.counters.last("CLI####") == 0
        assert make_store("outlet", shop="outlet").counters.last("WEB####") == 12
        assert make_store("or", company="OR", shop="or-shop").counters.last("WEB####") == 0


def test_a_lost_lease_is_worth_another_try(store: Store) -> None:
    with pytest.raises(BusyError) as failure:
        store.claims.begin([claim("15")], 12345)
    assert failure.value.kind is FailureKind.TRANSIENT
