"""Articles and products find each other: pairing, lost products, half-made ones (design: identity, rule 1)."""

from dataclasses import replace

import pytest
from builders import a_ranged_article, an_article
from fakes.crash import killed_at
from world import World

from navette.domain.binding import Aspect, Origin, RecordKind
from navette.domain.messages import articles as messages
from navette.ports.shop import ProductWrite
from navette.ports.store import ClaimState


@pytest.fixture
def world(world: World) -> World:
    world.configure({"articles.categories.create": "false"})
    return world


def bound(world: World, reference: str, kind: RecordKind = RecordKind.PRODUCT) -> str:
    """The id in the shop of an article's product."""
    binding = world.store.bindings.by_keys(kind, [reference if ":" in reference else f"article:{reference}"])
    return next(iter(binding.values())).shop_ref.id


class TestPairing:
    def test_a_product_with_the_reference_is_linked_not_made_again(self, world: World) -> None:
        held = world.shop_state.put_product("baor01")
        world.company.put(an_article("BAOR01"))
        assert world.counts("export-products") == {"updated": 1}
        assert len(world.shop_state.products) == 1
        assert bound(world, "BAOR01") == held.ref.id
        [line] = world.journal.of(messages.PAIRED)
        assert line.values == {"label": "BAOR01", "id": held.ref.id}

    def test_only_what_may_be_overwritten_is_sent_to_it(self, world: World) -> None:
        world.configure({"articles.update.texts": "false"})
        world.shop_state.put_product("BAOR01")
        world.company.put(an_article("BAOR01"))
        world.run("export-products")
        [write] = [sent for sent in world.shop.sent if isinstance(sent, ProductWrite)]
        assert write.aspects.isdisjoint({Aspect.TEXTS, Aspect.SEO, Aspect.BRAND})
        assert Aspect.PRICE in write.aspects

    def test_where_nothing_may_be_overwritten_it_is_linked_all_the_same(self, world: World) -> None:
        for switch in ("texts", "price", "tax", "weight", "codes", "images", "variants"):
            world.configure({f"articles.update.{switch}": "false"})
        world.shop_state.put_product("BAOR01")
        world.company.put(an_article("BAOR01"))
        report = world.run("export-products")
        assert (report.run.counts.unchanged, report.requests.write) == (1, 0)
        assert bound(world, "BAOR01")
        assert world.counts("export-stock") == {"updated": 1}

    def test_it_is_linked_once(self, world: World) -> None:
        world.shop_state.put_product("BAOR01")
        world.company.put(an_article("BAOR01"))
        world.run("export-products")
        report = world.run("export-products", full=True)
        assert (report.run.counts.unchanged, report.requests.write) == (1, 0)
        assert messages.PAIRED.code not in world.journal.codes

    def test_by_barcode_where_the_reference_is_another(self, world: World) -> None:
        held = world.shop_state.put_product("OLD-REF", barcode="3607")
        world.company.put(an_article("BAOR01", barcode="3607"))
        world.run("export-products")
        assert bound(world, "BAOR01") == held.ref.id

    def test_a_barcode_of_a_product_that_is_another_article_waits(self, world: World) -> None:
        world.shop_state.put_product("BAOR02", barcode="3607")
        world.company.put(an_article("BAOR01", barcode="3607"), an_article("BAOR02"))
        assert world.counts("export-products") == {"waiting": 1, "updated": 1}
        assert world.waiting_codes() == {"article:BAOR01": "ART-DUP-002"}

    def test_two_articles_with_one_barcode_do_not_share_a_product(self, world: World) -> None:
        world.shop_state.put_product("OLD-REF", barcode="3607")
        world.company.put(an_article("BAOR01", barcode="3607"), an_article("BAOR02", barcode="3607"))
        assert world.counts("export-products") == {"waiting": 1, "updated": 1}
        assert world.store.bindings.count(RecordKind.PRODUCT) == 1

    def test_several_products_with_the_reference_wait_for_a_decision(self, world: World) -> None:
        ids = [world.shop_state.put_product("BAOR01").ref.id for _ in range(2)]
        world.company.put(an_article("BAOR01"))
        assert world.counts("export-products") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.values == {"label": "BAOR01", "ids": ", ".join(ids)}

    def test_a_reference_that_a_combination_of_another_product_has_waits(self, world: World) -> None:
        world.shop_state.put_variant(world.shop_state.put_product("OTHER"), "BAOR01")
        world.company.put(an_article("BAOR01"))
        assert world.counts("export-products") == {"waiting": 1}

    def test_a_combination_with_the_reference_of_its_own_product_does_no_harm(self, world: World) -> None:
        held = world.shop_state.put_product("RING")
        world.shop_state.put_variant(held, "RING")
        world.company.put(a_ranged_article("RING"))
        world.run("export-products")
        assert bound(world, "RING") == held.ref.id

    def test_combinations_are_paired_by_their_reference(self, world: World) -> None:
        held = world.shop_state.put_product("RING")
        size = world.shop_state.put_variant(held, "RING-52")
        world.company.put(a_ranged_article("RING", ("52", "54")))
        world.run("export-products")
        assert bound(world, "variant:RING/1/0", RecordKind.VARIANT) == size.ref.id
        assert sorted(variant.reference for variant in held.variants.values()) == ["RING-52", "RING-54"]
        assert world.run("export-products", full=True).requests.write == 0


class TestLost:
    @pytest.fixture
    def world(self, world: World) -> World:
        world.company.put(an_article("BAOR01"), a_ranged_article("RING"))
        world.pass_time(hours=3)
        world.run("export-products")
        for product in list(world.shop_state.products):
            del world.shop_state.products[product]
        return world

    def test_it_waits_and_is_not_made_again_by_itself(self, world: World) -> None:
        assert world.counts("export-products", full=True) == {"waiting": 2}
        assert world.waiting_codes() == {"article:BAOR01": "ART-GON-001", "article:RING": "ART-GON-001"}
        assert world.shop_state.products == {}

    def test_it_stays_waiting_in_runs_that_read_changes_only(self, world: World) -> None:
        world.run("export-products", full=True)
        world.pass_time(hours=5)
        assert world.counts("export-products") == {"waiting": 2}

    def test_it_is_noticed_when_something_is_sent_to_it(self, world: World) -> None:
        world.pass_time(hours=5)
        world.company.put(an_article("BAOR01", name="Other"))
        assert world.counts("export-products") == {"waiting": 1}

    def test_a_person_who_names_it_has_it_made_again(self, world: World) -> None:
        world.run("export-products", full=True)
        assert world.counts("export-products", "RING") == {"created": 1}
        assert len(world.shop_state.named("RING").variants) == 2
        assert messages.CREATED_AGAIN.code in world.journal.codes
        assert world.waiting_codes() == {"article:BAOR01": "ART-GON-001"}
        world.run("export-stock", confirm=True)
        assert {variant.quantity for variant in world.shop_state.named("RING").variants.values()} == {10}
        assert world.counts("export-products", "RING") == {"unchanged": 1}

    def test_old_order_rows_still_find_their_article(self, world: World) -> None:
        former = world.store.bindings.by_keys(RecordKind.PRODUCT, ["article:BAOR01"])["article:BAOR01"].shop_ref
        world.run("export-products", "BAOR01")
        found = world.store.bindings.by_refs(RecordKind.PRODUCT, [former])[former]
        assert found.erp_key == "article:BAOR01"
        assert found.retired_at is not None

    def test_one_that_somebody_made_again_in_the_shop_is_linked(self, world: World) -> None:
        held = world.shop_state.put_product("BAOR01")
        assert world.counts("export-products", "BAOR01") == {"updated": 1}
        assert bound(world, "BAOR01") == held.ref.id
        assert len(world.shop_state.products) == 1


class TestInterrupted:
    @pytest.mark.parametrize("after", [False, True])
    @pytest.mark.parametrize("number", [1, 2])
    def test_a_kill_while_products_are_made_makes_none_twice(self, world: World, number: int, after: bool) -> None:
        world.company.put(*(an_article(f"A{number}") for number in range(6)), a_ranged_article("RING"))
        with killed_at(world.shop, "write_products", number=number, after=after):
            world.run("export-products")
        world.run("export-products")
        references = [product.reference for product in world.shop_state.products.values()]
        assert sorted(references) == ["A0", "A1", "A2", "A3", "A4", "A5", "RING"]
        assert len(world.shop_state.named("RING").variants) == 2
        world.run("export-stock")
        assert world.shop_state.named("A0").quantity == 10
        assert world.run("export-products", full=True).requests.write == 0

    def test_a_product_whose_combination_was_refused_is_finished_later(self, world: World) -> None:
        world.configure({"articles.texts.brand": "Marque", "articles.update.brand": "false"})
        ring = replace(a_ranged_article("RING"), fields={"AR_Design": "Bague", "Marque": "Bijou"})
        world.company.put(ring)
        world.shop.faults.refused = {"RING-54"}
        assert world.counts("export-products") == {"refused": 1}
        world.shop.faults.refused = set()
        assert world.counts("export-products") == {"updated": 1}
        assert len(world.shop_state.products) == 1
        assert len(world.shop_state.named("RING").variants) == 2
        [write] = [sent for sent in world.shop.sent if isinstance(sent, ProductWrite)]
        assert Aspect.BRAND in write.aspects

    def test_what_a_killed_run_made_is_known_as_ours_and_completed(self, world: World) -> None:
        world.configure({"articles.texts.brand": "Marque", "articles.update.brand": "false"})
        world.company.put(an_article("BAOR01", fields={"AR_Design": "Bague", "Marque": "Bijou"}))
        with killed_at(world.shop, "write_products", after=True):
            world.run("export-products")
        assert world.counts("export-products") == {"updated": 1}
        [write] = [sent for sent in world.shop.sent if isinstance(sent, ProductWrite)]
        assert Aspect.BRAND in write.aspects
        assert messages.PAIRED.code not in world.journal.codes
        [claim] = world.store.claims.get(RecordKind.PRODUCT, ["article:BAOR01"]).values()
        assert claim.state is ClaimState.WRITTEN

    def test_what_was_refused_and_then_made_by_a_person_is_theirs(self, world: World) -> None:
        world.company.put(an_article("BAOR01"))
        world.shop.faults.refused = {"BAOR01"}
        assert world.counts("export-products") == {"refused": 1}
        world.shop.faults.refused = set()
        world.shop_state.put_product("BAOR01")
        assert world.counts("export-products") == {"updated": 1}
        assert world.shop_state.named("BAOR01").pictures

    def test_links_tell_how_they_came_about(self, world: World) -> None:
        world.shop_state.put_product("BAOR01")
        world.company.put(an_article("BAOR01"), an_article("BAOR02"))
        world.run("export-products")
        found = world.store.bindings.by_keys(RecordKind.PRODUCT, ["article:BAOR01", "article:BAOR02"])
        assert [binding.origin for _, binding in sorted(found.items())] == [Origin.PAIRED, Origin.CREATED]
