"""Where a run starts to read, and when its mark moves (design rule 6)."""

from datetime import UTC, datetime, timedelta

import pytest
from builders import a_level, an_article
from world import World

from navette.domain.messages import run as messages

pytestmark = pytest.mark.spec("design:6", "ART-FLT-3")


@pytest.fixture
def world(world: World) -> World:
    """Two articles that the shop has, with their stock."""
    world.company.put(an_article("BAOR01"), an_article("BAOR02"))
    world.pass_time(hours=3)
    world.run("export-products")
    world.run("export-stock")
    return world


def read(world: World, capability: str = "export-stock", **asked: object) -> int:
    return world.run(capability, **asked).run.counts.read


def test_the_mark_is_the_company_s_own_clock(world: World) -> None:
    mark = world.store.marks.get("export-stock")
    assert mark.source_clock == world.company.now.replace(tzinfo=UTC)


def test_changes_since_the_mark_are_read_with_an_overlap_of_two_hours(world: World) -> None:
    world.pass_time(hours=2, minutes=30)
    assert read(world) == 0
    world.company.put_levels(a_level("BAOR01", 3))
    world.company.changed["BAOR02"] = world.company.now - timedelta(hours=2)
    world.company.advance(minutes=-1)
    assert read(world) == 2


def test_what_changed_before_the_overlap_is_not_read_again(world: World) -> None:
    world.pass_time(hours=3)
    world.run("export-stock")
    world.pass_time(hours=3)
    assert read(world) == 0


def test_a_changed_option_reads_everything(world: World) -> None:
    world.pass_time(hours=3)
    world.configure({"articles.stock.untracked_quantity": 50})
    assert read(world) == 2
    assert messages.FULL_READ.code in world.journal.codes


def test_an_option_of_another_area_does_not(world: World) -> None:
    world.pass_time(hours=3)
    world.configure({"orders.series": 1})
    assert read(world) == 0


def test_another_version_of_the_formula_reads_everything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from navette.application.export_stock import ExportStock

    world.pass_time(hours=3)
    monkeypatch.setattr(ExportStock, "formula_version", 2)
    assert read(world) == 2


def test_everything_is_read_once_a_week(world: World) -> None:
    world.pass_time(days=6)
    assert read(world) == 0
    world.pass_time(days=1, minutes=1)
    assert read(world) == 2


def test_full_reads_everything_and_counts_for_the_week(world: World) -> None:
    world.pass_time(days=6)
    assert read(world, full=True) == 2
    world.pass_time(days=2)
    assert read(world) == 0


class TestItStays:
    def stays(self, world: World, capability: str = "export-stock", *only: str, **asked: object) -> None:
        world.pass_time(hours=3)
        before = world.store.marks.get(capability)
        world.run(capability, *only, **asked)
        assert world.store.marks.get(capability) == before

    def test_after_a_preview(self, world: World) -> None:
        self.stays(world, preview=True, full=True)

    def test_after_a_choice_of_records(self, world: World) -> None:
        self.stays(world, "export-stock", "BAOR01")

    def test_after_a_failure(self, world: World) -> None:
        world.shop.faults.is_down = True
        self.stays(world)

    def test_after_a_start_that_leaves_out_changes(self, world: World) -> None:
        self.stays(world, since=world.company.now + timedelta(hours=2))

    def test_after_a_first_run_that_began_at_a_date(self, world: World) -> None:
        self.stays(world, "export-prices", since=world.company.now)


class TestItMoves:
    def test_after_a_start_before_the_mark(self, world: World) -> None:
        start = world.company.now - timedelta(days=3)
        now = world.pass_time(hours=3)
        assert read(world, since=start) == 2
        assert world.store.marks.get("export-stock").source_clock == now.replace(tzinfo=UTC)

    def test_after_a_run_in_which_a_record_waits(self, world: World) -> None:
        world.company.put(an_article("NONAME", fields={"AR_Design": ""}))
        now = world.pass_time(hours=3)
        world.run("export-products", full=True)
        assert world.store.marks.get("export-products").source_clock == now.replace(tzinfo=UTC)

    def test_to_the_clock_before_the_first_page(self, world: World) -> None:
        pages = world.erp.stock.stock
        before = world.pass_time(hours=3)

        def slow(*arguments: object) -> object:
            world.company.advance(hours=1)
            return pages(*arguments)

        world.erp.stock.stock = slow
        world.run("export-stock")
        assert world.store.marks.get("export-stock").source_clock == before.replace(tzinfo=UTC)


def test_imports_are_marked_by_the_shop_s_clock(world: World) -> None:
    world.shop_state.now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    world.run("import-orders")
    assert world.store.marks.get("import-orders").source_clock == world.shop_state.now
