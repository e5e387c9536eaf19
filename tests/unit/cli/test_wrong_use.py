"""Wrong use is told in the reader's language, with what to do, and gives code 2."""

import pytest
from command_line import navette

from navette.application.registry import capabilities
from navette.cli.reference.commands_page import all_commands

WRONG = [
    (["prifile"], "CLI-USE-001", "« navette prifile »", "'navette prifile'"),
    (["profile", "shwo"], "CLI-USE-001", "« navette profile shwo »", "'navette profile shwo'"),
    (["profile", "show"], "CLI-USE-002", "Il manque PROFILE.", "PROFILE is missing."),
    (["run", "export-stock", "--since"], "CLI-USE-005", "--since demande une valeur.", "--since needs a value."),
    (["runs", "--limit", "many"], "CLI-USE-003", "La valeur de --limit ne convient pas", "The value of --limit"),
    (["runs", "--limit", "0"], "CLI-USE-003", "La valeur de --limit ne convient pas", "The value of --limit"),
    (["runs", "--never"], "CLI-USE-004", "La commande ne connaît pas --never.", "does not know --never."),
    (["doctor", "house"], "CLI-USE-009", "La commande ne prend pas « house ».", "does not take 'house'."),
    (["runs", "--lang"], "CLI-USE-005", "--lang demande une valeur.", "--lang needs a value."),
]


@pytest.mark.parametrize(("line", "code", "french", "english"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_use_is_explained(
    line: list[str], code: str, french: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, text in (("fr", french), ("en", english)):
        monkeypatch.setenv("NAVETTE_LANG", language)
        answer = navette(*line)
        assert (answer.code, answer.out) == (2, "")
        assert text in answer.err
        assert code in answer.err


def test_an_unknown_language_is_refused_in_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVETTE_LANG", "fr")
    answer = navette("runs", "--lang", "tlh")
    assert answer.code == 2
    assert "La langue « tlh » n'est pas disponible." in answer.err


def test_wrong_use_is_one_object_when_json_was_asked_for() -> None:
    answer = navette("profile", "show", "--json", "--lang", "en")
    assert answer.code == 2
    assert answer.object["status"] == "failed"
    assert answer.object["error"] == {
        "code": "CLI-USE-002",
        "kind": "configuration",
        "message": "PROFILE is missing.",
        "remedy": "What the command takes is told by: navette profile show --help",
        "target": "",
    }


@pytest.mark.parametrize(("language", "word"), [("fr", "Usage :"), ("en", "Usage:")])
def test_every_command_has_its_help_page(language: str, word: str) -> None:
    for path, _ in all_commands():
        answer = navette(*path.split()[1:], "--help", "--lang", language)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith(f"{word} {path} ")


def test_the_help_of_run_lists_what_can_be_run() -> None:
    page = navette("run", "--help", "--lang", "fr").out
    assert [name for name in capabilities() if f"  {name}  " not in page] == []
    assert "Mettre à jour le stock" in page


def test_the_program_alone_shows_its_commands() -> None:
    answer = navette("--lang", "fr")
    assert answer.code == 0
    assert "Fiches qui attendent une décision" in answer.out


def test_a_group_alone_shows_its_commands() -> None:
    answer = navette("profile", "--lang", "en")
    assert answer.code == 0
    assert "Make a profile with the settings of another one." in answer.out
