"""Options: only what differs from the default, secrets encrypted, a check that nobody was faster, an audit."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from navette.domain.errors import ConfigurationError
from navette.store import OpenStore, open_store

DEFAULTS = {"stock.basis": "physical", "stock.reserve": "0", "shop.key": ""}
SECRET = {"shop.key"}


def save(opened: OpenStore, values: dict[str, str | None], **rest: object) -> None:
    opened.options.save("bijou", values, defaults=DEFAULTS, secret=SECRET, **rest)


@pytest.mark.usefixtures("profile")
class TestSave:
    def test_what_differs_from_the_default_is_stored(self, opened: OpenStore) -> None:
        save(opened, {"stock.basis": "a_terme", "stock.reserve": "0", "old.unknown": "kept"})
        assert opened.options.load("bijou").values == {"stock.basis": "a_terme", "old.unknown": "kept"}

    @pytest.mark.parametrize("value", ["physical", None])
    def test_back_to_the_default_is_no_longer_stored(self, opened: OpenStore, value: str | None) -> None:
        save(opened, {"stock.basis": "a_terme", "stock.reserve": "2"})
        save(opened, {"stock.basis": value})
        assert opened.options.load("bijou").values == {"stock.reserve": "2"}

    def test_who_was_slower_is_told_and_overwrites_nothing(self, opened: OpenStore) -> None:
        seen = opened.options.load("bijou").row_version
        save(opened, {"stock.reserve": "2"}, row_version=seen)
        with pytest.raises(ConfigurationError, match="STO-PROFILE-005"):
            save(opened, {"stock.reserve": "3", "stock.basis": "a_terme"}, row_version=seen)
        assert opened.options.load("bijou").values == {"stock.reserve": "2"}
        save(opened, {"stock.reserve": "3"}, row_version=seen + 1)

    def test_the_version_of_names_is_kept(self, opened: OpenStore) -> None:
        save(opened, {"stock.reserve": "2"}, options_version=4)
        assert opened.options.load("bijou").options_version == 4

    def test_changes_are_audited_without_secrets(self, opened: OpenStore) -> None:
        from navette.store import models

        save(opened, {"stock.reserve": "2", "stock.basis": "physical", "shop.key": "K3Y"}, user="claire")
        save(opened, {"stock.reserve": None, "shop.key": "0TH3R"}, user="marc")
        rows = models.ConfigAudit.objects.exclude(key="profile").order_by("pk")
        assert [(row.user, row.key, row.old, row.new) for row in rows] == [
            ("claire", "stock.reserve", "", "2"),
            ("claire", "shop.key", "", "***"),
            ("marc", "stock.reserve", "2", ""),
            ("marc", "shop.key", "***", "***"),
        ]
        assert {row.at for row in rows} == {opened.clock.now()}


@pytest.mark.usefixtures("profile")
class TestMappings:
    def test_lines_are_put_and_taken_out(self, opened: OpenStore) -> None:
        opened.options.save_mapping("bijou", "taxes", {"T20": "1", "T55": "2"})
        opened.options.save_mapping("bijou", "carriers", {"T20": "express"})
        opened.options.save_mapping("bijou", "taxes", {"T20": "3", "T55": None})
        assert opened.options.load("bijou").mappings == {"taxes": {"T20": "3"}, "carriers": {"T20": "express"}}

    def test_who_was_slower_is_told(self, opened: OpenStore) -> None:
        seen = opened.options.load("bijou").row_version
        opened.options.save_mapping("bijou", "taxes", {"T20": "1"}, row_version=seen)
        with pytest.raises(ConfigurationError, match="STO-PROFILE-005"):
            opened.options.save_mapping("bijou", "taxes", {"T20": "2"}, row_version=seen)
        assert opened.options.load("bijou").mappings == {"taxes": {"T20": "1"}}


@pytest.mark.usefixtures("profile")
class TestSecrets:
    def test_a_secret_comes_back_apart_and_shows_nowhere(
        self, opened: OpenStore, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            save(opened, {"shop.key": "K3Y-été"})
            options = opened.options.load("bijou")
        assert options.secrets["shop.key"].reveal() == "K3Y-été"
        assert options.revealed() == {"shop.key": "K3Y-été"}
        assert options.values == {}
        shown = (
            f"{options} {options.secrets['shop.key']} {opened} {opened.options} {vars(opened.options)} {caplog.text}"
        )
        assert "K3Y" not in shown

    def test_it_is_encrypted_on_disk(self, opened: OpenStore) -> None:
        from django.db import connection

        save(opened, {"shop.key": "K3Y"})
        connection.close()
        files = [path for path in opened.place.folder.iterdir() if path.name.startswith("navette.sqlite3")]
        assert files
        assert all(b"K3Y" not in path.read_bytes() for path in files)

    def test_the_key_is_readable_by_its_owner_alone(self, opened: OpenStore) -> None:
        save(opened, {"shop.key": "K3Y"})
        assert opened.place.key_file.stat().st_mode & 0o777 == 0o600

    def test_what_a_form_shows_leaves_the_secret(self, opened: OpenStore) -> None:
        save(opened, {"shop.key": "K3Y"})
        save(opened, {"shop.key": "***"})
        assert opened.options.load("bijou").revealed() == {"shop.key": "K3Y"}

    def test_a_replaced_or_emptied_secret_leaves_nothing_behind(self, opened: OpenStore) -> None:
        from navette.store import models

        save(opened, {"shop.key": "K3Y"})
        save(opened, {"shop.key": "0TH3R"})
        assert models.Secret.objects.count() == 1
        save(opened, {"shop.key": ""})
        assert models.Secret.objects.count() == 0
        assert opened.options.load("bijou").revealed() == {}

    def test_another_key_is_told_and_the_other_options_say_which(self, opened: OpenStore) -> None:
        save(opened, {"shop.key": "K3Y"})
        opened.place.key_file.unlink()
        with pytest.raises(ConfigurationError) as failure:
            opened.options.load("bijou")
        assert failure.value.values == {"file": str(opened.place.key_file)}
        assert not opened.place.key_file.exists()

    def test_the_same_key_is_found_again(self, opened: OpenStore) -> None:
        save(opened, {"shop.key": "K3Y"})
        again = open_store(opened.place.folder, "")
        assert again.options.load("bijou").revealed() == {"shop.key": "K3Y"}


class _Keyring:
    """The keyring of a system that has one."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        self.held[service, name] = text


@pytest.mark.usefixtures("profile")
def test_where_the_system_has_a_keyring_the_key_is_there(opened: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    from navette.store import secrets

    ring = _Keyring()
    monkeypatch.setattr(secrets, "HAS_KEYRING", True)
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    monkeypatch.setattr(keyring, "set_password", ring.set_password)
    save(opened, {"shop.key": "K3Y"})
    assert opened.options.load("bijou").revealed() == {"shop.key": "K3Y"}
    assert list(ring.held) == [("navette", str(opened.place.folder))]
    assert not opened.place.key_file.exists()


def test_folders_have_keys_of_their_own(opened: OpenStore, profile: str, tmp_path: Path) -> None:
    save(opened, {"shop.key": "K3Y"})
    elsewhere = replace(opened, place=replace(opened.place, folder=tmp_path))
    with pytest.raises(ConfigurationError, match="STO-SECRET-001"):
        elsewhere.options.load(profile)
