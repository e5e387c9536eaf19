"""FLW-5: what the shop is told of the company's stock, compared with what it holds now (spec ART-STK)."""

from dataclasses import replace

import pytest
from builders import a_level, a_ranged_article, an_article
from fakes.shop.fake_shop import CAPABILITIES
from world import World

from navette.domain.article import Tracking
from navette.domain.binding import Aspect, RecordKind
from navette.domain.messages import stock as messages


@pytest.fixture
def world(world: World) -> World:
    """A ring in two sizes and two simple articles, with what the shop needs to hold of them."""
    world.company.put(an_article("BAOR01"), an_article("BAOR02"), a_ranged_article("RING"), physical=7)
    world.run("export-products")
    world.run("export-prices")
    return world


def quantities(world: World) -> dict[str, int]:
    held = [each for product in world.shop_state.products.values() for each in (product.variants.values() or [product])]
    return {each.reference: each.quantity for each in held}


@pytest.mark.spec("ART-SND", "FLW-5")
def test_articles_and_combinations_get_their_quantities_and_nothing_the_second_time(world: World) -> None:
    assert world.counts("export-stock") == {"updated": 4}
    assert quantities(world) == {"BAOR01": 7, "BAOR02": 7, "RING-52": 7, "RING-54": 7}
    report = world.run("export-stock", full=True)
    assert (report.run.counts.unchanged, report.requests.write) == (4, 0)


def test_what_the_shop_sold_in_between_is_seen(world: World) -> None:
    world.run("export-stock")
    world.shop_state.named("BAOR01").quantity = 5
    assert world.counts("export-stock", full=True) == {"updated": 1, "unchanged": 3}
    assert quantities(world)["BAOR01"] == 7


@pytest.mark.parametrize(
    ("basis", "quantity"),
    [
        ("reel", 20),
        ("reel_moins_commandes", 14),
        ("disponible", 16),
        ("a_terme", 22),
        ("a_terme_moins_commandes_fournisseurs", 11),
    ],
)
@pytest.mark.spec("ART-STK-2")
def test_the_five_bases(world: World, basis: str, quantity: int) -> None:
    world.configure({"articles.stock.basis": basis})
    world.company.put_levels(
        a_level("BAOR01", 20, reserved=6, prepared=3, ordered=11, reserved_back_to_back=2, ordered_back_to_back=1)
    )
    world.run("export-stock")
    assert quantities(world)["BAOR01"] == quantity


@pytest.mark.spec("ART-STK-3")
def test_articles_that_are_not_followed_get_a_default(world: World) -> None:
    world.company.put(an_article("SERVICE", tracking=Tracking.NONE))
    world.company.put_levels(a_level("SERVICE", 0, is_tracked=False))
    world.run("export-products")
    world.run("export-stock")
    assert quantities(world)["SERVICE"] == 100


@pytest.mark.spec("ART-STK-4")
def test_negative_stock_is_told_as_zero_unless_wished(world: World) -> None:
    world.company.put_levels(a_level("BAOR01", 2, reserved=5))
    world.run("export-stock")
    assert quantities(world)["BAOR01"] == 0
    world.configure({"articles.stock.sends_negative": "true"})
    world.run("export-stock")
    assert quantities(world)["BAOR01"] == -3


def test_articles_that_the_shop_lacks_are_skipped(world: World) -> None:
    world.company.put(an_article("NEW01"))
    assert world.counts("export-stock") == {"updated": 4, "skipped": 1}
    assert [line.values for line in world.journal.of(messages.NOT_IN_SHOP)] == [{"reference": "NEW01"}]


@pytest.mark.spec("ART-FLT-1", "ART-FLT-6", "ART-STK-7")
def test_the_published_flag_is_respected_or_ignored(world: World) -> None:
    world.run("export-stock")
    world.company.put(replace(world.company.articles["BAOR01"], is_published=False), physical=3)
    assert world.counts("export-stock") == {"unchanged": 3}
    world.configure({"articles.stock.ignore_published": "true"})
    assert world.counts("export-stock")["updated"] == 1


@pytest.mark.spec("POL-ART-3")
def test_a_quantity_that_may_not_be_overwritten_is_left_alone(world: World) -> None:
    world.configure({"articles.update.stock": "false"})
    report = world.run("export-stock")
    assert (report.run.counts.skipped, report.requests.write) == (4, 0)
    assert messages.SWITCHED_OFF.code in world.journal.codes


def test_only_some_references(world: World) -> None:
    assert world.counts("export-stock", "baor01", "RING") == {"updated": 3}
    assert quantities(world)["BAOR02"] == 0


def test_a_record_key_names_its_article(world: World) -> None:
    assert world.counts("export-stock", "variant:RING/1/0") == {"updated": 2}


class TestGone:
    def test_a_product_that_was_deleted_in_the_shop_waits(self, world: World) -> None:
        del world.shop_state.products[world.shop_state.named("BAOR01").ref.id]
        assert world.counts("export-stock") == {"updated": 3, "waiting": 1}
        assert world.waiting_codes() == {"article:BAOR01": "STK-REC-002"}

    def test_one_that_vanishes_between_plan_and_writing_waits_too(self, world: World) -> None:
        world.shop.capabilities = replace(CAPABILITIES, stock_batch=1)
        product = world.shop_state.named("BAOR02")
        writing = world.shop.write_stock

        def deleting(writes: object) -> object:
            world.shop_state.products.pop(product.ref.id, None)
            return writing(writes)

        world.shop.write_stock = deleting
        assert world.counts("export-stock") == {"updated": 3, "waiting": 1}

    def test_it_settles_once_the_product_is_made_again(self, world: World) -> None:
        del world.shop_state.products[world.shop_state.named("BAOR01").ref.id]
        world.run("export-stock")
        world.run("export-products", "BAOR01")
        assert world.counts("export-stock") == {"updated": 1, "unchanged": 3}
        assert world.open_entries() == []


class TestNewProducts:
    def test_a_product_made_long_after_its_stock_moved_gets_its_quantity(self, world: World) -> None:
        world.company.put(an_article("LATE", is_published=False), physical=6)
        world.run("export-stock")
        world.pass_time(days=2)
        world.run("export-stock")
        world.company.articles["LATE"] = an_article("LATE")
        world.run("export-products", full=True)
        assert world.counts("export-stock") == {"updated": 1}
        assert quantities(world)["LATE"] == 6

    def test_the_doubt_is_lifted_once_its_stock_is_right(self, world: World) -> None:
        assert len(world.store.digests.doubtful(RecordKind.PRODUCT, Aspect.STOCK)) == 3
        world.run("export-stock")
        assert world.store.digests.doubtful(RecordKind.PRODUCT, Aspect.STOCK) == frozenset()

    def test_a_doubt_stays_while_a_quantity_of_the_article_was_not_written(self, world: World) -> None:
        world.shop.faults.refused = {"RING-54"}
        world.run("export-stock")
        assert world.store.digests.doubtful(RecordKind.PRODUCT, Aspect.STOCK) == {"article:RING"}

    def test_a_combination_that_needs_nothing_does_not_lift_the_doubt_about_another(self, world: World) -> None:
        world.shop_state.named("RING").variants[next(reversed(world.shop_state.named("RING").variants))].quantity = 7
        world.shop.faults.fail_on = set(range(world.shop.faults.writes + 1, 100))
        world.run("export-stock")
        assert "article:RING" in world.store.digests.doubtful(RecordKind.PRODUCT, Aspect.STOCK)


class TestRequests:
    def test_a_full_run_reads_the_whole_stock_at_once(self, world: World) -> None:
        world.company.put(*(an_article(f"A{number:02d}") for number in range(17)))
        world.run("export-products")
        world.run("export-stock")
        report = world.run("export-stock", full=True)
        assert report.requests.read == 1 + 3  # the probe, and 21 quantities in pages of 10

    def test_a_run_for_a_few_articles_reads_only_those(self, world: World) -> None:
        world.run("export-stock")
        world.pass_time(days=1)
        world.run("export-stock")
        world.company.put_levels(a_level("BAOR01", 3))
        asked: list[object] = []
        reading = world.shop.read_stock
        world.shop.read_stock = lambda products: asked.append(products) or reading(products)
        assert world.counts("export-stock") == {"updated": 1}
        assert asked == [[world.shop_state.named("BAOR01").ref]]

    def test_a_shop_without_cheap_bulk_reading_is_read_page_by_page(self, world: World) -> None:
        world.shop.capabilities = replace(CAPABILITIES, stock_bulk_read=False)
        asked: list[object] = []
        reading = world.shop.read_stock
        world.shop.read_stock = lambda products: asked.append(products) or reading(products)
        world.run("export-stock", full=True)
        assert None not in asked
