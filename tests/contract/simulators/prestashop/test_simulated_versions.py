"""The older and newer versions that the simulator pretends to be."""

from collections.abc import Iterator

import pytest
from shop_client import ShopClient, product, record

from navette.demo.shops.prestashop import PrestaShopSimulator


@pytest.fixture(params=["1.7.7", "1.7.8", "8.2", "9.0"])
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def shop(version: str) -> Iterator[PrestaShopSimulator]:
    with PrestaShopSimulator(version=version) as running:
        yield running


def test_version_is_told(api: ShopClient, version: str) -> None:
    told = api.get("products").headers["psws-version"]
    assert told.startswith(version)
    assert api.get("configurations?filter[name]=[PS_VERSION_DB]&display=[value]").xml[0][0].findtext("value") == told


def test_patch_is_known_since_8(api: ShopClient, version: str) -> None:
    key = api.post("products", product("A")).id
    answer = api.patch(f"products/{key}", record("product", id=key, price="12"))
    assert (answer.status, answer.codes) == ((405, [23]) if version.startswith("1.7") else (200, []))
    assert ("patch" in api.get("").xml[0].find("products").attrib) is not version.startswith("1.7")


def test_documents_are_known_since_1_7_8(api: ShopClient, version: str) -> None:
    assert (api.get("attachments").status == 200) is (version != "1.7.7")
    known = api.get("products?schema=synopsis").xml[0].find("associations/attachments") is not None
    assert known is (version != "1.7.7")


def test_fields_come_with_their_version(api: ShopClient, version: str) -> None:
    fields = {field.tag for field in api.get("products?schema=synopsis").xml[0]}
    assert ("product_type" in fields) is (version != "1.7.7")
    assert ("unit_price" in fields) is not version.startswith("1.7")
    combination = {field.tag for field in api.get("combinations?schema=synopsis").xml[0]}
    assert ("quantity" in combination) is version.startswith("1.7")
