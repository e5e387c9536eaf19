"""The contract of a shop: default prices, price rules, groups, customers."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from products import a_ranged_product, creation
from shop_benches import ShopBench

from navette.domain.binding import ShopRef
from navette.domain.run import Outcome
from navette.ports.shop import GroupWrite, PriceRule, PriceRuleWrite, PriceWrite


@pytest.mark.spec("ART-PRI-1")
def test_prices_are_set(bench: ShopBench) -> None:
    ref = bench.put_product("ONE")
    (result,) = bench.shop.write_prices([PriceWrite(ref=ref, net=Decimal("12.345678"), purchase=Decimal(5))])
    assert result.outcome is Outcome.UPDATED
    assert bench.see(ref).net == Decimal("12.345678")


@pytest.mark.spec("ART-VAR-2")
def test_variants_keep_their_full_price_when_the_product_changes(bench: ShopBench) -> None:
    (made,) = bench.shop.write_products([creation(a_ranged_product("BAAR01"))])
    assert made.ref
    small, large = made.variant_refs.values()
    bench.shop.write_prices(
        [PriceWrite(ref=made.ref, net=Decimal(90), variants={small: Decimal(95), large: Decimal(80)})]
    )
    seen = bench.see(made.ref)
    assert (seen.net, set(seen.variants.values())) == (90, {Decimal(95), Decimal(80)})


def test_the_price_of_a_product_that_is_gone(bench: ShopBench) -> None:
    here, lost = bench.put_product("HERE"), bench.put_product("LOST")
    bench.lose_product(lost)
    results = bench.shop.write_prices([PriceWrite(ref=lost, net=Decimal(1)), PriceWrite(ref=here, net=Decimal(2))])
    assert [(result.outcome, result.is_gone) for result in results] == [
        (Outcome.REFUSED, True),
        (Outcome.UPDATED, False),
    ]


RULES = (
    PriceRule(key="break", from_quantity=10, reduction_percent=Decimal(10)),
    PriceRule(key="group", group="3", net=Decimal("17.5")),
    PriceRule(
        key="sale",
        reduction_amount=Decimal(2),
        starts=datetime(2026, 6, 30, 22, tzinfo=UTC),
        ends=datetime(2026, 8, 31, 21, 59, 59, tzinfo=UTC),
    ),
)


def put(
    ref: ShopRef, *rules: PriceRule, ids: dict[str, str] | None = None, remove: tuple[str, ...] = ()
) -> PriceRuleWrite:
    return PriceRuleWrite(ref=ref, put=tuple((rule, (ids or {}).get(rule.key, "")) for rule in rules), remove=remove)


@pytest.mark.spec("ART-PRI-3")
def test_rules_are_put_and_adopted(bench: ShopBench) -> None:
    ref = bench.put_product("ONE")
    (first,) = bench.shop.write_price_rules([put(ref, *RULES)])
    assert first.problems == {}
    assert set(first.ids) == {"break", "group", "sale"}
    assert len(set(first.ids.values())) == 3
    (again,) = bench.shop.write_price_rules([put(ref, *RULES)])
    assert again.ids == first.ids
    (known,) = bench.shop.write_price_rules([put(ref, *RULES, ids=dict(first.ids))])
    assert known.ids == first.ids


@pytest.mark.spec("ART-PRI-6")
def test_rules_are_removed_and_can_be_put_again(bench: ShopBench) -> None:
    ref = bench.put_product("ONE")
    (first,) = bench.shop.write_price_rules([put(ref, *RULES)])
    (result,) = bench.shop.write_price_rules([put(ref, RULES[0], remove=(first.ids["break"], first.ids["sale"]))])
    assert result.problems == {}
    assert result.ids["break"] not in first.ids.values()


def test_a_rule_that_is_gone_is_removed_already(bench: ShopBench) -> None:
    ref = bench.put_product("ONE")
    (result,) = bench.shop.write_price_rules([put(ref, remove=("9999",))])
    assert result.problems == {}


@pytest.mark.spec("CUS-EXP-1")
def test_groups_are_made_and_changed(bench: ShopBench) -> None:
    (made,) = bench.shop.write_groups([GroupWrite("1", "Grossistes", shows_net_prices=True)])
    assert made.outcome is Outcome.CREATED
    (changed,) = bench.shop.write_groups([GroupWrite("1", "Revendeurs", shows_net_prices=True, ref=made.ref)])
    assert (changed.outcome, changed.ref) == (Outcome.UPDATED, made.ref)
