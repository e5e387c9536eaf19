"""Bindings: unique both ways while live, retired ones resolve what is old, scopes keep apart."""

from fakes.clock import FixedClock
from store_results import product

from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.ports.store import Store

PRODUCT = RecordKind.PRODUCT
VARIANT = RecordKind.VARIANT


def refs_of(store: Store, *keys: str) -> dict[str, str]:
    found = store.bindings.by_keys(PRODUCT, [f"article:{key}" for key in keys])
    return {key.removeprefix("article:"): binding.shop_ref.id for key, binding in found.items()}


class TestSave:
    def test_a_binding_is_found_from_both_sides(self, store: Store) -> None:
        bague = product("BAOR01", "12")
        store.bindings.save([bague, product("CHAAR", "13")])
        assert store.bindings.by_keys(PRODUCT, ["article:BAOR01", "article:NONE"]) == {"article:BAOR01": bague}
        assert store.bindings.by_refs(PRODUCT, [ShopRef("12"), ShopRef("99")]) == {ShopRef("12"): bague}

    def test_saving_again_keeps_the_first_origin(self, store: Store) -> None:
        store.bindings.save([Binding(PRODUCT, "article:A", ShopRef("1"), Origin.PAIRED)])
        store.bindings.save([Binding(PRODUCT, "article:A", ShopRef("1"), Origin.LOOKED_UP)])
        assert store.bindings.by_keys(PRODUCT, ["article:A"])["article:A"].origin is Origin.PAIRED
        assert store.bindings.count(PRODUCT) == 1

    def test_another_shop_record_replaces_and_retires_the_former(self, store: Store, clock: FixedClock) -> None:
        store.bindings.save([product("A", "1")])
        clock.advance(hours=1)
        store.bindings.save([product("A", "2")])
        assert refs_of(store, "A") == {"A": "2"}
        former = store.bindings.by_refs(PRODUCT, [ShopRef("1")])[ShopRef("1")]
        assert (former.erp_key, former.retired_at) == ("article:A", clock.now())

    def test_another_erp_record_on_the_same_shop_record_retires_the_former(self, store: Store) -> None:
        store.bindings.save([product("A", "1")])
        store.bindings.save([product("B", "1")])
        assert refs_of(store, "A", "B") == {"B": "1"}
        assert store.bindings.by_refs(PRODUCT, [ShopRef("1")])[ShopRef("1")].erp_key == "article:B"

    def test_two_records_can_swap_their_places_in_one_call(self, store: Store) -> None:
        store.bindings.save([product("A", "1"), product("B", "2")])
        store.bindings.save([product("A", "2"), product("B", "1")])
        assert refs_of(store, "A", "B") == {"A": "2", "B": "1"}
        assert store.bindings.count(PRODUCT) == 2

    def test_the_last_of_two_for_one_record_wins(self, store: Store) -> None:
        store.bindings.save([product("A", "1"), product("A", "2"), product("B", "2")])
        assert refs_of(store, "A", "B") == {"B": "2"}

    def test_one_that_comes_retired_retires_its_pair_only(self, store: Store, clock: FixedClock) -> None:
        store.bindings.save([product("A", "1"), product("B", "2")])
        store.bindings.save(
            [
                Binding(PRODUCT, "article:A", ShopRef("1"), retired_at=clock.now()),
                Binding(PRODUCT, "article:B", ShopRef("77"), retired_at=clock.now()),
            ]
        )
        assert refs_of(store, "A", "B") == {"B": "2"}

    def test_thousands_at_once(self, store: Store) -> None:
        bindings = [product(f"A{number:05}", str(number)) for number in range(2500)]
        store.bindings.save(bindings)
        keys = [binding.erp_key for binding in bindings]
        assert len(store.bindings.by_keys(PRODUCT, keys)) == store.bindings.count(PRODUCT) == 2500
        assert len(store.bindings.by_refs(PRODUCT, [binding.shop_ref for binding in bindings])) == 2500


class TestByRefs:
    def test_the_parent_is_part_of_the_reference(self, store: Store) -> None:
        small, large = product("A", "5", "10", VARIANT), product("B", "5", "11", VARIANT)
        store.bindings.save([small, large])
        found = store.bindings.by_refs(VARIANT, [ShopRef("5", "11"), ShopRef("5")])
        assert found == {ShopRef("5", "11"): large}

    def test_of_several_retired_ones_the_last_is_given(self, store: Store, clock: FixedClock) -> None:
        for key in ("A", "B"):
            store.bindings.save([product(key, "1")])
            clock.advance(minutes=1)
            store.bindings.save([product(key, f"moved-{key}")])
        assert store.bindings.by_refs(PRODUCT, [ShopRef("1")])[ShopRef("1")].erp_key == "article:B"


class TestPages:
    def test_all_gives_every_live_binding_once_in_pages(self, store: Store) -> None:
        store.bindings.save([product(f"A{number:05}", str(number)) for number in range(2300)])
        store.bindings.save([product("A00000", "replaced")])
        pages = list(store.bindings.all(PRODUCT))
        assert [len(page) for page in pages] == [1000, 1000, 300]
        assert len({binding.erp_key for page in pages for binding in page}) == 2300

    def test_none_gives_no_page(self, store: Store) -> None:
        assert list(store.bindings.all(PRODUCT)) == []

    def test_bindings_can_be_saved_while_pages_are_read(self, store: Store) -> None:
        store.bindings.save([product(f"A{number:05}", str(number)) for number in range(1500)])
        seen = 0
        for page in store.bindings.all(PRODUCT):
            seen += len(page)
            store.bindings.save([product(binding.erp_key[8:], f"new-{binding.shop_ref.id}") for binding in page])
        assert seen == store.bindings.count(PRODUCT) == 1500

    def test_children_of_parents(self, store: Store) -> None:
        red, blue, other = (
            product("A/1", "21", "7", VARIANT),
            product("A/2", "22", "7", VARIANT),
            product("B/1", "23", "8", VARIANT),
        )
        store.bindings.save([red, blue, other, product("P", "7")])
        assert sorted(store.bindings.of_parent(VARIANT, ["7", "9"]), key=str) == sorted([red, blue], key=str)
        assert store.bindings.of_parent(PRODUCT, [""]) == []


class TestScopes:
    def test_profiles_of_one_scope_share_bindings(self, make_store) -> None:
        make_store("morning").bindings.save([product("A", "1")])
        assert refs_of(make_store("evening"), "A") == {"A": "1"}

    def test_shops_stores_and_languages_keep_apart(self, make_store) -> None:
        make_store().bindings.save([product("A", "1")])
        for other in ({"shop": "outlet"}, {"store": "2"}, {"locale": "fr"}, {"company": "OR"}):
            assert refs_of(make_store(f"profile-{next(iter(other))}", **other), "A") == {}

    def test_kinds_keep_apart(self, store: Store) -> None:
        store.bindings.save([product("A", "1"), product("A", "1", kind=RecordKind.CATEGORY)])
        assert store.bindings.count(PRODUCT) == store.bindings.count(RecordKind.CATEGORY) == 1
