"""Pictures are sent once, told apart by their content (spec ART-IMG-2)."""

from pathlib import Path

import pytest
from builders import an_article
from fakes.crash import killed_at
from world import World

from navette.domain.article import MediaFile
from navette.domain.messages import articles as messages

pytestmark = pytest.mark.spec("ART-IMG")


@pytest.fixture
def photo(world: World, tmp_path: Path) -> Path:
    """The photo of the article card, as the company names it and as it lies on disk."""
    path = tmp_path / "BAOR01.jpg"
    path.write_bytes(b"a ring")
    world.company.files["C:\\Photos\\BAOR01.jpg"] = str(path)
    return path


@pytest.fixture
def world(world: World) -> World:
    world.configure({"articles.categories.create": "false"})
    world.company.put(an_article(media=(MediaFile("C:\\Photos\\BAOR01.jpg", is_card_photo=True),)))
    return world


def pictures(world: World) -> int:
    return len(world.shop_state.named("BAOR01").pictures)


def test_the_photo_of_the_card_is_sent_and_said(world: World, photo: Path) -> None:
    world.run("export-products")
    assert pictures(world) == 1
    assert [line.values for line in world.journal.of(messages.IMAGE_SENT)] == [{"label": "BAOR01", "file": photo.name}]


def test_it_is_sent_once(world: World, photo: Path) -> None:
    world.run("export-products")
    assert world.run("export-products", full=True).requests.write == 0


@pytest.mark.parametrize("after", [False, True])
def test_it_stands_once_although_the_run_that_sent_it_was_killed(world: World, photo: Path, after: bool) -> None:
    with killed_at(world.shop, "write_images", after=after):
        world.run("export-products")
    world.run("export-products")
    assert pictures(world) == 1
    assert world.run("export-products", full=True).requests.write == 0


def test_a_file_that_was_only_touched_is_not_sent_again(world: World, photo: Path) -> None:
    world.run("export-products")
    photo.touch()
    assert world.run("export-products", full=True).requests.write == 0


def test_other_content_replaces_the_picture(world: World, photo: Path) -> None:
    world.run("export-products")
    photo.write_bytes(b"another ring")
    assert world.counts("export-products", full=True) == {"updated": 1}
    assert pictures(world) == 1
    assert world.run("export-products", full=True).requests.write == 0


def test_a_picture_that_the_article_lost_is_removed(world: World, photo: Path) -> None:
    world.run("export-products")
    world.company.put(an_article())
    world.run("export-products")
    assert pictures(world) == 0


def test_a_missing_file_is_said_and_the_article_goes_without(world: World) -> None:
    assert world.counts("export-products") == {"created": 1}
    [line] = world.journal.of(messages.IMAGE_MISSING)
    assert line.values["file"] == "C:\\Photos\\BAOR01.jpg"


def test_a_file_that_went_missing_leaves_the_picture_in_the_shop(world: World, photo: Path) -> None:
    world.run("export-products")
    photo.rename(photo.with_suffix(".away"))
    world.company.files.clear()
    assert world.counts("export-products", full=True) == {"unchanged": 1}
    assert pictures(world) == 1
    assert len(world.journal.of(messages.IMAGE_MISSING)) == 1


def test_a_file_that_came_back_is_sent_once(world: World, photo: Path) -> None:
    files = dict(world.company.files)
    world.company.files.clear()
    world.run("export-products")
    world.company.files.update(files)
    assert world.counts("export-products", full=True) == {"updated": 1}
    assert pictures(world) == 1
    assert world.run("export-products", full=True).requests.write == 0


def test_a_refused_picture_is_said_and_sent_again_later(world: World, photo: Path) -> None:
    world.shop.faults.refused = {str(photo)}
    assert world.counts("export-products") == {"created": 1}
    assert messages.IMAGE_REFUSED.code in world.journal.codes
    world.shop.faults.refused = set()
    assert world.counts("export-products") == {"updated": 1}
    assert pictures(world) == 1


@pytest.mark.parametrize(
    ("option", "value"), [("articles.images.create", "false"), ("articles.images.card_photo", "false")]
)
def test_switched_off_no_picture_is_sent(world: World, photo: Path, option: str, value: str) -> None:
    world.configure({option: value})
    world.run("export-products")
    assert pictures(world) == 0


class TestOfAPairedProduct:
    def test_its_own_pictures_are_taken_as_the_article_s(self, world: World, photo: Path) -> None:
        world.shop_state.put_product("BAOR01", pictures=2)
        world.run("export-products")
        assert pictures(world) == 2
        assert world.run("export-products", full=True).requests.write == 0

    def test_a_later_photo_is_sent(self, world: World, photo: Path) -> None:
        world.shop_state.put_product("BAOR01", pictures=2)
        world.run("export-products")
        photo.write_bytes(b"another ring")
        world.run("export-products", full=True)
        assert pictures(world) == 3

    def test_one_without_any_gets_the_article_s(self, world: World, photo: Path) -> None:
        world.shop_state.put_product("BAOR01", pictures=0)
        world.run("export-products")
        assert pictures(world) == 1

    def test_so_does_one_that_we_made_before_the_power_went(self, world: World, photo: Path) -> None:
        with killed_at(world.shop, "write_images"):
            world.run("export-products")
        world.run("export-products")
        assert pictures(world) == 1
