"""Writing records: what is taken, refused, emptied, kept."""

from shop_client import ShopClient, document, product, record


def test_answer_repeats_what_was_sent(api: ShopClient) -> None:
    answer = api.post("products", product("A", "10.1234567"))
    assert answer.status == 201
    assert answer.value("price") == "10.1234567"
    assert answer.value("ean13") == ""
    stored = api.get(f"products/{answer.id}")
    assert stored.value("price") == "10.123457"


def test_required_fields(api: ShopClient) -> None:
    assert api.post("products", record("product", reference="A")).errors == [(41, 'parameter "price" required')]


def test_values_are_checked(api: ShopClient) -> None:
    wrong = {"ean13": "x", "mpn": "m" * 41, "condition": "odd", "width": "-1"}
    for name, value in wrong.items():
        answer = api.post("products", product("A", **{name: value}))
        assert (answer.status, answer.codes) == (400, [85])
        assert f"Product->{name}".replace(">", "&gt;") in answer.errors[0][1]
    assert api.get("products").ids == []


def test_texts_are_checked(api: ShopClient) -> None:
    answer = api.post("products", product("A", name={1: "a<b>", 2: "fine"}))
    assert answer.codes == [84]


def test_read_only_fields_are_refused(api: ShopClient) -> None:
    for name in ("manufacturer_name", "quantity"):
        assert api.post("products", product("A", **{name: "1"})).codes == [93]


def test_put_empties_what_is_not_sent(api: ShopClient) -> None:
    key = api.post("products", product("A", ean13="4006381333931")).id
    answer = api.put(f"products/{key}", product("A", id=key))
    assert (answer.status, answer.value("ean13")) == (200, "")


def test_put_takes_the_id_of_the_body(api: ShopClient) -> None:
    first, second = (api.post("products", product(name)).id for name in "AB")
    answer = api.put(f"products/{first}", product("C", id=second))
    assert answer.value("id") == str(second)
    assert api.get(f"products/{first}").value("reference") == "A"
    assert api.get(f"products/{second}").value("reference") == "C"


def test_patch_keeps_what_is_not_sent(api: ShopClient) -> None:
    key = api.post("products", product("A", ean13="4006381333931")).id
    assert api.patch(f"products/{key}", record("product", id=key, price="12")).status == 200
    stored = api.get(f"products/{key}")
    assert (stored.value("price"), stored.value("ean13")) == ("12.000000", "4006381333931")


def test_patch_of_one_language_empties_the_others(api: ShopClient) -> None:
    key = api.post("products", product("A", description={1: "English", 2: "Français"})).id
    api.patch(f"products/{key}", record("product", id=key, name={2: "Seul"}, description={2: "Nouveau"}))
    stored = api.get(f"products/{key}")
    assert stored.in_languages("description") == {1: "", 2: "Nouveau"}
    assert stored.in_languages("name") == {1: "", 2: "Seul"}


def test_patch_of_one_language_keeps_the_required_texts_of_a_category(api: ShopClient) -> None:
    names = {1: "Tools", 2: "Outils"}
    sent = record("category", id_parent=2, active=1, name=names, link_rewrite={1: "tools", 2: "outils"})
    key = api.post("categories", sent).id
    api.patch(f"categories/{key}", record("category", id=key, name={2: "Outillage"}))
    assert api.get(f"categories/{key}").in_languages("name") == {1: "Tools", 2: "Outillage"}


def test_ids(api: ShopClient) -> None:
    assert api.post("products", product("A", id=5)).codes == [91]
    assert api.patch("products", record("product", price="1")).codes == [90]
    unknown = api.patch("products/99", record("product", id=99, price="1"))
    assert (unknown.status, unknown.codes) == (404, [92])
    key = api.post("products", product("A")).id
    twice = api.patch("products", record("product", id=key, price="1"), record("product", id=key, price="2"))
    assert twice.codes == [89]


def test_several_records_have_no_transaction_around_them(api: ShopClient) -> None:
    keys = [api.post("products", product(name)).id for name in "AB"]
    answer = api.patch("products", *(record("product", id=key, price="1") for key in (keys[0], 99, keys[1])))
    assert (answer.status, answer.codes) == (404, [92])
    prices = api.get("products?display=[price]&sort=[id_ASC]").xml[0]
    assert [entry.findtext("price") for entry in prices] == ["1.000000", "10.000000"]


def test_unknown_association_is_refused_after_the_work(api: ShopClient) -> None:
    answer = api.post("products", product("HALF", nothing=[{"id": 1}]))
    assert (answer.status, answer.codes) == (400, [86])
    assert len(api.get("products?filter[reference]=[HALF]").ids) == 1


def test_same_entry_twice_stops_php_after_the_work(api: ShopClient) -> None:
    feature = api.post("product_features", record("product_feature", name={1: "Colour", 2: "Couleur"})).id
    value = record("product_feature_value", id_feature=feature, value={1: "Red", 2: "Rouge"})
    entry = {"id": feature, "id_feature_value": api.post("product_feature_values", value).id}
    answer = api.post("products", product("TWICE", product_features=[entry, entry]))
    assert (answer.status, answer.body) == (500, b"")
    assert len(api.get("products?filter[reference]=[TWICE]").ids) == 1


def test_bodies_that_are_not_xml(api: ShopClient) -> None:
    answer = api.ask("POST", "/api/products", "not xml")
    assert (answer.status, answer.codes[-1]) == (500, 127)
    assert api.ask("POST", "/api/products", '{"product":{}}').codes[-1] == 127


def test_empty_document_is_answered_with_one(api: ShopClient) -> None:
    answer = api.ask("POST", "/api/products", document())
    assert (answer.status, len(answer.xml)) == (201, 0)


def test_delete(api: ShopClient) -> None:
    keys = [api.post("products", product(name)).id for name in "ABC"]
    assert api.delete(f"products/{keys[0]}").status == 200
    gone = api.delete(f"products/{keys[0]}")
    assert (gone.status, gone.codes) == (404, [87])
    assert api.delete(f"products?id=[{keys[1]},{keys[2]}]").status == 200
    assert api.get("products").ids == []


def test_method_may_stand_in_the_address(api: ShopClient) -> None:
    key = api.post("products", product("A")).id
    api.ask("POST", f"/api/products/{key}?ps_method=DELETE")
    assert api.get("products").ids == []


def test_duplicate_special_price_stops_php(api: ShopClient) -> None:
    key = api.post("products", product("A")).id
    values = {
        "id_shop": 0, "id_cart": 0, "id_product": key, "id_currency": 0, "id_country": 0, "id_group": 0,
        "id_customer": 0, "price": -1, "from_quantity": 1, "reduction": "0.1", "reduction_tax": 1,
        "reduction_type": "percentage", "from": "0000-00-00 00:00:00", "to": "0000-00-00 00:00:00",
    }  # fmt: skip
    assert api.post("specific_prices", record("specific_price", **values)).status == 201
    answer = api.post("specific_prices", record("specific_price", **values))
    assert (answer.status, answer.body) == (500, b"")


def test_mail_of_an_account_is_unique_but_guests_are_not(api: ShopClient) -> None:
    person = {"firstname": "Ada", "lastname": "Low", "email": "ada@example.com", "passwd": "secret99"}
    assert api.post("customers", record("customer", **person)).status == 201
    taken = api.post("customers", record("customer", **person))
    assert (taken.status, taken.codes) == (500, [140, 46])
    assert api.post("customers", record("customer", **person, is_guest=1)).codes == [140, 46]
    assert api.post("customers", record("customer", **{**person, "email": "g@example.com"}, is_guest=1)).status == 201
    assert api.post("customers", record("customer", **{**person, "email": "g@example.com"}, is_guest=1)).status == 201
