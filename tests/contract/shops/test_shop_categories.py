"""The contract of a shop: the category tree."""

import pytest
from shop_benches import ShopBench

from navette.domain.binding import ShopRef
from navette.domain.catalog import Category
from navette.domain.keys import CategoryKey
from navette.domain.run import Outcome
from navette.ports.shop import CategoryWrite

pytestmark = pytest.mark.spec("ART-CAT-1", "ART-CAT-3")


def a_category(*path: str, name: str = "", english: str = "") -> Category:
    key = CategoryKey("catalogue", path)
    names = {"fr": name or path[-1], "en": english or f"{path[-1]} (en)"}
    return Category(key=key, names=names, slugs={}, parent=key.parent)


def new(*categories: Category, parent: ShopRef | None = None) -> list[CategoryWrite]:
    return [CategoryWrite(category=category, ref=None, parent_ref=parent) for category in categories]


def test_a_tree_is_made_in_one_call(bench: ShopBench) -> None:
    tree = [
        a_category("Bijoux"),
        a_category("Montres"),
        a_category("Bijoux", "Bagues"),
        a_category("Bijoux", "Bagues", "Or"),
    ]
    results = bench.shop.write_categories(new(*tree))
    assert [result.outcome for result in results] == [Outcome.CREATED] * 4
    found = {category.ref.id: (category.parent, category.names["fr"]) for category in bench.shop.read_categories()}
    ids = [result.ref.id for result in results if result.ref]
    assert [found[number] for number in ids] == [
        ("", "Bijoux"),
        ("", "Montres"),
        (ids[0], "Bagues"),
        (ids[2], "Or"),
    ]


def test_a_category_under_one_that_is_there(bench: ShopBench) -> None:
    (top,) = bench.shop.write_categories(new(a_category("Bijoux")))
    (below,) = bench.shop.write_categories(new(a_category("Bijoux", "Bagues"), parent=top.ref))
    assert top.ref
    assert below.ref
    parents = {category.ref.id: category.parent for category in bench.shop.read_categories()}
    assert parents[below.ref.id] == top.ref.id


@pytest.mark.spec("ART-TXT-3")
def test_names_are_in_the_languages_of_the_shop(bench: ShopBench) -> None:
    bench.shop.write_categories(new(a_category("Bijoux", english="Jewels")))
    (found,) = bench.shop.read_categories()
    assert (found.names["fr"], found.names["en"]) == ("Bijoux", "Jewels")


def test_a_category_takes_another_name(bench: ShopBench) -> None:
    (made,) = bench.shop.write_categories(new(a_category("Bijoux")))
    renamed = CategoryWrite(category=a_category("Bijoux", name="Joaillerie"), ref=made.ref, parent_ref=None)
    (result,) = bench.shop.write_categories([renamed])
    assert result.outcome is Outcome.UPDATED
    (found,) = bench.shop.read_categories()
    assert found.names["fr"] == "Joaillerie"


def test_a_category_that_is_gone(bench: ShopBench) -> None:
    write = CategoryWrite(category=a_category("Bijoux"), ref=ShopRef("9999"), parent_ref=None)
    (result,) = bench.shop.write_categories([write])
    assert (result.outcome, result.is_gone) == (Outcome.REFUSED, True)


def test_children_of_a_parent_that_nobody_makes_are_refused(bench: ShopBench) -> None:
    orphan, top = bench.shop.write_categories(new(a_category("Nulle part", "Bagues"), a_category("Bijoux")))
    assert (orphan.outcome, top.outcome) == (Outcome.REFUSED, Outcome.CREATED)
