"""FLW-3: the categories of the company in the shop (spec ART-CAT)."""

import pytest
from builders import an_article
from world import World

from navette.domain.article import CategoryNode
from navette.domain.binding import ShopRef
from navette.domain.messages import articles as messages
from navette.ports.shop import FoundCategory

pytestmark = pytest.mark.spec("ART-CAT")


@pytest.fixture
def world(world: World) -> World:
    paths = [("Bijoux",), ("Bijoux", "Bagues"), ("Bijoux", "Colliers"), ("Montres",), ("Montres", "Bagues")]
    world.company.catalogue = [CategoryNode(path) for path in paths]
    world.company.families = [CategoryNode(("Or",), "OR"), CategoryNode(("Argent",), "ARG")]
    return world


def tree(world: World) -> set[str]:
    """Paths of the shop's categories."""
    held = world.shop_state.categories

    def path(category: FoundCategory) -> str:
        above = f"{path(held[category.parent])}/" if category.parent else ""
        return above + category.names["fr"]

    return {path(category) for category in held.values()}


def put(world: World, name: str, parent: str = "") -> str:
    """A category that somebody made in the shop."""
    ref = ShopRef(world.shop_state.new_id())
    world.shop_state.categories[ref.id] = FoundCategory(ref=ref, parent=parent, names={"fr": name, "en": name})
    return ref.id


def test_the_catalogue_is_made_parents_first_and_once(world: World) -> None:
    assert world.counts("export-categories") == {"created": 5}
    assert tree(world) == {"Bijoux", "Bijoux/Bagues", "Bijoux/Colliers", "Montres", "Montres/Bagues"}
    report = world.run("export-categories")
    assert (report.run.counts.unchanged, report.requests.write) == (5, 0)


def test_families_are_another_source(world: World) -> None:
    world.configure({"articles.categories.source": "families"})
    assert world.counts("export-categories") == {"created": 2}
    assert tree(world) == {"Or", "Argent"}


def test_all_languages_are_sent_together(world: World) -> None:
    world.run("export-categories")
    assert {frozenset(category.names) for category in world.shop_state.categories.values()} == {frozenset({"fr", "en"})}


def test_a_category_that_the_shop_has_under_its_parent_is_linked(world: World) -> None:
    bijoux = put(world, " bijoux ")
    rings = put(world, "Bagues", bijoux)
    assert world.counts("export-categories") == {"unchanged": 2, "created": 3}
    assert world.shop_state.categories[rings].names["fr"] == "Bagues"
    assert world.run("export-categories").requests.write == 0


def test_the_same_name_elsewhere_is_another_category(world: World) -> None:
    put(world, "Bagues")
    assert world.counts("export-categories") == {"created": 5}


def test_a_category_deleted_in_the_shop_is_made_again(world: World) -> None:
    world.run("export-categories")
    [rings] = [key for key, found in world.shop_state.categories.items() if found.names["fr"] == "Colliers"]
    del world.shop_state.categories[rings]
    assert world.counts("export-categories") == {"unchanged": 4, "created": 1}


def test_the_children_of_a_refused_category_are_refused_with_it(world: World) -> None:
    world.shop.faults.refused = {"Montres"}
    assert world.counts("export-categories") == {"created": 3, "refused": 2}
    world.shop.faults.refused = set()
    assert world.counts("export-categories") == {"unchanged": 3, "created": 2}


def test_switched_off_nothing_is_read_or_made(world: World) -> None:
    world.configure({"articles.categories.create": "false"})
    assert world.counts("export-categories") == {}
    assert messages.CATEGORIES_OFF.code in world.journal.codes


@pytest.mark.parametrize("number", [1, 2])
def test_a_lost_answer_makes_no_category_twice(world: World, number: int) -> None:
    world.shop.faults.lose = {number}
    world.run("export-categories")
    world.run("export-categories")
    assert len(world.shop_state.categories) == 5


class TestForArticles:
    """FLW-1 makes the categories before the articles that are in them."""

    def test_an_article_is_put_in_its_category(self, world: World) -> None:
        world.company.put(an_article("BAOR01", catalogue=("Bijoux", "Bagues")))
        world.run("export-products")
        [category] = world.shop_state.named("BAOR01").sold.category_refs
        assert world.shop_state.categories[category].names["fr"] == "Bagues"

    def test_they_are_not_sent_again_by_the_export_of_categories(self, world: World) -> None:
        world.company.put(an_article("BAOR01", catalogue=("Bijoux", "Bagues")))
        world.run("export-products")
        assert world.run("export-categories").requests.write == 0

    def test_one_is_made_below_a_parent_that_the_shop_has_and_that_is_not_linked(self, world: World) -> None:
        put(world, "Bijoux")
        world.company.put(an_article("BAOR01", catalogue=("Bijoux", "Bagues")))
        world.run("export-products")
        assert {"Bijoux", "Bijoux/Bagues"} <= tree(world)

    @pytest.mark.spec("ART-CAT-1")
    def test_fields_of_the_article_make_a_path(self, world: World) -> None:
        world.configure({"articles.categories.source": "fields", "articles.categories.fields": "Rayon, Matiere"})
        fields = {"AR_Design": "Bague", "Rayon": "Femme", "Matiere": "Or"}
        world.company.put(an_article("BAOR01", fields=fields), an_article("BAOR02", fields=fields))
        world.run("export-products")
        assert tree(world) == {"Femme", "Femme/Or"}
        world.company.put(an_article("BAOR03", fields=fields))
        report = world.run("export-products")
        assert (report.run.counts.created, report.requests.write) == (1, 1)

    @pytest.mark.spec("ART-CAT-1")
    def test_a_path_ends_at_the_first_empty_field(self, world: World) -> None:
        world.configure(
            {"articles.categories.source": "fields", "articles.categories.fields": "Rayon, Marque, Matiere"}
        )
        world.company.put(an_article("BAOR01", fields={"AR_Design": "Bague", "Rayon": "Femme", "Matiere": "Or"}))
        world.run("export-products")
        assert tree(world) == {"Femme"}

    @pytest.mark.spec("ART-CAT-2")
    def test_the_family_of_an_article_is_its_category(self, world: World) -> None:
        world.configure({"articles.categories.source": "families"})
        world.company.put(an_article("BAOR01", family="ARG"))
        world.run("export-products")
        [category] = world.shop_state.named("BAOR01").sold.category_refs
        assert world.shop_state.categories[category].names["fr"] == "Argent"

    @pytest.mark.spec("POL-ART-3")
    def test_also_in_the_parent_categories(self, world: World) -> None:
        world.configure({"articles.categories.in_parents": "true"})
        world.company.put(an_article("BAOR01", catalogue=("Bijoux", "Bagues")))
        world.run("export-products")
        names = [
            world.shop_state.categories[ref].names["fr"] for ref in world.shop_state.named("BAOR01").sold.category_refs
        ]
        assert names == ["Bagues", "Bijoux"]

    @pytest.mark.spec("POL-ART-1")
    def test_an_article_without_category_goes_to_the_default_one(self, world: World) -> None:
        world.configure({"articles.categories.default": "77"})
        world.company.put(an_article("BAOR01", catalogue=()))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.category_refs == ("77",)

    def test_a_refused_category_is_said_and_tried_again_once_it_can_be_made(self, world: World) -> None:
        world.configure({"articles.update.categories": "true"})
        world.company.put(an_article("BAOR01", catalogue=("Montres",)))
        world.shop.faults.refused = {"Montres"}
        assert world.counts("export-products") == {"created": 1}
        assert messages.CATEGORY_REFUSED.code in world.journal.codes
        world.shop.faults.refused = set()
        assert world.counts("export-products") == {"updated": 1}
        [category] = world.shop_state.named("BAOR01").sold.category_refs
        assert world.shop_state.categories[category].names["fr"] == "Montres"

    def test_switched_off_no_category_is_made_and_none_sent(self, world: World) -> None:
        world.configure({"articles.categories.create": "false"})
        world.company.put(an_article("BAOR01", catalogue=("Bijoux",)))
        world.run("export-products")
        assert world.shop_state.categories == {}
        assert world.shop_state.named("BAOR01").sold.category_refs is None
