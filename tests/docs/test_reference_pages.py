"""The reference pages say what the program declares: nothing is missing, nothing is stale."""

import re
from pathlib import Path

import pytest

import navette
from navette.application.registry import capabilities
from navette.cli.reference.__main__ import FOLDER, main, pages, stale_pages
from navette.cli.reference.commands_page import all_commands
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.profile import declared_options
from navette.i18n import Language

LANGUAGES = pytest.mark.parametrize("language", Language)


def page(name: str, language: Language) -> str:
    return (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")


def test_no_page_is_stale() -> None:
    assert stale_pages() == [], "run: make docs"


def test_there_is_no_page_of_former_times() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(pages())


@LANGUAGES
def test_every_option_and_mapping_table_is_documented(language: Language) -> None:
    text = page("options", language)
    names = [option.key for option in declared_options()] + list(MAPPING_TABLES)
    assert [name for name in names if f"`{name}`" not in text] == []


@LANGUAGES
def test_every_command_is_documented(language: Language) -> None:
    text = page("commands", language)
    assert [path for path, _ in all_commands() if f" `{path}`\n" not in text] == []


@LANGUAGES
def test_every_error_and_journal_line_is_documented(language: Language) -> None:
    text = page("errors", language)
    sources = Path(navette.__file__).parent / "domain" / "messages"
    codes = {
        code
        for source in sources.glob("*.py")
        for code in re.findall(r'"([A-Z]{3}-[A-Z]+-\d{3})"', source.read_text(encoding="utf-8"))
    }
    assert len(codes) > 300
    assert sorted(code for code in codes if f"`{code}`" not in text) == []


@LANGUAGES
def test_every_capability_is_documented(language: Language) -> None:
    text = page("capabilities", language)
    assert [name for name in capabilities() if f"## `{name}`\n" not in text] == []


def test_a_changed_page_is_found(tmp_path: Path) -> None:
    for name, text in pages().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert stale_pages(tmp_path) == []
    (tmp_path / "options.fr.md").write_text("old", encoding="utf-8")
    (tmp_path / "errors.en.md").unlink()
    assert sorted(stale_pages(tmp_path)) == ["errors.en.md", "options.fr.md"]


def test_the_check_tells_which_pages_to_make_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("navette.cli.reference.__main__.FOLDER", tmp_path)
    monkeypatch.setattr("sys.argv", ["reference", "--check"])
    assert main() == 1
    monkeypatch.setattr("sys.argv", ["reference"])
    assert main() == 0
    assert len(list(tmp_path.iterdir())) == len(pages())
    capsys.readouterr()
    monkeypatch.setattr("sys.argv", ["reference", "--check"])
    assert (main(), capsys.readouterr().err) == (0, "")
