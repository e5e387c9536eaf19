"""Records of a real PrestaShop, read by the client and the mapper."""

import re
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from recorded_files import FOLDER, NEEDS_RECORDINGS, exchanges, read_exchange, sample

from navette.domain.binding import ShopRef
from navette.domain.order import Order
from navette.domain.tax import ShopTax
from navette.shops.call import Upload
from navette.shops.connection import ShopConnection
from navette.shops.prestashop import open_door
from navette.shops.prestashop.capabilities import READ_ONLY
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.xml import MEMBERS, Record, ids_of, merged, parse_xml
from navette.shops.prestashop.mapper.category import to_categories
from navette.shops.prestashop.mapper.order import to_order
from navette.shops.prestashop.mapper.order_parts import OrderParts, OrderWords
from navette.shops.prestashop.schemas import catalog, customer, order, setting
from navette.shops.prestashop.schemas.resource import Resource

pytestmark = NEEDS_RECORDINGS
PARIS = ZoneInfo("Europe/Paris")


def created() -> list[Path]:
    paths = exchanges("exchanges")
    return [path for path in paths if (read := read_exchange(path)).method == "POST" and read.answer.status_code == 201]


@pytest.mark.parametrize("path", created(), ids=lambda path: path.stem)
def test_the_id_of_what_was_made(path: Path) -> None:
    ids = ids_of(parse_xml(read_exchange(path).answer.content))
    assert len(ids) == 1
    assert ids[0].isdigit()


def test_the_id_of_a_picture_that_was_sent() -> None:
    (path,) = [path for path in exchanges("exchanges") if path.stem.startswith("024")]
    answer = read_exchange(path).answer
    connection = ShopConnection(url="http://shop.example", key="K" * 32, delay=0)
    client = Client(open_door(connection, transport=httpx.MockTransport(lambda _: answer)))
    upload = Upload(field="image", name="x.png", content=b"", mime_type="image/png")
    assert client.upload_image("20", upload) == "24"


def resources() -> list[Resource[object]]:
    found = [value for module in (catalog, customer, order, setting) for value in vars(module).values()]
    return [value for value in found if isinstance(value, Resource)]


def asked_fields(display: str) -> set[str]:
    """Names of the fields and associations of `[id,name,taxes[id]]`."""
    outer = re.sub(r"\[[^\[\]]*\]", "", display.removeprefix("[").removesuffix("]"))
    return set(outer.split(",")) - {"full"}


@pytest.mark.parametrize("resource", resources(), ids=lambda resource: f"{resource.name} {resource.display}"[:60])
def test_what_is_asked_of_a_resource_is_in_its_schema(resource: Resource[object]) -> None:
    record = parse_xml((FOLDER / "schema" / f"{resource.name}.blank.xml").read_bytes())[0]
    assert record.tag == resource.node
    known = {child.tag for child in record} | {child.tag for child in record.iterfind("associations/*")} | {"id"}
    assert asked_fields(resource.display) <= known


def test_associations_have_the_members_of_the_schema() -> None:
    for name in ("products", "combinations", "customers"):
        record = parse_xml((FOLDER / "schema" / f"{name}.blank.xml").read_bytes())[0]
        for association in record.iterfind("associations/*"):
            if association.tag in MEMBERS:
                assert [child.tag for child in association] in ([MEMBERS[str(association.tag)]], [])


def test_a_product_as_read_is_ready_to_be_put() -> None:
    """What exchange 034 sent: the record as read without what may not be sent back."""
    product = parse_xml((FOLDER / "samples" / "product-simple.xml").read_bytes())[0]
    record = merged(product, Record({"id": "20", "price": "5.000000"}), READ_ONLY["products"])
    assert record.findtext("price") == "5.000000"
    assert record.findtext("reference") == "ART-1001"
    assert {"manufacturer_name", "quantity", "associations"} & {child.tag for child in record} == set()
    assert len(record.findall("name/language")) == 2


def test_categories_below_home() -> None:
    found = to_categories(sample("categories-full"), "2", {"1": "en", "2": "fr"})
    assert all(category.names["en"] for category in found)
    assert "2" not in {category.ref.id for category in found}
    assert {category.parent for category in found} <= {"", *(category.ref.id for category in found)}


class TestRecordedOrder:
    """Order 6: a hammer and two of a combination, 87.00 paid by wire."""

    def order(self) -> Order:
        row = next(row for row in sample("orders-full-3") if row["id"] == 6)
        addresses = {str(address["id"]): address for address in sample("addresses-of-customer")}
        parts = OrderParts(
            details=sample("order-details"),
            payments=[one for one in sample("order-payments") if one["order_reference"] == row["reference"]],
            customer=next(one for one in sample("customers-full") if one["id"] == 3),
            invoice_address=addresses["7"],
            delivery_address=addresses["8"],
        )
        tax = next(tax for tax in sample("taxes") if tax["id"] == 1)
        words = OrderWords(currency="EUR", country="FR", taxes={"1": ShopTax(Decimal(tax["rate"]), "FR")})
        return to_order(row, parts, words, PARIS)

    def test_lines_and_total(self) -> None:
        made = self.order()
        assert [(line.product, line.reference, line.quantity, line.total_gross) for line in made.lines] == [
            (ShopRef("20"), "ART-1001", 1, 21),
            (ShopRef("41", "21"), "ART-2000-500", 2, 66),
        ]
        assert made.total_paid == sum(line.total_gross for line in made.lines) == 87
        assert {line.taxes for line in made.lines} == {(ShopTax(Decimal("20.000"), "FR"),)}
        assert made.lines[0].supplier_reference == "SUP-77"

    def test_header(self) -> None:
        made = self.order()
        assert (made.number, made.status, made.payment_key) == ("PJERICJWU", "4", "ps_wirepayment")
        assert made.created_at.isoformat() == "2026-11-24T04:00:59+00:00"
        assert [payment.amount for payment in made.payments] == [87]
        assert made.customer.email == "erika@example.com"
        assert made.invoice_address.city
