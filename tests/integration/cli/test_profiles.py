"""Profiles on the command line."""

from pathlib import Path

import pytest

from navette.store import OpenStore, open_store


def in_store(data_folder: Path) -> OpenStore:
    return open_store(data_folder, "")


def test_without_profiles_the_first_step_is_told(call) -> None:
    assert call("profile", "list").out == "There is no profile yet. Make one with: navette profile create NAME\n"
    assert call("profile", "list", "--json").object == {"profiles": []}
    assert call("profile", "list", "--lang", "fr").out.startswith("Il n'y a pas encore de profil.")


@pytest.mark.spec("APP-PRO-1")
def test_a_profile_is_made_with_its_settings(call, tmp_path: Path) -> None:
    made = call(
        "profile", "create", "Bijou SA", f"erp.file={tmp_path}/b.company", "shop.url=https://shop.example/", "--json"
    ).object
    assert (made["profile"], made["is_default"]) == ("bijou-sa", True)
    assert made["company"]["address"] == f"{tmp_path}/b.company"
    assert made["shop"]["address"] == "https://shop.example"
    shown = call("profile", "show", "Bijou SA", "--json").object
    assert set(shown["options"]) == {"erp.file", "shop.url"}
    assert shown["missing"][0] == "shop.key"


def test_the_company_file_is_stored_with_its_whole_path(call, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    made = call("profile", "create", "Bijou", "erp.file=b.company", "--json").object
    assert made["company"]["address"] == str(tmp_path / "b.company")


def test_a_name_is_given_once(call) -> None:
    call("profile", "create", "Bijou")
    answer = call("profile", "create", "bijou")
    assert answer.code == 2
    assert "There is a profile bijou already." in answer.err


def test_a_profile_with_a_wrong_setting_is_not_made(call) -> None:
    answer = call("profile", "create", "Bijou", "shop.url=https://a.example", "articles.stock.basis=all", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "CFG-VAL-001"
    assert answer.object["error"]["target"] == "articles.stock.basis"
    assert call("profile", "list", "--json").object == {"profiles": []}


def test_settings_and_mappings_are_changed_together_or_not_at_all(call) -> None:
    call("profile", "create", "Bijou")
    wrong = call("profile", "set", "bijou", "articles.stock.basis=reel", "mapping.countries.France=1")
    assert wrong.code == 2
    assert call("profile", "show", "bijou", "--json").object["options"] == {}
    right = call("profile", "set", "bijou", "articles.stock.basis=reel", "mapping.order_taxes.FR|20=C20")
    assert right.out == "Profile Bijou: 2 setting(s) changed.\n"
    shown = call("profile", "show", "bijou", "--json").object
    assert shown["options"]["articles.stock.basis"] == {"value": "reel", "default": "a_terme", "is_set": True}
    assert shown["mappings"] == {"order_taxes": {"FR|20": "C20"}}


def test_only_what_differs_from_the_default_is_stored(call, data_folder: Path) -> None:
    call("profile", "create", "Bijou", "articles.stock.basis=reel", "articles.prices.decimals=2")
    assert dict(in_store(data_folder).options.load("bijou").values) == {"articles.stock.basis": "reel"}
    call("profile", "set", "bijou", "articles.stock.basis=a_terme")
    assert dict(in_store(data_folder).options.load("bijou").values) == {}


def test_settings_are_given_back_to_their_default(call) -> None:
    call("profile", "create", "Bijou", "articles.stock.basis=reel", "mapping.taxes.C20=1")
    call("profile", "set", "bijou", "--unset", "articles.stock.basis", "--unset", "mapping.taxes.C20")
    shown = call("profile", "show", "bijou", "--json").object
    assert (shown["options"], shown["mappings"]) == ({}, {})


def test_an_unknown_setting_is_refused_with_the_nearest_names(call) -> None:
    call("profile", "create", "Bijou")
    answer = call("profile", "set", "bijou", "articles.stock.bassis=reel")
    assert answer.code == 2
    assert "articles.stock.basis" in answer.err


def test_nothing_to_set_is_wrong_use(call) -> None:
    call("profile", "create", "Bijou")
    assert call("profile", "set", "bijou").code == 2


def test_settings_of_another_version_are_kept_told_and_may_be_removed(call, data_folder: Path) -> None:
    call("profile", "create", "Bijou")
    in_store(data_folder).options.save("bijou", {"articles.colour": "blue"}, defaults={})
    shown = call("profile", "show", "bijou")
    assert "The profile holds settings that this version does not know: articles.colour." in shown.err
    call("profile", "set", "bijou", "articles.stock.basis=reel")
    assert call("profile", "show", "bijou", "--json").object["unknown"] == ["articles.colour"]
    call("profile", "set", "bijou", "--unset", "articles.colour")
    assert call("profile", "show", "bijou", "--json").object["unknown"] == []


def test_a_wrong_stored_value_is_shown_and_can_be_mended(call, data_folder: Path) -> None:
    call("profile", "create", "Bijou")
    in_store(data_folder).options.save("bijou", {"articles.stock.basis": "all"}, defaults={})
    assert call("profile", "show", "bijou", "--json").object["error"]["code"] == "CFG-VAL-001"
    assert call("profile", "set", "bijou", "articles.stock.basis=reel").code == 0
    assert call("profile", "show", "bijou", "--json").object["error"] is None


def test_secrets_are_read_from_the_standard_input_and_never_shown(call, data_folder: Path) -> None:
    call("profile", "create", "Bijou")
    assert call("profile", "set", "bijou", "shop.key=-", given="HUSH\n").code == 0
    for line in (("profile", "show", "bijou"), ("profile", "show", "bijou", "--all", "--json")):
        answer = call(*line)
        assert "***" in answer.out
        assert "HUSH" not in answer.out + answer.err
    stored = in_store(data_folder).options.load("bijou")
    assert "shop.key" not in stored.values
    assert stored.secrets["shop.key"].reveal() == "HUSH"


def test_all_options_can_be_listed_in_french(call) -> None:
    call("profile", "create", "Bijou")
    answer = call("profile", "show", "bijou", "--all", "--lang", "fr")
    assert "Stock à utiliser" in answer.out
    assert "articles.stock.basis" in answer.out


def test_what_the_environment_sets_is_told(call, monkeypatch) -> None:
    call("profile", "create", "Bijou")
    monkeypatch.setenv("NAVETTE_OPT_ARTICLES_STOCK_BASIS", "reel")
    assert call("profile", "show", "bijou", "--json").object["overridden"] == ["articles.stock.basis"]
    assert "Set by the environment: Stock to use (articles.stock.basis)" in call("profile", "show", "bijou").out


@pytest.mark.spec("APP-PRO-1")
def test_profiles_are_duplicated_renamed_and_deleted(call) -> None:
    call("profile", "create", "Bijou", "articles.stock.basis=reel")
    assert call("profile", "duplicate", "bijou", "Copie").code == 0
    assert call("profile", "show", "copie", "--json").object["options"]["articles.stock.basis"]["value"] == "reel"
    assert call("profile", "rename", "copie", "Deuxième", "--json").object["profile"] == "deuxieme"
    assert call("profile", "delete", "deuxieme").code == 2
    assert call("profile", "delete", "deuxieme", "--yes").code == 0
    assert [item["profile"] for item in call("profile", "list", "--json").object["profiles"]] == ["bijou"]


def test_the_default_profile_is_meant_when_none_is_named(call) -> None:
    call("profile", "create", "Bijou")
    call("profile", "create", "Autre")
    call("profile", "default", "autre")
    defaults = {item["profile"]: item["is_default"] for item in call("profile", "list", "--json").object["profiles"]}
    assert defaults == {"bijou": False, "autre": True}
    assert call("quarantine", "list", "--json").object == {"entries": []}


def test_without_a_default_profile_one_must_be_named(call) -> None:
    answer = call("quarantine", "list")
    assert answer.code == 2
    assert "No profile was named" in answer.err


def test_an_unknown_profile_is_refused_with_those_that_exist(call) -> None:
    call("profile", "create", "Bijou")
    answer = call("profile", "show", "bijoux")
    assert answer.code == 2
    assert "Those that exist: bijou." in answer.err


@pytest.mark.spec("APP-PRO-4")
def test_a_profile_travels_in_a_file_without_its_secrets(call, tmp_path: Path) -> None:
    call("profile", "create", "Bijou", "shop.key=HUSH", "articles.stock.basis=reel", "mapping.taxes.C20=1")
    file = tmp_path / "bijou.toml"
    assert call("profile", "export", "bijou", file).code == 0
    assert "HUSH" not in file.read_text()
    assert call("profile", "import", file, "--name", "Copie").code == 0
    shown = call("profile", "show", "copie", "--json").object
    assert set(shown["options"]) == {"articles.stock.basis"}
    assert shown["mappings"] == {"taxes": {"C20": "1"}}


@pytest.mark.spec("APP-PRO-4")
def test_secrets_travel_under_a_passphrase_only(call, tmp_path: Path, data_folder: Path, monkeypatch) -> None:
    call("profile", "create", "Bijou", "shop.key=HUSH")
    file = tmp_path / "bijou.toml"
    assert call("profile", "export", "bijou", file, "--with-secrets").code == 2
    monkeypatch.setenv("NAVETTE_PASSPHRASE", "open sesame")
    assert call("profile", "export", "bijou", file, "--with-secrets").code == 0
    assert "HUSH" not in file.read_text()
    assert call("profile", "import", file, "--name", "Copie").code == 0
    assert in_store(data_folder).options.load("copie").secrets["shop.key"].reveal() == "HUSH"
    monkeypatch.setenv("NAVETTE_PASSPHRASE", "open barley")
    assert call("profile", "import", file, "--name", "Non").code == 2
    assert call("profile", "import", file, "--name", "Sans", "--no-secrets").code == 0


@pytest.mark.parametrize("name", ["missing.toml", ""])
def test_a_file_that_cannot_be_read_is_refused(call, tmp_path: Path, name: str) -> None:
    answer = call("profile", "import", tmp_path / name, "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "CFG-FIL-002"


def test_a_place_that_cannot_be_written_is_refused(call, tmp_path: Path) -> None:
    call("profile", "create", "Bijou")
    answer = call("profile", "export", "bijou", tmp_path / "nowhere" / "bijou.toml", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "CFG-FIL-006"


class TestMovedAddresses:
    """A linked shop whose address changes: the same one that moved, or another one (design rule 14)."""

    @pytest.fixture
    def linked(self, call, data_folder: Path) -> str:
        call("profile", "create", "Bijou", "shop.url=https://old.example", "erp.file=/companies/b.company")
        store = in_store(data_folder).of_profile("bijou")
        store.remember_identity("shop", "shop-1", "https://old.example")
        return "bijou"

    def test_it_must_be_explained(self, call, linked: str) -> None:
        answer = call("profile", "set", linked, "shop.url=https://new.example")
        assert answer.code == 2
        assert "changes from https://old.example to https://new.example" in answer.err
        options = call("profile", "show", linked, "--json").object["options"]
        assert options["shop.url"]["value"] == "https://old.example"

    def test_one_that_moved_keeps_its_links(self, call, linked: str) -> None:
        made = call("profile", "set", linked, "shop.url=https://new.example", "--moved", "--json").object
        assert made["shop"] == {
            "name": "old.example",
            "kind": "prestashop",
            "address": "https://new.example",
            "identity": "shop-1",
        }

    def test_another_one_starts_anew(self, call, linked: str) -> None:
        made = call("profile", "set", linked, "shop.url=https://new.example", "--another", "--json").object
        assert (made["shop"]["name"], made["shop"]["identity"]) == ("new.example", "")

    def test_other_settings_ask_nothing(self, call, linked: str) -> None:
        assert call("profile", "set", linked, "shop.url=https://old.example/", "shop.http.pace=0").code == 0
