"""Stock rows and combinations."""

import pytest
from shop_client import ShopClient, product, record


@pytest.fixture
def sizes(api: ShopClient) -> list[int]:
    """Three values of an option."""
    option = record("product_option", group_type="select", name={1: "Size", 2: "Taille"}, public_name={1: "S", 2: "T"})
    key = api.post("product_options", option).id
    values = [record("product_option_value", id_attribute_group=key, name={1: name, 2: name}) for name in "SML"]
    return [api.post("product_option_values", value).id for value in values]


def combination(owner: int, value: int, **values: object) -> str:
    usual = {"id_product": owner, "minimal_quantity": 1, "product_option_values": [{"id": value}]}
    return record("combination", **{**usual, **values})


def stock(api: ShopClient, owner: int) -> dict[int, tuple[int, int]]:
    """Row and quantity by combination."""
    rows = api.get(f"stock_availables?filter[id_product]=[{owner}]&display=full").xml[0]
    return {
        int(row.findtext("id_product_attribute")): (int(row.findtext("id")), int(row.findtext("quantity")))
        for row in rows
    }


def test_new_product_has_a_row_of_nothing(api: ShopClient) -> None:
    answer = api.post("products", product("A"))
    assert answer.linked("stock_availables", "id_product_attribute") == ["0"]
    assert stock(api, answer.id)[0][1] == 0


def test_row_of_the_product_is_the_sum(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    keys = [api.post("combinations", combination(key, size)).id for size in sizes[:2]]
    rows = stock(api, key)
    changed = [record("stock_available", id=rows[combo][0], quantity=5 + place) for place, combo in enumerate(keys)]
    assert api.patch("stock_availables", *changed).status == 200
    assert stock(api, key)[0][1] == 11
    api.delete(f"combinations/{keys[0]}")
    assert {combo: quantity for combo, (_, quantity) in stock(api, key).items()} == {0: 6, keys[1]: 6}


def test_put_of_stock_wants_every_required_field(api: ShopClient) -> None:
    key = api.post("products", product("A")).id
    row = stock(api, key)[0][0]
    assert api.put(f"stock_availables/{row}", record("stock_available", id=row, quantity=3)).codes == [41]
    decimal = api.patch(f"stock_availables/{row}", record("stock_available", id=row, quantity="1.5"))
    assert (decimal.status, decimal.codes) == (400, [85])


def test_second_default_combination_stops_php(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    first = api.post("combinations", combination(key, sizes[0], default_on=1)).id
    second = api.post("combinations", combination(key, sizes[1], default_on=1))
    assert (second.status, second.body) == (500, b"")
    assert api.get("combinations").ids == [first]
    third = api.post("combinations", combination(key, sizes[1]))
    assert third.id == first + 2, "the refused row took an id"


def test_default_combination_comes_last_among_few(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    keys = [api.post("combinations", combination(key, size)).id for size in sizes]
    api.patch(f"combinations/{keys[0]}", record("combination", id=keys[0], default_on=1))
    answer = api.get(f"products/{key}")
    assert answer.linked("combinations") == [str(each) for each in (*keys[1:], keys[0])]
    assert answer.value("id_default_combination") == str(keys[0])
    assert answer.value("product_type") == "combinations"


def test_sending_some_combinations_deletes_the_others(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    keys = [api.post("combinations", combination(key, size)).id for size in sizes]
    api.patch(f"products/{key}", record("product", id=key, combinations=[{"id": keys[1]}]))
    assert api.get("combinations").ids == [keys[1]]


def test_deleting_a_value_deletes_its_combinations(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    keys = [api.post("combinations", combination(key, size)).id for size in sizes[:2]]
    api.delete(f"product_option_values/{sizes[0]}")
    assert api.get("combinations").ids == keys[1:]


def test_deleting_a_product_with_combinations_leaves_a_row_behind(api: ShopClient, sizes: list[int]) -> None:
    key = api.post("products", product("A")).id
    api.post("combinations", combination(key, sizes[0]))
    api.delete(f"products/{key}")
    assert list(stock(api, key)) == [0]
    assert api.get("combinations").ids == []
