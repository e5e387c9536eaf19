"""Options of every command, wherever they stand on the line."""

from pathlib import Path

import pytest

from navette.cli.common import CommonOptions, take_common
from navette.domain.errors import ConfigurationError
from navette.i18n import Language

ENGLISH = {"LANG": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    "line",
    [
        ["--json", "--lang", "fr", "--data-dir", "/data", "profile", "show", "x"],
        ["profile", "--json", "show", "--lang=fr", "x", "--data-dir=/data"],
        ["profile", "show", "x", "--data-dir", "/data", "--lang", "FR", "--json"],
    ],
)
def test_they_are_found_anywhere(line: list[str]) -> None:
    common, rest = take_common(line, ENGLISH)
    assert common == CommonOptions(Language.FRENCH, as_json=True, data_dir=Path("/data"))
    assert rest == ["profile", "show", "x"]


def test_without_them_the_environment_decides() -> None:
    assert take_common(["runs"], ENGLISH) == (CommonOptions(Language.ENGLISH), ["runs"])


def test_what_follows_two_dashes_is_left_alone() -> None:
    assert take_common(["run", "--", "--json"], ENGLISH)[1] == ["run", "--", "--json"]


def test_the_data_folder_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/marie")
    assert take_common(["--data-dir", "~/navette"], ENGLISH)[0].data_dir == Path("/home/marie/navette")


@pytest.mark.parametrize("name", ["--lang", "--data-dir"])
def test_one_without_its_value_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        take_common(["runs", name], ENGLISH)
    assert refusal.value.values == {"parameter": name}
