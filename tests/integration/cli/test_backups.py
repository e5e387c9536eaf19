"""Backup and restore on the command line."""

import zipfile
from pathlib import Path

import pytest

from navette.store import close_connections, open_store


@pytest.fixture
def bijou(call) -> None:
    assert call("profile", "create", "Bijou", "shop.key=HUSH", "articles.stock.basis=reel").code == 0


@pytest.fixture
def elsewhere(call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another data folder, used from now on."""

    def move() -> Path:
        monkeypatch.setenv("NAVETTE_DATA_DIR", str(tmp_path / "elsewhere"))
        return tmp_path / "elsewhere"

    return move


def test_a_backup_brings_everything_back(call, bijou, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    assert call("backup", file, "--json").object["with_secrets"] is False
    call("profile", "delete", "bijou", "--yes")
    assert call("restore", file, "--yes").code == 0
    shown = call("profile", "show", "bijou", "--json").object
    assert shown["options"]["articles.stock.basis"]["value"] == "reel"


def test_secrets_move_to_another_machine_under_a_passphrase(call, bijou, elsewhere, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    assert call("backup", file, "--passphrase", "open sesame").code == 0
    with zipfile.ZipFile(file) as archive:
        assert b"HUSH" not in archive.read("secrets.json")
    folder = elsewhere()
    assert call("restore", file, "--yes", "--passphrase", "open barley").code == 2
    restored = call("restore", file, "--yes", "--passphrase", "open sesame", "--json")
    assert restored.object["with_secrets"] is True
    assert open_store(folder, "").options.load("bijou").secrets["shop.key"].reveal() == "HUSH"


def test_without_the_passphrase_the_secrets_have_to_be_typed_again(call, bijou, elsewhere, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    call("backup", file, "--passphrase", "open sesame")
    elsewhere()
    answer = call("restore", file, "--yes")
    assert answer.code == 0
    assert "type them again" in answer.out
    locked = call("profile", "show", "bijou", "--json").object
    assert locked["error"]["code"] == "STO-SECRET-001"
    assert call("run", "export-stock", "--json").object["error"]["code"] == "STO-SECRET-001"
    assert call("profile", "set", "bijou", "shop.key=NEW").code == 0
    assert call("profile", "show", "bijou", "--json").object["error"] is None


def test_a_bare_database_is_a_backup_too(call, bijou, data_folder: Path, tmp_path: Path) -> None:
    close_connections()
    file = tmp_path / "before-upgrade.sqlite3"
    file.write_bytes((data_folder / "navette.sqlite3").read_bytes())
    call("profile", "delete", "bijou", "--yes")
    assert call("restore", file, "--yes").code == 0
    assert [item["profile"] for item in call("profile", "list", "--json").object["profiles"]] == ["bijou"]


def test_a_restore_must_be_confirmed(call, bijou, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    call("backup", file)
    answer = call("restore", file, "--lang", "fr")
    assert answer.code == 2
    assert "Remplacement de la base par" in answer.err


@pytest.mark.parametrize("content", [b"not a backup", b""])
def test_what_is_no_backup_changes_nothing(call, bijou, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "wrong.zip"
    file.write_bytes(content)
    assert call("restore", file, "--yes").code == 2
    assert call("restore", tmp_path / "missing.zip", "--yes").code == 2
    assert call("profile", "show", "bijou").code == 0


def test_an_archive_without_a_database_is_refused(call, bijou, tmp_path: Path) -> None:
    file = tmp_path / "photos.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.txt", "x")
    answer = call("restore", file, "--yes", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "STO-BAK-008"


def test_a_place_that_cannot_be_written_is_told(call, bijou, tmp_path: Path) -> None:
    answer = call("backup", tmp_path / "nowhere" / "backup.zip", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "STO-BAK-007"


def test_a_database_put_back_by_other_means_is_made_safe(call, bijou) -> None:
    assert call("restore", "--after").code == 0
    assert call("restore").code == 2
