"""A run that would damage too much stops before it writes (design rule 14)."""

import pytest
from builders import a_level, a_price_sheet, a_ranged_article, an_article
from world import World

from navette.domain.errors import FailureKind
from navette.domain.messages import run as messages

pytestmark = pytest.mark.spec("design:14")


@pytest.fixture
def world(world: World) -> World:
    """Twenty articles in the shop, and limits that twenty can reach."""
    world.configure({"safety.removed_at_least": 5})
    world.company.put(*(an_article(f"A{number:02d}") for number in range(20)))
    for capability in ("export-products", "export-prices", "export-stock"):
        world.run(capability)
    return world


def empty_shelves(world: World, number: int) -> None:
    for index in range(number):
        world.company.put_levels(a_level(f"A{index:02d}", 0))


def test_zeroing_more_than_a_fifth_stops_and_confirm_goes_on(world: World) -> None:
    empty_shelves(world, 5)
    report = world.run("export-stock")
    assert report.failure is FailureKind.CONFIGURATION
    assert report.run.problem.message is messages.MASS_REMOVAL
    assert report.run.problem.values == {"number": "5", "bound": "20", "percent": "20"}
    assert report.requests.write == 0
    assert world.counts("export-stock", confirm=True) == {"updated": 5, "unchanged": 15}


def test_a_fifth_is_allowed(world: World) -> None:
    empty_shelves(world, 4)
    assert world.counts("export-stock") == {"updated": 4, "unchanged": 16}


def test_few_records_never_stop_a_run(world: World) -> None:
    world.configure({"safety.removed_at_least": 6})
    empty_shelves(world, 5)
    assert world.counts("export-stock") == {"updated": 5, "unchanged": 15}


@pytest.mark.parametrize("capability", ["export-products", "export-stock"])
def test_a_shop_whose_articles_all_vanished(world: World, capability: str) -> None:
    world.shop_state.products.clear()
    report = world.run(capability, full=True)
    assert report.run.problem.message is messages.MASS_REMOVAL
    assert report.requests.write == 0
    assert world.open_entries() == []


def test_variants_count_among_the_linked_records(world: World) -> None:
    world.company.put(a_ranged_article("RING", tuple(str(size) for size in range(40, 70))))
    world.run("export-products")
    world.run("export-stock")
    levels = world.company.levels["RING"]
    world.company.put_levels(*(a_level(level.key, 0) for level in levels[:10]), *levels[10:])
    assert world.counts("export-stock")["updated"] == 10


def test_moving_a_third_of_the_prices_by_more_than_half_stops(world: World) -> None:
    for index in range(7):
        world.company.put_sheet(a_price_sheet(world.company.articles[f"A{index:02d}"], 151))
    report = world.run("export-prices")
    assert report.run.problem.message is messages.MASS_PRICE_MOVE
    assert report.requests.write == 0
    assert world.counts("export-prices", confirm=True)["updated"] == 7


def test_a_move_by_half_is_no_danger(world: World) -> None:
    for index in range(20):
        world.company.put_sheet(a_price_sheet(world.company.articles[f"A{index:02d}"], 150))
    assert world.counts("export-prices") == {"updated": 20}


def test_a_preview_shows_the_damage_and_warns(world: World) -> None:
    empty_shelves(world, 5)
    report = world.run("export-stock", preview=True)
    assert (report.failure, report.run.counts.updated) == (None, 5)
    assert len(world.journal.of(messages.MASS_REMOVAL)) == 1


def test_losses_that_a_person_dismissed_are_no_danger(world: World) -> None:
    for product in list(world.shop_state.products.values())[:5]:
        del world.shop_state.products[product.ref.id]
    world.run("export-products", full=True, confirm=True)
    world.store.quarantine.dismiss([entry.id for entry in world.open_entries()], "taken out of the range")
    assert world.counts("export-products", full=True) == {"skipped": 5, "unchanged": 15}
