"""The simulated PrestaShop as the shop of the demo."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from navette.demo.round_trip.purchases import BackOffice, Person, Purchase, ShopOnlyProduct, Voucher
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.demo.shops.prestashop.storefront.checkout import Buyer, Checkout, CheckoutRow, PostalAddress

PAID = 2
COUNTRIES = ("FR", "DE", "CH")
NO_DATE = "2099-12-31 23:59:59"
FIRST_DATE = "2020-01-01 00:00:00"
CARRIER = 2


class SimulatedPrestaShop:
    """Implements DemoShop; a context that stops the server at its end."""

    kind = "prestashop"

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._simulator = PrestaShopSimulator(database=folder / "shop.sqlite3", countries=COUNTRIES)
        self._simulator.speak(language)

    @property
    def url(self) -> str:
        """Address of the shop."""
        return self._simulator.url

    @property
    def key(self) -> str:
        """Key of the web service."""
        return self._simulator.key

    def __enter__(self) -> Self:
        self._simulator.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._simulator.stop()

    def open_for_business(self, stock: BackOffice) -> None:
        """Make groups, a customer, vouchers and products by hand, and allow gift wrapping."""
        self._simulator.set_setting("PS_GIFT_WRAPPING", "1")
        self._simulator.set_setting("PS_GIFT_WRAPPING_PRICE", "2.5")
        self._simulator.set_setting("PS_GIFT_WRAPPING_TAX_RULES_GROUP", "1")
        groups = [self._simulator.add("groups", _group(label)) for label in stock.groups]
        if stock.member and groups:
            self._add_member(stock.member, groups[0])
        for voucher in stock.vouchers:
            self._simulator.add("cart_rules", _cart_rule(voucher))
        for product in stock.products:
            self._simulator.add("stock_availables", _stock(self._simulator.add("products", _product(product))))

    def _add_member(self, person: Person, group: int) -> None:
        customer = self._simulator.add("customers", _customer(person, group))
        with self._simulator.shop.lock:
            self._simulator.shop.database.write("INSERT INTO customer_group VALUES (?, ?)", (customer, group))

    def place(self, purchases: Sequence[Purchase]) -> Sequence[str]:
        """Let customers order."""
        return [str(self._simulator.place_order(_checkout(purchase)).id) for purchase in purchases]


def _group(label: str) -> Mapping[str, str]:
    return {"name": label, "reduction": "0", "price_display_method": "1", "show_prices": "1"}


def _customer(person: Person, group: int) -> Mapping[str, str]:
    return {
        "email": person.email,
        "firstname": person.first_name,
        "lastname": person.last_name,
        "company": person.company,
        "id_default_group": str(group),
        "id_lang": "2",
        "active": "1",
        "is_guest": "0",
        "deleted": "0",
        "secure_key": "0" * 32,
    }


def _cart_rule(voucher: Voucher) -> Mapping[str, str]:
    return {
        "code": voucher.code,
        "name": voucher.name,
        "date_from": FIRST_DATE,
        "date_to": NO_DATE,
        "quantity": "1000",
        "quantity_per_user": "1000",
        "active": "1",
        "priority": "1",
        "reduction_percent": str(voucher.percent or 0),
        "reduction_amount": str(voucher.amount or 0),
        "reduction_tax": "1",
        "reduction_currency": "1",
        "free_shipping": str(int(voucher.frees_shipping)),
    }


def _product(product: ShopOnlyProduct) -> Mapping[str, str]:
    return {
        "reference": product.reference,
        "name": product.name,
        "link_rewrite": product.reference.lower(),
        "price": str(product.price),
        "id_tax_rules_group": "1",
        "id_category_default": "2",
        "active": "1",
        "state": "1",
        "available_for_order": "1",
        "show_price": "1",
        "minimal_quantity": "1",
        "visibility": "both",
        "product_type": "standard",
    }


def _stock(product: int) -> Mapping[str, str]:
    return {
        "id_product": str(product),
        "id_product_attribute": "0",
        "id_shop": "1",
        "id_shop_group": "0",
        "quantity": "500",
        "depends_on_stock": "0",
        "out_of_stock": "2",
    }


def _checkout(purchase: Purchase) -> Checkout:
    person = purchase.person
    return Checkout(
        buyer=Buyer(
            email=person.email,
            firstname=person.first_name,
            lastname=person.last_name,
            is_guest=purchase.is_guest,
            company=person.company,
        ),
        rows=[CheckoutRow(reference, quantity) for reference, quantity in purchase.rows],
        delivery=_address(person),
        invoice=_address(purchase.invoice_person) if purchase.invoice_person else None,
        carrier=CARRIER,
        vouchers=purchase.vouchers,
        state=PAID if purchase.is_paid else None,
        gift=bool(purchase.gift),
        gift_message=purchase.gift,
        message=purchase.message,
    )


def _address(person: Person) -> PostalAddress:
    return PostalAddress(
        firstname=person.first_name,
        lastname=person.last_name,
        company=person.company,
        address1=person.street,
        postcode=person.postcode,
        city=person.city,
        country=person.country,
        phone=person.phone,
    )
