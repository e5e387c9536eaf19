"""What each version can do, and the rights that it needs."""

import pytest

from navette.domain.errors import ConfigurationError
from navette.ports.shop import MissingRight, Support
from navette.shops.prestashop.adapter.probe import missing_rights, needed_rights
from navette.shops.prestashop.capabilities import capabilities_of, parse_version, traits_of


@pytest.mark.parametrize(
    ("text", "has_patch", "has_note"),
    [
        ("1.7.7.8", False, False),
        ("1.7.8.11", False, True),
        ("8.0.0", True, True),
        ("8.2.1", True, True),
        ("9.1.0", True, True),
    ],
)
def test_what_versions_have(text: str, has_patch: bool, has_note: bool) -> None:
    traits = traits_of(parse_version(text))
    can = capabilities_of(parse_version(text))
    assert (traits.has_patch, traits.has_order_note) == (has_patch, has_note)
    assert can.has_partial_update is has_patch
    assert can.version == text
    assert can.features["UPD-NUM"] is (Support.YES if has_note else Support.NO)


@pytest.mark.parametrize("text", ["1.7.6.9", "1.6.1.24", "0", ""])
def test_older_versions_are_refused(text: str) -> None:
    with pytest.raises(ConfigurationError):
        traits_of(parse_version(text))


def all_rights(text: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(methods) for name, methods in needed_rights(traits_of(parse_version(text))).items()}


@pytest.mark.spec("APP-SHP-1")
@pytest.mark.parametrize("text", ["1.7.7.8", "1.7.8.11", "8.2.1"])
def test_a_key_with_all_rights_lacks_none(text: str) -> None:
    assert missing_rights(all_rights(text), traits_of(parse_version(text))) == ()


@pytest.mark.spec("APP-SHP-1")
def test_missing_rights_are_named_by_resource_and_method() -> None:
    rights = all_rights("8.2.1")
    rights["products"] -= {"PATCH"}
    del rights["order_payments"]
    assert set(missing_rights(rights, traits_of((8, 2, 1)))) == {
        MissingRight(resource="products", method="PATCH"),
        MissingRight(resource="order_payments", method="GET"),
    }


def test_without_patch_products_are_put_and_statuses_are_entries() -> None:
    needed = needed_rights(traits_of((1, 7, 8)))
    assert "PUT" in needed["products"]
    assert "PATCH" not in needed["products"]
    assert "POST" in needed["order_histories"]
    assert "order_cart_rules" not in needed_rights(traits_of((1, 7, 7)))
