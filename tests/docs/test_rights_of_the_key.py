"""The rights that the documentation asks a merchant to tick are those that the adapter needs."""

import re
from pathlib import Path

import pytest

from navette.shops.prestashop.adapter.probe import needed_rights
from navette.shops.prestashop.capabilities import traits_of

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
ROW = re.compile(r"^\| ((?:GET|POST|PATCH|DELETE)[A-Z, ]*) \| ([a-z_, ]+) \|$", re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_of_rights_is_complete(language: str) -> None:
    page = (HOW_TO / f"connect-prestashop.{language}.md").read_text(encoding="utf-8")
    told = {name: set(methods.split(", ")) for methods, names in ROW.findall(page) for name in names.split(", ")}
    assert told == {name: set(methods) for name, methods in needed_rights(traits_of((8, 2))).items()}
