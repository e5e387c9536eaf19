"""Records that need somebody: they join each selection until they are settled or dismissed (design rules 6 and 8)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import a_level, an_article
from order_builders import a_row, an_order
from world import World

from navette.domain.tax import ErpTax
from navette.ports.store import REPLAY, QuarantineState

pytestmark = pytest.mark.spec("design:8")

UNMAPPED = an_article("LIVRE", taxes=(ErpTax("C99", Decimal(7)), None, None))


@pytest.fixture
def world(world: World) -> World:
    """One article that waits because its tax is not mapped, one that is in the shop."""
    world.company.put(UNMAPPED, an_article("BAOR01"))
    world.pass_time(hours=3)
    world.run("export-products")
    return world


def states(world: World) -> list[tuple[str, QuarantineState]]:
    return [(entry.record, entry.state) for entry in world.store.quarantine.entries(list(QuarantineState))]


def test_a_waiting_record_joins_the_selection_and_settles(world: World) -> None:
    world.pass_time(hours=5)
    assert world.counts("export-products") == {"waiting": 1}
    world.configure(taxes={"C99": "3"})
    assert world.counts("export-products") == {"created": 1, "unchanged": 1}
    assert states(world) == [("article:LIVRE", QuarantineState.SETTLED)]


def test_attempts_are_counted_once_per_run(world: World) -> None:
    world.run("export-products")
    [entry] = world.open_entries()
    assert (entry.attempts, entry.problem.message.code) == (2, "ART-TAX-001")
    assert entry.problem.values == {"label": "LIVRE", "code": "C99", "rate": "7"}


def test_a_record_that_turns_out_unchanged_settles_too(world: World) -> None:
    article = world.company.articles["BAOR01"]
    world.company.put(replace(article, taxes=UNMAPPED.taxes))
    assert world.counts("export-products") == {"waiting": 2}
    world.company.put(article)
    world.pass_time(hours=3)
    assert world.counts("export-products") == {"unchanged": 1, "waiting": 1}
    assert ("article:BAOR01", QuarantineState.SETTLED) in states(world)


def test_a_replay_closes_it_as_replayed(world: World) -> None:
    world.configure(taxes={"C99": "3"})
    assert world.counts("export-products", "article:LIVRE", trigger=REPLAY) == {"created": 1}
    assert states(world) == [("article:LIVRE", QuarantineState.REPLAYED)]


class TestDismissed:
    def test_it_is_skipped_and_counts_as_no_trouble(self, world: World) -> None:
        world.store.quarantine.dismiss([entry.id for entry in world.open_entries()], "not for the shop")
        assert world.counts("export-products", full=True) == {"skipped": 1, "unchanged": 1}
        assert world.open_entries() == []

    def test_another_reason_is_a_new_question(self, world: World) -> None:
        world.store.quarantine.dismiss([entry.id for entry in world.open_entries()], "not for the shop")
        world.company.put(replace(UNMAPPED, fields={"AR_Design": ""}, taxes=an_article().taxes))
        assert world.counts("export-products", full=True) == {"waiting": 1, "unchanged": 1}
        assert world.waiting_codes() == {"article:LIVRE": "ART-TXT-001"}

    @pytest.mark.spec("ORD-SEL-5")
    def test_an_order_changed_after_its_import(self, world: World) -> None:
        world.company.put(an_article("BAOR01"))
        world.shop.place(an_order("15"))
        world.run("import-orders")
        world.shop.place(an_order("15", a_row(quantity=2), updated_at=world.shop_state.now))
        assert world.counts("import-orders") == {"waiting": 1}
        world.store.quarantine.dismiss([entry.id for entry in world.open_entries()], "mended by hand")
        assert world.counts("import-orders", full=True) == {"skipped": 1}


def test_one_bad_record_never_stops_the_others(world: World) -> None:
    world.company.put(*(an_article(f"A{number}") for number in range(6)))
    world.shop.faults.refused = {"A3"}
    assert world.counts("export-products") == {"created": 5, "waiting": 1, "refused": 1}
    assert world.waiting_codes() == {"article:LIVRE": "ART-TAX-001", "article:A3": "SHP-REC-901"}


def test_entries_of_one_capability_are_not_another_s(world: World) -> None:
    world.company.put_levels(a_level("LIVRE", 3))
    assert world.counts("export-stock") == {"skipped": 1, "updated": 1}
    assert [entry.capability for entry in world.open_entries()] == ["export-products"]
