"""The rows of a cart with all that pricing and ordering need of them."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.pricing.amounts import PER_ITEM, PER_LINE, Amount, Rounding
from navette.demo.shops.prestashop.pricing.product_price import Terms, rounding_of, unit_price
from navette.demo.shops.prestashop.pricing.specific_prices import PriceQuestion, SpecificPrice
from navette.demo.shops.prestashop.pricing.taxes import Place, TaxRates, place_of

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.records.record import Record
    from navette.demo.shops.prestashop.shop import Shop

ROWS = (
    "SELECT cp.id_product, cp.id_product_attribute, cp.id_customization, cp.id_address_delivery, cp.quantity,"
    " l.name, p.is_virtual, p.id_supplier, p.id_tax_rules_group, p.additional_shipping_cost, p.weight,"
    " p.wholesale_price, p.ecotax, p.reference, p.ean13, p.isbn, p.upc, p.mpn,"
    " a.reference AS own_reference, a.ean13 AS own_ean13, a.isbn AS own_isbn, a.upc AS own_upc, a.mpn AS own_mpn,"
    " a.weight AS own_weight, a.wholesale_price AS own_wholesale, a.ecotax AS own_ecotax,"
    " s.product_supplier_reference AS supplier_reference, s.product_supplier_price_te AS supplier_price"
    " FROM cart_product cp JOIN product p ON p.id = cp.id_product"
    " LEFT JOIN product_lang l ON l.id = p.id AND l.id_lang = :language"
    " LEFT JOIN product_attribute a ON a.id = cp.id_product_attribute"
    " LEFT JOIN product_supplier s ON s.id_product = cp.id_product"
    " AND s.id_product_attribute = cp.id_product_attribute AND s.id_supplier = p.id_supplier"
    " WHERE cp.id_cart = :cart ORDER BY cp.id_product, cp.id_product_attribute, cp.position"
)

ATTRIBUTES = (
    "SELECT gl.public_name, al.name FROM product_attribute_combination c JOIN attribute a ON a.id = c.id_attribute"
    " JOIN attribute_group g ON g.id = a.id_attribute_group"
    " LEFT JOIN attribute_lang al ON al.id = a.id AND al.id_lang = ?"
    " LEFT JOIN attribute_group_lang gl ON gl.id = g.id AND gl.id_lang = ?"
    " WHERE c.id_product_attribute = ? ORDER BY g.position, a.position"
)


@dataclass
class PricedRow:
    """One row: what it is, its unit price as the cart counts it, and its total as discounts lower it.

    `listed` is the unit price that the order row will show: it always contains the ecotax.
    """

    data: dict[str, Any]
    quantity: int
    unit: Amount
    listed: Amount
    special: SpecificPrice | None
    taxes: TaxRates
    initial: Amount = field(default_factory=Amount)
    total: Amount = field(default_factory=Amount)

    @property
    def product(self) -> int:
        """Return the id of the product."""
        return int(self.data["id_product"])

    @property
    def combination(self) -> int:
        """Return the id of the combination, 0 without one."""
        return int(self.data["id_product_attribute"] or 0)

    @property
    def weight(self) -> Decimal:
        """Return the weight of one piece; a combination adds to its product."""
        return Decimal(self.data["weight"]) + Decimal(self.data["own_weight"] or 0)

    @property
    def is_virtual(self) -> bool:
        """Tell whether nothing is sent."""
        return bool(self.data["is_virtual"])

    @property
    def is_reduced(self) -> bool:
        """Tell whether a reduction applies already."""
        return self.special is not None and self.special.reduction > 0

    def own(self, name: str) -> str:
        """Return a code of the combination, or of the product when it has none."""
        return str(self.data[f"own_{name}"] or self.data[name] or "")

    def discount(self, amount: Amount) -> None:
        """Take a discount off the total, never below zero."""
        self.total = (self.total - amount).floor()


@dataclass
class PricedCart:
    """A cart with its rows priced."""

    cart: "Record"
    rows: list[PricedRow]
    rounding: Rounding
    place: Place
    group: int

    @property
    def is_virtual(self) -> bool:
        """Tell whether nothing in the cart is sent; an empty cart is not virtual."""
        return bool(self.rows) and all(row.is_virtual for row in self.rows)

    @property
    def weight(self) -> Decimal:
        """Return the weight of all pieces."""
        return sum((row.weight * row.quantity for row in self.rows), Decimal(0))

    def fresh(self) -> "PricedCart":
        """Return the cart before any discount."""
        rows = [replace(row) for row in self.rows]
        for row in rows:
            _total(row, self.rounding)
        return replace(self, rows=rows)


def priced_cart(shop: "Shop", cart: "Record") -> PricedCart:
    """Price the rows of a cart for its customer and its address."""
    rounding = rounding_of(shop)
    place = place_of(shop, tax_address(shop, cart))
    group = price_group(shop, cart.number("id_customer"))
    found = shop.database.dicts(ROWS, {"cart": cart.key, "language": cart.number("id_lang")})
    pieces: dict[int, int] = {}
    for data in found:
        pieces[data["id_product"]] = pieces.get(data["id_product"], 0) + data["quantity"]
    rows = []
    for data in found:
        question = _question(cart, data, place, group, pieces[data["id_product"]])
        row = _priced(shop, data, question, place, rounding)
        if row is not None:
            rows.append(row)
    return PricedCart(cart, rows, rounding, place, group).fresh()


def tax_address(shop: "Shop", cart: "Record") -> int:
    """Return the address that decides the taxes."""
    kind = shop.setting("PS_TAX_ADDRESS_TYPE") or "id_address_delivery"
    return cart.number(kind)


def price_group(shop: "Shop", customer: int) -> int:
    """Return the group whose prices apply; nobody is a visitor."""
    group = shop.database.value("SELECT id_default_group FROM customer WHERE id = ?", (customer,))
    return int(group or shop.setting("PS_UNIDENTIFIED_GROUP") or 1)


def attributes_of(shop: "Shop", combination: int, language: int) -> str:
    """Return the values of a combination as they stand on an order row."""
    rows = shop.database.rows(ATTRIBUTES, (language, language, combination))
    return " - ".join(f"{option}:{value}" for option, value in rows)


def _question(cart: "Record", data: dict[str, Any], place: Place, group: int, in_cart: int) -> PriceQuestion:
    return PriceQuestion(
        product=data["id_product"],
        combination=data["id_product_attribute"] or 0,
        currency=cart.number("id_currency"),
        country=place.country,
        group=group,
        quantity=data["quantity"],
        customer=cart.number("id_customer"),
        cart=cart.key,
        in_cart=in_cart,
    )


def _priced(
    shop: "Shop", data: dict[str, Any], question: PriceQuestion, place: Place, rounding: Rounding
) -> PricedRow | None:
    uses_ecotax = shop.setting("PS_USE_ECOTAX") == "1"
    listed = unit_price(shop, question, place, Terms(rounding=rounding))
    counted = unit_price(shop, question, place, Terms(with_ecotax=uses_ecotax, rounding=rounding))
    if listed is None or counted is None:
        return None
    return PricedRow(data, data["quantity"], counted.amount, listed.amount, listed.special, listed.taxes)


def _total(row: PricedRow, rounding: Rounding) -> None:
    """Work out the total of a row; before discounts a line is not rounded, only an item is."""
    if rounding.kind == PER_ITEM:
        row.unit = row.unit.rounded(rounding)
    row.initial = row.unit * row.quantity
    row.total = row.initial.rounded(rounding) if rounding.kind == PER_LINE else row.initial
