"""Changes that a person asks of a profile."""

import pytest

from navette.config.changes import Changes, changes_of
from navette.config.loader import StoredOptions
from navette.config.upgrade import OPTIONS_VERSION
from navette.domain.errors import ConfigurationError

STORED = StoredOptions({"articles.stock.basis": "reel", "articles.colour": "blue"}, {"taxes": {"C20": "1", "C55": "2"}})


def test_settings_and_names_to_unset_become_changes() -> None:
    changes = changes_of(
        ["articles.stock.basis=reel", "mapping.taxes.C20=1", "mapping.taxes.C00="],
        ["shop.url", "mapping.taxes.C55", "articles.colour"],
        known=STORED.values,
    )
    assert changes == Changes(
        {"articles.stock.basis": "reel", "shop.url": None, "articles.colour": None},
        {"taxes": {"C20": "1", "C00": "", "C55": None}},
    )


def test_a_name_that_is_neither_an_option_nor_stored_cannot_be_unset() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        changes_of([], ["articles.color"], known=STORED.values)
    assert refusal.value.code == "CFG-SET-002"


def test_changes_are_applied_without_touching_what_was_stored() -> None:
    after = changes_of(
        ["shop.url=https://a.example"], ["articles.colour", "mapping.taxes.C55"], STORED.values
    ).applied_to(STORED)
    assert after == StoredOptions(
        {"articles.stock.basis": "reel", "shop.url": "https://a.example"}, {"taxes": {"C20": "1"}}, OPTIONS_VERSION
    )
    assert STORED.mappings["taxes"] == {"C20": "1", "C55": "2"}


def test_a_table_without_entries_is_no_longer_there() -> None:
    after = changes_of([], ["mapping.taxes.C20", "mapping.taxes.C55"]).applied_to(STORED)
    assert after.mappings == {}
