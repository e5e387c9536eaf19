"""Files that the company names are read only inside allowed folders, whatever the path holds."""

from pathlib import Path

import pytest

from navette.erp.sage100.media import MediaFolders


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "company" / "Multimedia" / "docs").mkdir(parents=True)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "company" / "Multimedia" / "bague.jpg").write_bytes(b"own")
    (tmp_path / "company" / "Multimedia" / "docs" / "fiche.pdf").write_bytes(b"own")
    (tmp_path / "pictures" / "vue.jpg").write_bytes(b"other")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return tmp_path


@pytest.fixture
def folders(root: Path) -> MediaFolders:
    return MediaFolders(root / "company", [root / "pictures"])


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("bague.jpg", "company/Multimedia/bague.jpg"),
        ("docs\\fiche.pdf", "company/Multimedia/docs/fiche.pdf"),
        ("docs/fiche.pdf", "company/Multimedia/docs/fiche.pdf"),
        ("vue.jpg", "pictures/vue.jpg"),
        ("C:\\Users\\Public\\Sage\\Multimedia\\docs\\fiche.pdf", "company/Multimedia/docs/fiche.pdf"),
        ("multimedia\\bague.jpg", "company/Multimedia/bague.jpg"),
        (" bague.jpg ", "company/Multimedia/bague.jpg"),
    ],
)
def test_files_inside_the_folders_are_found(folders: MediaFolders, root: Path, path: str, found: str) -> None:
    assert folders.resolve(path) == str(root / found)


def test_an_absolute_path_inside_a_folder(folders: MediaFolders, root: Path) -> None:
    assert folders.resolve(str(root / "pictures" / "vue.jpg")) == str(root / "pictures" / "vue.jpg")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "missing.jpg",
        "docs",
        "..\\..\\secret.txt",
        "../../secret.txt",
        "docs/../../../secret.txt",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        "\\\\server\\share\\secret.txt",
        "bague.jpg\0.txt",
        "x" * 5000,
    ],
)
def test_anything_else_is_not(folders: MediaFolders, path: str) -> None:
    assert folders.resolve(path) is None


def test_a_link_out_of_the_folders_leads_nowhere(folders: MediaFolders, root: Path) -> None:
    (root / "pictures" / "link.jpg").symlink_to(root / "secret.txt")
    (root / "pictures" / "inside.jpg").symlink_to(root / "pictures" / "vue.jpg")
    assert folders.resolve("link.jpg") is None
    assert folders.resolve("inside.jpg") == str(root / "pictures" / "vue.jpg")


def test_an_absolute_path_outside_is_refused_though_it_exists(folders: MediaFolders, root: Path) -> None:
    assert folders.resolve(str(root / "secret.txt")) is None


def test_without_a_folder_of_the_company() -> None:
    assert MediaFolders(None).resolve("bague.jpg") is None
