"""The shop in memory that other tests use: it has to behave like a real one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from fakes.shop import FakeShop
from order_builders import a_row, an_order
from shop_benches import SeenProduct

from navette.domain.binding import ShopRef
from navette.domain.catalog import Product


class FakeBench:
    languages = ("fr", "en")

    def __init__(self) -> None:
        self.shop = FakeShop()
        self._orders = 0

    def put_product(self, reference: str, quantity: int = 0) -> ShopRef:
        return self.shop.state.put_product(reference, quantity=quantity).ref

    def lose_product(self, ref: ShopRef) -> None:
        del self.shop.state.products[ref.id]

    def unacceptable(self, product: Product) -> Product:
        self.shop.faults.refused.add(product.reference)
        return product

    def see(self, ref: ShopRef) -> SeenProduct:
        held = self.shop.state.products[ref.id]
        sold = held.sold
        texts = sold.texts if sold else {}
        sent = sold.price.net if sold and sold.price else Decimal(0)
        return SeenProduct(
            names={language: text.name or "" for language, text in texts.items()},
            net=held.price.net if held.price else sent,
            variants={each.reference: each.net or Decimal(0) for each in held.variants.values()},
            pictures=tuple(held.pictures),
        )

    def place_order(self, rows: Mapping[str, int], at: datetime) -> str:
        self._orders += 1
        lines = [a_row(reference, quantity=count, product=self._ref(reference)) for reference, count in rows.items()]
        order = an_order(str(self._orders), *lines, created_at=at, updated_at=at, status="10")
        self.shop.place(order)
        return order.id

    def set_status(self, order: str, status: str, at: datetime) -> None:
        self.shop.state.set_status(order, status)
        self.shop.state.orders[order] = replace(self.shop.state.orders[order], status=status, updated_at=at)

    def writes(self) -> int:
        return self.shop.requests.write

    def _ref(self, reference: str) -> ShopRef:
        held = [*self.shop.state.products.values()]
        held += [variant for product in held for variant in product.variants.values()]
        return next(each.ref for each in held if each.reference == reference)
