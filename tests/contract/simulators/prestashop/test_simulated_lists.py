"""Lists: filters, order, pages, fields, languages, and their JSON."""

import pytest
from shop_client import ShopClient, product

from navette.demo.shops.prestashop import PrestaShopSimulator

REFERENCES = {"Alpha": "3.5", "beta": "10.5", "BÊTA": "7", "gamma": "14", "z-1": "21", "z_2": "0"}


@pytest.fixture
def catalogue(shop: PrestaShopSimulator, api: ShopClient) -> dict[str, int]:
    """Six products; their ids by reference."""
    shop.seed_products(0)
    return {reference: api.post("products", product(reference, price)).id for reference, price in REFERENCES.items()}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("filter[reference]=[beta]", {"beta", "BÊTA"}),
        ("filter[reference]=beta", {"beta", "BÊTA"}),
        ("filter[reference]=[BETA|gamma]", {"beta", "BÊTA", "gamma"}),
        ("filter[reference]=[al]%", {"Alpha"}),
        ("filter[reference]=%[ta]%", {"beta", "BÊTA"}),
        ("filter[reference]=%[a]", {"Alpha", "beta", "BÊTA", "gamma"}),
        ("filter[reference]=![beta]", {"Alpha", "gamma", "z-1", "z_2"}),
        ("filter[price]=[10.5]", {"beta"}),
        ("filter[price]=[7,14]", {"beta", "BÊTA", "gamma"}),
        ("filter[price]=>[10]", {"beta", "gamma", "z-1"}),
        ("filter[price]=<[7]", {"Alpha", "z_2"}),
        ("filter[price]=>=[10]", set(REFERENCES)),
        ("filter[price]=>[3]&filter[reference]=[z]%", {"z-1"}),
        ("filter[name]=[Article gamma]", {"gamma"}),
        ("filter[reference]=[nothing]", set()),
    ],
)
def test_filters(api: ShopClient, catalogue: dict[str, int], given: str, found: set[str]) -> None:
    names = {key: reference for reference, key in catalogue.items()}
    assert {names[key] for key in api.get(f"products?{given}").ids} == found


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("filter[foo]=[1]", 32),
        ("filter[id]=", 33),
        ("filter[manufacturer_name]=[x]", 34),
        ("display=[foo]", 35),
        ("display=foo", 36),
        ("sort=[price]", 37),
        ("sort=[foo_ASC]", 38),
        ("limit=1,2,3", 39),
    ],
)
def test_wrong_parameters_end_in_500(api: ShopClient, given: str, code: int) -> None:
    answer = api.get(f"products?{given}")
    assert answer.status == 500
    assert answer.codes[0] == code
    assert set(answer.codes[1:]) == {3}


def test_sort_and_pages(api: ShopClient, catalogue: dict[str, int]) -> None:
    in_order = [catalogue[name] for name in ("z_2", "Alpha", "BÊTA", "beta", "gamma", "z-1")]
    assert api.get("products?sort=[price_ASC]").ids == in_order
    assert api.get("products?sort=[price_DESC,id_ASC]&limit=2").ids == in_order[:-3:-1]
    assert api.get("products?sort=[price_ASC]&limit=2,3").ids == in_order[2:5]
    assert api.get("products?limit=100,5").ids == []
    assert api.get("products?limit=0").ids == []


@pytest.mark.usefixtures("catalogue")
def test_negative_limit_stops_php(api: ShopClient) -> None:
    answer = api.get("products?limit=-1")
    assert (answer.status, answer.body) == (500, b"")


@pytest.mark.usefixtures("catalogue")
def test_dates_filter_only_with_date(api: ShopClient) -> None:
    recent = "filter[date_upd]=>[2020-01-01 00:00:00]&date=1"
    assert len(api.get(f"products?{recent}").ids) == len(REFERENCES)
    assert api.get("products?filter[date_upd]=>[2020-01-01 00:00:00]").codes[0] == 32
    assert api.get("products?filter[date_upd]=[2020-01-01,2020-02-01]&date=1").ids == []


@pytest.mark.usefixtures("catalogue")
def test_date_filter_where_there_is_no_date_stops_php(api: ShopClient) -> None:
    answer = api.get("stock_availables?filter[date_upd]=>[2020-01-01 00:00:00]&date=1")
    assert (answer.status, answer.body) == (500, b"")


def test_display_chooses_fields_and_parts_of_lists(api: ShopClient, catalogue: dict[str, int]) -> None:
    answer = api.get("products?display=[id,price,stock_availables[id_product_attribute]]&limit=1&sort=[id_ASC]")
    entry = answer.xml[0][0]
    assert [child.tag for child in entry] == ["id", "price", "associations"]
    assert entry.findtext("price") == "3.500000"
    assert [child.tag for child in entry.find("associations/stock_availables/stock_available")] == [
        "id_product_attribute"
    ]
    assert api.get(f"products/{catalogue['beta']}?display=[reference]").value("reference") == "beta"


@pytest.mark.usefixtures("catalogue")
def test_languages(api: ShopClient) -> None:
    answer = api.get("products?display=[name]&limit=1&language=2")
    assert [text.get("id") for text in answer.xml[0][0].find("name")] == ["2"]
    assert api.get("products?display=[name]&limit=1&language=9").codes == [81]


def test_empty_list_in_json_has_no_name(api: ShopClient) -> None:
    assert api.get("products?output_format=JSON").json == []
    assert api.get("products").ids == []


@pytest.mark.usefixtures("catalogue")
def test_one_record_in_json_lacks_what_is_nothing(api: ShopClient, catalogue: dict[str, int]) -> None:
    free = api.get(f"products/{catalogue['z_2']}?output_format=JSON").json["product"]
    assert "ean13" not in free
    assert "on_sale" not in free
    assert free["price"] == "0.000000"
    listed = api.get("products?display=full&output_format=JSON&filter[reference]=[z_2]").json["products"][0]
    assert listed["on_sale"] == "0"
    assert listed["name"] == [{"id": "1", "value": "Article z_2"}, {"id": "2", "value": "Article z_2"}]


@pytest.mark.usefixtures("catalogue")
def test_json_by_header_and_errors_in_json(api: ShopClient) -> None:
    assert api.get("products?limit=1", **{"Output-Format": "JSON"}).headers["content-type"] == "application/json"
    answer = api.get("products?display=foo&output_format=JSON")
    assert answer.json["errors"][0]["code"] == 36


def test_missing_record_is_an_empty_404(api: ShopClient) -> None:
    answer = api.get("products/99")
    assert (answer.status, answer.body) == (404, b"")


def test_head_has_no_body(api: ShopClient, catalogue: dict[str, int]) -> None:
    assert api.ask("HEAD", f"/api/products/{catalogue['beta']}").status == 200
    assert api.ask("HEAD", "/api/products/99").status == 404


def test_requested_prices(api: ShopClient, catalogue: dict[str, int]) -> None:
    answer = api.get(f"products/{catalogue['beta']}?price[gross][use_tax]=1&price[net][use_tax]=0")
    assert (answer.value("gross"), answer.value("net")) == ("12.600000", "10.500000")


@pytest.mark.usefixtures("catalogue")
def test_schema_tells_the_rules(api: ShopClient) -> None:
    synopsis = api.get("products?schema=synopsis").xml[0]
    assert synopsis.find("price").get("required") == "true"
    assert synopsis.find("reference").get("maxSize") == "64"
    assert synopsis.find("manufacturer_name").get("read_only") == "true"
    assert api.get("products?schema=blank").xml[0].findtext("reference") == ""
