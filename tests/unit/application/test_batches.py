"""Batches: halved when the shop does not answer, grown after success, never done twice (design rules 1, 2 and 10)."""

import pytest
from builders import a_ranged_article, an_article
from world import World

from navette.domain.errors import FailureKind
from navette.domain.messages import run as messages

pytestmark = pytest.mark.spec("design:10")


@pytest.fixture
def world(world: World) -> World:
    world.configure({"articles.categories.create": "false"})
    world.company.put(*(an_article(f"A{number:02d}") for number in range(8)))
    return world


def references(world: World) -> list[str]:
    return sorted(product.reference for product in world.shop_state.products.values())


def test_a_time_out_halves_the_batch_and_success_lets_it_grow(world: World) -> None:
    world.company.put(*(an_article(f"B{number:02d}") for number in range(8)))
    world.shop.faults.fail_on = {1}
    assert world.counts("export-products") == {"created": 16}
    assert world.shop.batch_sizes == [4, 2, 4, 4, 4, 2]
    assert len(references(world)) == 16


def test_a_shop_that_bears_only_small_batches_gets_them(world: World) -> None:
    world.shop.faults.slow = 1
    assert world.counts("export-products") == {"created": 8}
    assert len(references(world)) == 8


@pytest.mark.parametrize("number", range(1, 5))
def test_a_lost_answer_makes_nothing_twice(world: World, number: int) -> None:
    world.company.put(a_ranged_article("RING"))
    world.shop.faults.lose = {number}
    world.run("export-products")
    world.run("export-products")
    assert references(world) == [*(f"A{number:02d}" for number in range(8)), "RING"]
    assert len(world.shop_state.named("RING").variants) == 2
    assert world.run("export-products", full=True).requests.write == 0


@pytest.mark.parametrize("number", range(1, 4))
def test_a_lost_answer_to_quantities_is_harmless(world: World, number: int) -> None:
    world.run("export-products")
    world.shop.faults.writes = 0
    world.shop.faults.lose = {number}
    world.run("export-stock")
    assert {product.quantity for product in world.shop_state.products.values()} == {10}
    assert world.run("export-stock", full=True).requests.write == 0


def test_one_record_that_is_never_answered_waits_and_the_others_go_on(world: World) -> None:
    world.shop.faults.fail_on = {1, 2, 3}
    report = world.run("export-products")
    assert (report.run.counts.created, report.run.counts.waiting) == (7, 1)
    assert world.waiting_codes() == {"article:A00": "RUN-REC-004"}
    assert world.counts("export-products") == {"created": 1, "unchanged": 7}


def test_three_in_a_row_end_the_run(world: World) -> None:
    world.shop.faults.fail_on = set(range(1, 100))
    report = world.run("export-products")
    assert (report.failure, report.run.problem.message) == (FailureKind.TRANSIENT, messages.UNREACHABLE)
    assert report.run.counts.created == 0
    world.shop.faults.fail_on = set()
    assert world.counts("export-products") == {"created": 8}


def test_a_batch_is_committed_whole_before_the_next_begins(world: World) -> None:
    report = world.run("export-products")
    stored = world.store.database.runs[report.run.id].batches
    assert [batch.counts.created for _, batch in stored.values() if batch.counts.created] == [4, 4]
    assert sum((batch.requests.write for _, batch in stored.values()), 0) == report.requests.write
