"""Which special price applies to a product for somebody."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.records.columns import NO_MOMENT

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

SHOP = 1

CANDIDATES = (
    "SELECT * FROM specific_price WHERE id_product IN (0, :product) AND id_product_attribute IN (0, :combination)"
    " AND id_shop IN (0, :shop) AND id_currency IN (0, :currency) AND id_country IN (0, :country)"
    " AND id_group IN (0, :group) AND id_customer IN (0, :customer) AND id_cart IN (0, :cart)"
    ' AND ("from" = :never OR :now >= "from") AND ("to" = :never OR :now <= "to")'
)


@dataclass(frozen=True)
class PriceQuestion:
    """What a price depends on.

    `quantity` is that of the row; `in_cart` is the sum of all rows of the product, 0 outside of a cart.
    """

    product: int
    combination: int = 0
    currency: int = 1
    country: int = 8
    group: int = 1
    quantity: int = 1
    customer: int = 0
    cart: int = 0
    in_cart: int = 0


@dataclass(frozen=True)
class SpecificPrice:
    """A special price: a fixed net price (-1 keeps the usual one), a reduction, or both."""

    price: Decimal
    reduction: Decimal
    is_percentage: bool
    reduction_with_tax: bool
    combination: int
    currency: int
    from_quantity: int


def specific_price(shop: "Shop", question: PriceQuestion) -> SpecificPrice | None:
    """Return the special price that wins."""
    quantity = question.quantity
    if question.cart and question.in_cart and shop.setting("PS_QTY_DISCOUNT_ON_COMBINATION") in {"", "0"}:
        quantity = max(1, question.in_cart)
    rows = _candidates(shop, question)
    fitting = [row for row in rows if row["from_quantity"] <= 1 or row["from_quantity"] <= quantity]
    if not fitting:
        return None
    return _price(max(fitting, key=lambda row: _rank(row, question, _priorities(shop))))


def quantity_discount(shop: "Shop", question: PriceQuestion) -> SpecificPrice | None:
    """Return the special price of the largest quantity at or above that of the row, for anybody."""
    asked = PriceQuestion(question.product, 0, question.currency, question.country, question.group, question.quantity)
    rows = [row for row in _candidates(shop, asked) if row["from_quantity"] >= question.quantity]
    if not rows:
        return None
    priorities = _priorities(shop)
    best = max(rows, key=lambda row: (row["from_quantity"], _score(row, asked, priorities), row["to"], row["from"]))
    return _price(best)


def _candidates(shop: "Shop", question: PriceQuestion) -> list[dict[str, Any]]:
    now = shop.clock.now().strftime("%Y-%m-%d %H:%M:00")
    values = {"shop": SHOP, "never": NO_MOMENT, "now": now, **vars(question)}
    return shop.database.dicts(CANDIDATES, values)


def _priorities(shop: "Shop") -> list[str]:
    given = shop.setting("PS_SPECIFIC_PRICE_PRIORITIES") or "id_group;id_currency;id_country;id_shop"
    return ["id_customer", *given.split(";")]


def _score(row: dict[str, Any], question: PriceQuestion, priorities: list[str]) -> int:
    asked = {
        "id_customer": question.customer,
        "id_group": question.group,
        "id_currency": question.currency,
        "id_country": question.country,
        "id_shop": SHOP,
    }
    weights = enumerate(reversed(priorities), 1)
    return sum(2**weight for weight, name in weights if name in asked and row[name] == asked[name])


def _rank(row: dict[str, Any], question: PriceQuestion, priorities: list[str]) -> tuple[Any, ...]:
    return (
        row["id_product_attribute"],
        row["id_cart"],
        row["from_quantity"],
        -row["id_specific_price_rule"],
        _score(row, question, priorities),
        row["to"],
        row["from"],
    )


def _price(row: dict[str, Any]) -> SpecificPrice:
    return SpecificPrice(
        price=Decimal(row["price"]),
        reduction=Decimal(row["reduction"]),
        is_percentage=row["reduction_type"] != "amount",
        reduction_with_tax=bool(row["reduction_tax"]),
        combination=int(row["id_product_attribute"]),
        currency=int(row["id_currency"]),
        from_quantity=int(row["from_quantity"]),
    )
