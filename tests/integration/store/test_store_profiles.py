"""Profiles: sides are shared, prefixes of web numbers are for ever, what is remembered belongs to the sides."""

import pytest
from store_results import product

from navette.domain.binding import RecordKind
from navette.domain.errors import BusyError, ConfigurationError
from navette.ports.store import Scope
from navette.store import OpenStore

pytestmark = pytest.mark.spec("APP-PRO-1", "APP-PRO-2")


def sides(company: str = "C:/bijou.company", shop: str = "http://boutique"):
    from navette.store.profile_record import Connection

    return Connection("sage100", company), Connection("prestashop", shop)


class TestCreate:
    def test_a_profile_names_its_sides(self, opened: OpenStore) -> None:
        record = opened.profiles.create("Bijou à Lyon", *sides(), store="2")
        assert (record.slug, record.name, record.store) == ("bijou-a-lyon", "Bijou à Lyon", "2")
        assert record.scope == Scope("bijou", "boutique", "2")
        assert (record.company.url, record.shop.kind, record.shop.identity) == ("C:/bijou.company", "prestashop", "")
        assert opened.profiles.get("Bijou à Lyon") == opened.profiles.get("bijou-a-lyon") == record

    def test_profiles_share_a_company_and_a_shop_by_their_address(self, opened: OpenStore) -> None:
        one = opened.profiles.create("one", *sides())
        other = opened.profiles.create("other", *sides(shop="http://boutique/"))
        assert one.scope == other.scope
        opened.of_profile("one").bindings.save([product("A", "1")])
        assert opened.of_profile("other").bindings.count(RecordKind.PRODUCT) == 1

    def test_sides_of_the_same_name_keep_apart(self, opened: OpenStore) -> None:
        opened.profiles.create("one", *sides("C:/2025/bijou.company"))
        other = opened.profiles.create("other", *sides("C:/2026/bijou.company"))
        assert other.company.name == "bijou (2)"

    def test_the_first_profile_is_the_default_one(self, opened: OpenStore) -> None:
        assert opened.profiles.default() is None
        opened.profiles.create("one", *sides())
        opened.profiles.create("other", *sides())
        assert opened.profiles.default() == opened.profiles.get("one")
        opened.profiles.set_default("other")
        assert [record.slug for record in opened.profiles.all() if record.is_default] == ["other"]

    def test_a_name_is_given_once(self, opened: OpenStore) -> None:
        opened.profiles.create("Bijou", *sides())
        with pytest.raises(ConfigurationError, match="STO-PROFILE-003"):
            opened.profiles.create("bijou", *sides())

    @pytest.mark.parametrize("name", ["", "  ", "---", "!?"])
    def test_a_name_has_a_letter_or_digit(self, opened: OpenStore, name: str) -> None:
        with pytest.raises(ConfigurationError, match="STO-PROFILE-004"):
            opened.profiles.create(name, *sides())


class TestUnknown:
    def test_the_known_ones_are_listed(self, opened: OpenStore) -> None:
        for name in ("outlet", "bijou"):
            opened.profiles.create(name, *sides())
        with pytest.raises(ConfigurationError) as failure:
            opened.of_profile("bijoux")
        assert failure.value.values == {"name": "bijoux", "known": "bijou, outlet"}

    def test_that_there_is_none_is_said(self, opened: OpenStore) -> None:
        with pytest.raises(ConfigurationError, match="STO-PROFILE-002"):
            opened.profiles.get("bijou")

    def test_a_scope_of_nobody_is_refused(self, opened: OpenStore, profile: str) -> None:
        from navette.store.django_store import DjangoStore

        with pytest.raises(ConfigurationError) as failure:
            DjangoStore(profile, Scope("BIJOU", "elsewhere"), opened.clock)
        assert failure.value.values == {"name": "elsewhere", "profile": "bijou"}


class TestWebPrefix:
    def test_the_shops_of_a_company_get_letters(self, opened: OpenStore) -> None:
        prefixes = [opened.profiles.create(f"p{n}", *sides(shop=f"http://s{n}")).web_prefix for n in range(4)]
        assert prefixes == ["", "B", "C", "D"]

    def test_another_company_starts_anew(self, opened: OpenStore) -> None:
        opened.profiles.create("one", *sides())
        assert opened.profiles.create("or", *sides("C:/or.company", "http://or")).web_prefix == ""

    def test_it_outlives_the_profile(self, opened: OpenStore) -> None:
        opened.profiles.create("one", *sides())
        opened.profiles.create("two", *sides(shop="http://two"))
        opened.profiles.delete("one")
        assert opened.profiles.create("three", *sides(shop="http://three")).web_prefix == "C"
        assert opened.profiles.create("one again", *sides()).web_prefix == ""

    def test_there_are_enough(self, opened: OpenStore) -> None:
        prefixes = [opened.profiles.create(f"p{n}", *sides(shop=f"http://s{n}")).web_prefix for n in range(28)]
        assert prefixes[25:] == ["Z", "BB", "BC"]


class TestDuplicate:
    def test_settings_are_copied_and_what_is_remembered_is_shared(self, opened: OpenStore, profile: str) -> None:
        opened.options.save(profile, {"stock.reserve": "2"}, defaults={})
        opened.options.save(profile, {"shop.key": "K3Y"}, defaults={}, secret={"shop.key"})
        opened.options.save_mapping(profile, "taxes", {"T20": "1"})
        opened.of_profile(profile).bindings.save([product("A", "1")])
        copy = opened.profiles.duplicate(profile, "Bijou bis")
        options = opened.options.load(copy.slug)
        assert options.revealed() == {"stock.reserve": "2", "shop.key": "K3Y"}
        assert options.mappings == {"taxes": {"T20": "1"}}
        assert not copy.is_default
        assert opened.of_profile(copy.slug).bindings.count(RecordKind.PRODUCT) == 1
        opened.of_profile(copy.slug).bindings.save([product("B", "2")])
        assert opened.of_profile(profile).bindings.count(RecordKind.PRODUCT) == 2

    def test_a_change_of_the_copy_leaves_the_first_alone(self, opened: OpenStore, profile: str) -> None:
        opened.options.save(profile, {"shop.key": "K3Y"}, defaults={}, secret={"shop.key"})
        copy = opened.profiles.duplicate(profile, "bis").slug
        opened.options.save(copy, {"shop.key": "0TH3R"}, defaults={}, secret={"shop.key"})
        assert opened.options.load(profile).revealed() == {"shop.key": "K3Y"}


class TestChange:
    def test_a_renamed_profile_keeps_what_it_remembers(self, opened: OpenStore, profile: str) -> None:
        from navette.ports.store import Mark

        mark = Mark(opened.clock.now(), "d", 1)
        opened.of_profile(profile).marks.move("export-stock", mark)
        assert opened.profiles.rename(profile, "Joaillerie").slug == "joaillerie"
        assert opened.of_profile("joaillerie").marks.get("export-stock") == mark

    def test_a_profile_keeps_its_own_name_on_renaming(self, opened: OpenStore, profile: str) -> None:
        assert opened.profiles.rename(profile, "BIJOU").slug == "bijou"

    def test_another_shop_is_another_memory(self, opened: OpenStore, profile: str) -> None:
        opened.of_profile(profile).bindings.save([product("A", "1")])
        record = opened.profiles.connect(profile, shop=sides(shop="http://other")[1])
        assert (record.shop.name, record.web_prefix) == ("other", "B")
        assert opened.of_profile(profile).bindings.count(RecordKind.PRODUCT) == 0

    @pytest.mark.parametrize("side", ["company", "shop"])
    def test_a_side_that_moved_keeps_its_memory(self, opened: OpenStore, profile: str, side: str) -> None:
        store = opened.of_profile(profile)
        store.remember_identity(side, "old", "http://old")
        store.bindings.save([product("A", "1")])
        opened.profiles.confirm_move(profile, side, "http://new", "new")
        moved = getattr(opened.profiles.get(profile), side)
        assert (moved.url, moved.identity) == ("http://new", "new")
        assert opened.of_profile(profile).bindings.count(RecordKind.PRODUCT) == 1


class TestDelete:
    def test_bindings_stay_for_the_next_profile(self, opened: OpenStore, profile: str) -> None:
        from navette.store import models

        opened.options.save(profile, {"shop.key": "K3Y"}, defaults={}, secret={"shop.key"})
        opened.of_profile(profile).bindings.save([product("A", "1")])
        opened.profiles.delete(profile)
        assert opened.profiles.all() == []
        assert models.Secret.objects.count() == 0
        again = opened.profiles.create("again", *sides("C:/bijou.company", "http://b"))
        assert opened.of_profile(again.slug).bindings.count(RecordKind.PRODUCT) == 1

    def test_not_while_a_run_of_it_goes_on(self, opened: OpenStore, profile: str) -> None:
        run = opened.of_profile(profile).leases.hold(["company:BIJOU"], "bijou/import-orders/7d1c")
        with run, pytest.raises(BusyError, match="STO-PROFILE-006"):
            opened.profiles.delete(profile)
        opened.profiles.delete(profile)


def test_changes_of_profiles_are_audited(opened: OpenStore) -> None:
    from navette.store import models

    opened.profiles.create("one", *sides(), user="claire")
    opened.profiles.rename("one", "two", user="marc")
    opened.profiles.delete("two", user="claire")
    rows = models.ConfigAudit.objects.order_by("pk").values_list("user", "profile_slug", "key", "old", "new")
    assert list(rows) == [
        ("claire", "one", "profile", "", "one"),
        ("marc", "one", "profile", "one", "two"),
        ("claire", "two", "profile", "two", ""),
    ]
