"""PrestaShop: the adapter on the simulated shop, without a network between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

import httpx
from shop_benches import SeenProduct

from navette.demo.shops.prestashop.http_message import Request
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.demo.shops.prestashop.storefront.checkout import Buyer, Checkout, CheckoutRow, PostalAddress
from navette.domain.binding import ShopRef
from navette.domain.catalog import Product
from navette.ports.shop import EffectKind, OrderEffect, StockWrite
from navette.shops.connection import ShopConnection
from navette.shops.door import Door
from navette.shops.policy import WritePolicy
from navette.shops.prestashop import PrestaShop, open_door
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.schemas.catalog import PRODUCTS

ANNA = Buyer("anna@example.com", "Anna", "Rossi")
HOME = PostalAddress("Anna", "Rossi", "1 rue de la Paix", "75002", "Paris")


@dataclass
class Meanwhile:
    """What somebody does in the shop right before a request is answered, once."""

    events: list[tuple[str, Callable[[], object]]] = field(default_factory=list)

    def before(self, resource: str, event: Callable[[], object]) -> None:
        """Let something happen before the next request on a resource."""
        self.events.append((resource, event))

    def happen(self, request: httpx.Request) -> None:
        due = [each for each in self.events if request.url.path.startswith(f"/api/{each[0]}")]
        if due:
            self.events.remove(due[0])
            due[0][1]()


class SimulatorTransport(httpx.BaseTransport):
    """Hands requests to the simulator; a connection that it closes is one whose answer did not come in time."""

    def __init__(self, simulator: PrestaShopSimulator, meanwhile: "Meanwhile") -> None:
        self._simulator = simulator
        self._meanwhile = meanwhile

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._meanwhile.happen(request)
        headers = {name.lower(): value for name, value in request.headers.items()}
        url = request.url
        response = self._simulator.answer(
            Request(request.method, url.path, url.query.decode(), headers, request.read())
        )
        if response is None:
            raise httpx.ReadTimeout("no answer", request=request)
        return httpx.Response(response.status, content=response.body, headers=response.headers)


class PrestaShopBench:
    languages = ("fr", "en")

    def __init__(self, version: str = "8.2", *, policy: WritePolicy | None = None) -> None:
        self.simulator = PrestaShopSimulator(version=version)
        self.waits: list[float] = []
        self.meanwhile = Meanwhile()
        self.shop = self.connect(policy=policy)
        self.hands = Client(self._door()[1])

    def connect(self, *, policy: WritePolicy | None = None, **settings: object) -> PrestaShop:
        """Another connection to the same shop."""
        connection, door = self._door(**settings)
        return PrestaShop(connection, policy=policy, door=door)

    def _door(self, **settings: object) -> tuple[ShopConnection, Door]:
        connection = replace(ShopConnection(url=self.simulator.url, key=self.simulator.key, delay=0), **settings)
        transport = SimulatorTransport(self.simulator, self.meanwhile)
        return connection, open_door(connection, transport=transport, sleep=self.waits.append)

    def close(self) -> None:
        self.shop.close()
        self.simulator.stop()

    def put_product(self, reference: str, quantity: int = 0) -> ShopRef:
        sold = {"state": "1", "active": "1", "available_for_order": "1", "show_price": "1", "minimal_quantity": "1"}
        values = {"reference": reference, "price": "10", "id_tax_rules_group": "1", "id_category_default": "2"}
        (product,) = self.hands.post(PRODUCTS, [Record({**values, **sold, "name": {"1": reference, "2": reference}})])
        self.connect().write_stock([StockWrite(ShopRef(product), quantity)])
        return ShopRef(product)

    def lose_product(self, ref: ShopRef) -> None:
        self.simulator.lose("products", int(ref.id))

    def unacceptable(self, product: Product) -> Product:
        texts = {language: replace(text, name="Bague <or>") for language, text in product.texts.items()}
        return replace(product, texts=texts)

    def see(self, ref: ShopRef) -> SeenProduct:
        record = self.simulator.find("products", int(ref.id))
        assert record is not None
        names = record.texts("name")
        net = Decimal(record.text("price"))
        combinations = [
            self.simulator.find("combinations", int(found.ref.id)) for found in self.shop.find_variants([ref])
        ]
        pictures = self.simulator.shop.database.column(
            "SELECT id FROM image WHERE id_product = ? ORDER BY position", (int(ref.id),)
        )
        return SeenProduct(
            names={"en": names[1], "fr": names[2]},
            net=net,
            variants={each.text("reference"): net + Decimal(each.text("price")) for each in combinations if each},
            pictures=tuple(str(picture) for picture in pictures),
        )

    def place_order(self, rows: Mapping[str, int], at: datetime) -> str:
        self.simulator.set_time(at)
        pieces = [CheckoutRow(reference, quantity) for reference, quantity in rows.items()]
        return str(self.simulator.place_order(Checkout(ANNA, pieces, HOME)).id)

    def set_status(self, order: str, status: str, at: datetime) -> None:
        self.simulator.set_time(at)
        self.connect().apply_effects([OrderEffect(order, EffectKind.STATUS, status)])

    def column(self, sql: str, *values: object) -> list[object]:
        """One column of the shop's own tables."""
        return list(self.simulator.shop.database.column(sql, values))

    def writes(self) -> int:
        return self.shop.requests.write
