"""Specific prices: what they say, and when two are under the same terms."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from navette.domain.binding import ShopRef
from navette.ports.shop import PriceRule
from navette.shops.prestashop.mapper.price_rule import from_rule, says_the_same, terms_of_fields, terms_of_row

PARIS = ZoneInfo("Europe/Paris")


def fields(**of: object):
    return from_rule(PriceRule(key="k", **of), "20", "", PARIS)


def standing(**changes: object):
    """A rule as the shop shows it: ten percent from ten pieces."""
    row = {name: "0" for name in fields() if name not in {"from", "to"}}
    row |= {
        "id": 3,
        "id_product": "20",
        "from": "0000-00-00 00:00:00",
        "to": "0000-00-00 00:00:00",
        "price": "-1.000000",
        "from_quantity": "10",
        "reduction": "0.100000",
        "reduction_type": "percentage",
    }
    return row | changes


@pytest.mark.spec("ART-PRI-3")
@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"net": Decimal("17.5")}, ("17.500000", "0.000000", "amount")),
        ({"reduction_percent": Decimal("12.5")}, ("-1", "0.125000", "percentage")),
        ({"reduction_amount": Decimal(2)}, ("-1", "2.000000", "amount")),
    ],
)
def test_prices_and_reductions_are_net(rule: dict[str, Decimal], said: tuple[str, str, str]) -> None:
    made = fields(**rule)
    assert (made["price"], made["reduction"], made["reduction_type"]) == said
    assert made["reduction_tax"] == "0"


@pytest.mark.spec("ART-PRI-3")
def test_a_period_is_in_the_time_of_the_shop() -> None:
    made = fields(starts=datetime(2026, 6, 30, 22, tzinfo=UTC), ends=datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC))
    assert (made["from"], made["to"]) == ("2026-07-01 00:00:00", "2026-12-31 23:59:59")


def test_an_open_period_a_group_and_a_variant() -> None:
    made = fields(group="3", variant=ShopRef("41", "20"))
    assert (made["from"], made["to"]) == ("0000-00-00 00:00:00", "0000-00-00 00:00:00")
    assert (made["id_group"], made["id_product_attribute"], made["id_customer"]) == ("3", "41", "0")


def test_a_standing_rule_under_the_same_terms_is_known() -> None:
    ours = fields(from_quantity=10, reduction_percent=Decimal(10))
    assert terms_of_row(standing()) == terms_of_fields(ours)
    assert says_the_same(standing(), ours)


@pytest.mark.parametrize(
    "other",
    [{"from_quantity": "5"}, {"id_group": "3"}, {"id_currency": "2"}, {"to": "2026-12-31 00:00:00"}, {"id_shop": "2"}],
)
def test_other_terms(other: dict[str, str]) -> None:
    assert terms_of_row(standing(**other)) != terms_of_fields(fields(from_quantity=10))


@pytest.mark.parametrize("said", [{"reduction": "0.200000"}, {"price": "9.000000"}, {"reduction_type": "amount"}])
def test_the_same_terms_with_another_price(said: dict[str, str]) -> None:
    assert not says_the_same(standing(**said), fields(from_quantity=10, reduction_percent=Decimal(10)))


def test_without_a_reduction_its_kind_does_not_matter() -> None:
    row = standing(price="17.500000", reduction="0.000000", reduction_type="percentage")
    assert says_the_same(row, fields(net=Decimal("17.5")))
