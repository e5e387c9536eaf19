"""The shop's database, its clock, and many articles."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shop_client import ShopClient, product, record

from navette.demo.shops.prestashop import PrestaShopSimulator

MANY = 50_000


def test_shop_survives_a_restart(tmp_path: Path) -> None:
    with PrestaShopSimulator(database=tmp_path / "shop.sqlite", name="Kept") as shop:
        client, key = ShopClient(shop), shop.key
        article = client.post("products", product("A")).id
        client.connection.close()
    with PrestaShopSimulator(database=tmp_path / "shop.sqlite") as shop:
        client = ShopClient(shop, key)
        assert client.get("").xml[0].get("shopName") == "Kept"
        assert client.get(f"products/{article}").value("reference") == "A"
        assert client.post("products", product("B")).id == article + 1
        client.connection.close()


def test_many_articles_are_listed_quickly(shop: PrestaShopSimulator, api: ShopClient) -> None:
    started = time.monotonic()
    shop.seed_products(MANY, quantity=3)
    assert time.monotonic() - started < 20
    fields = "display=[id,id_product,id_product_attribute,quantity]"
    started = time.monotonic()
    page = api.get(f"stock_availables?{fields}&limit=0,5000&output_format=JSON").json["stock_availables"]
    assert time.monotonic() - started < 1
    assert len(page) == 5000
    last = api.get(f"stock_availables?{fields}&limit={MANY - 10},5000").xml[0]
    assert {row.findtext("quantity") for row in last} == {"3"}
    started = time.monotonic()
    assert len(api.get("products?filter[reference]=[ART-042000]").ids) == 1
    assert time.monotonic() - started < 0.2


def test_seeded_articles_are_whole(shop: PrestaShopSimulator, api: ShopClient) -> None:
    shop.seed_products(3, combinations=2, quantity=4, prefix="X")
    answer = api.get("products?display=full&sort=[id_ASC]&limit=1")
    first = answer.xml[0][0]
    assert first.findtext("reference").startswith("X")
    assert len(first.findall("associations/combinations/combination")) == 2
    rows = api.get(f"stock_availables?filter[id_product]=[{first.findtext('id')}]&display=[quantity]").xml[0]
    assert sorted(int(row.findtext("quantity")) for row in rows) == [4, 4, 8]
    changed = api.patch("products", record("product", id=first.findtext("id"), price="3"))
    assert changed.status == 200


def test_clock_writes_the_time_of_paris(shop: PrestaShopSimulator, api: ShopClient) -> None:
    shop.set_time(datetime(2026, 7, 1, 10, 0, tzinfo=UTC))
    key = api.post("products", product("A")).id
    assert api.get(f"products/{key}").value("date_add") == "2026-07-01 12:00:00"
    assert api.get("products").headers["access-time"] == "1782900000"


def test_clock_jumps_with_the_change_of_the_hour(shop: PrestaShopSimulator) -> None:
    shop.set_time(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert shop.clock.stamp() == "2026-10-25 02:30:00"
    shop.clock.advance(timedelta(hours=1))
    assert shop.clock.stamp() == "2026-10-25 02:30:00"
    shop.clock.advance(timedelta(hours=1))
    assert shop.clock.stamp() == "2026-10-25 03:30:00"


def test_fresh_shop(api: ShopClient) -> None:
    languages = api.get("languages?display=[id,iso_code]").xml[0]
    assert [(row.findtext("id"), row.findtext("iso_code")) for row in languages] == [("1", "en"), ("2", "fr")]
    assert api.get("products").ids == []
    assert api.get("categories").ids == [1, 2]
    assert api.get("groups").ids == [1, 2, 3]
    assert sorted(api.get("order_states").ids) == list(range(1, 14))
    assert api.get("tax_rule_groups").ids == [1, 2, 3, 4, 5]
    french = "tax_rules?filter[id_country]=[8]&filter[id_tax_rules_group]=[1]&display=[id_tax]"
    assert [row.findtext("id_tax") for row in api.get(french).xml[0]] == ["1"]
    codes = {row.findtext("iso_code") for row in api.get("countries?display=[iso_code]").xml[0]}
    assert codes >= {"FR", "DE", "BE", "US", "CH", "GR", "PL"}
