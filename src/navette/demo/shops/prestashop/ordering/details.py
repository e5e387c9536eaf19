"""The rows of an order, and what they take out of stock."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.behaviour.stock import note_default_combination, quantity_of
from navette.demo.shops.prestashop.ordering.stock import take_stock
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import PER_ITEM, PER_LINE, Amount
from navette.demo.shops.prestashop.pricing.cart_rows import PricedCart, PricedRow, attributes_of
from navette.demo.shops.prestashop.pricing.product_price import Terms, currency_rate, unit_price
from navette.demo.shops.prestashop.pricing.specific_prices import PriceQuestion, quantity_discount
from navette.demo.shops.prestashop.pricing.taxes import taxes_at
from navette.demo.shops.prestashop.records.columns import NO_MOMENT
from navette.demo.shops.prestashop.records.record import Record

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

Values = dict[str, Any]


def add_details(shop: "Shop", order: Record, priced: PricedCart, *, takes_stock: bool) -> None:
    """Write the rows of an order; an order in error takes no stock."""
    for row in priced.rows:
        in_stock = quantity_of(shop.database, row.product, row.combination)
        if takes_stock:
            take_stock(shop, row.product, row.combination, -row.quantity)
            note_default_combination(shop.database, row.product)
        detail = Record(shop.resources["order_details"])
        detail.values.update(_description(shop, order, row))
        detail.values.update(_prices(shop, priced, row))
        detail.values.update(_reductions(shop, priced, row))
        detail.values.update(
            {
                "id_order": str(order.key),
                "id_order_invoice": "0",
                "product_quantity": str(row.quantity),
                "product_quantity_in_stock": str(min(in_stock, row.quantity)),
            }
        )
        shop.records.insert(detail)
        taxes = [(detail.key, tax) for tax in row.taxes.ids]
        shop.database.write_many("INSERT INTO order_detail_tax VALUES (?, ?)", taxes)


def _description(shop: "Shop", order: Record, row: PricedRow) -> Values:
    attributes = attributes_of(shop, row.combination, order.number("id_lang")) if row.combination else ""
    name = str(row.data["name"] or "")
    return {
        "product_id": str(row.product),
        "product_attribute_id": str(row.combination),
        "id_customization": str(row.data["id_customization"] or 0),
        "product_name": f"{name} ({attributes})" if attributes else name,
        "product_ean13": row.own("ean13"),
        "product_isbn": row.own("isbn"),
        "product_upc": row.own("upc"),
        "product_mpn": row.own("mpn"),
        "product_reference": row.own("reference"),
        "product_supplier_reference": row.data["supplier_reference"] or "",
        "product_weight": str(row.weight),
        "id_shop": "1",
        "id_tax_rules_group": str(row.data["id_tax_rules_group"]),
        "tax_computation_method": str(row.taxes.behaviour),
        "download_deadline": NO_MOMENT,
    }


def _prices(shop: "Shop", priced: PricedCart, row: PricedRow) -> Values:
    rounding = priced.rounding
    unit = row.listed
    total = unit.rounded(rounding) * row.quantity if rounding.kind == PER_ITEM else unit * row.quantity
    if rounding.kind == PER_LINE:
        total = total.rounded(rounding)
    own = Decimal(row.data["own_wholesale"] or 0)
    wholesale = own if own > 0 else Decimal(row.data["wholesale_price"])
    supplier = Decimal(row.data["supplier_price"] or 0)
    freight = Decimal(row.data["additional_shipping_cost"])
    return {
        "product_price": str(unit.excl),
        "unit_price_tax_incl": str(unit.incl),
        "unit_price_tax_excl": str(unit.excl),
        "total_price_tax_incl": str(total.incl),
        "total_price_tax_excl": str(total.excl),
        "total_shipping_price_tax_excl": str(freight),
        "total_shipping_price_tax_incl": str(rounding.money(freight)),
        "purchase_supplier_price": str(supplier if supplier > 0 else wholesale),
        "original_wholesale_price": str(wholesale),
        "original_product_price": str(_original(shop, priced, row)),
        **_ecotax(shop, priced, row),
    }


def _ecotax(shop: "Shop", priced: PricedCart, row: PricedRow) -> Values:
    own = Decimal(row.data["own_ecotax"] or 0)
    ecotax = own if own > 0 else Decimal(row.data["ecotax"])
    rate = currency_rate(shop, priced.cart.number("id_currency"))
    taxes = taxes_at(shop, to_int(shop.setting("PS_ECOTAX_TAX_RULES_GROUP_ID")), priced.place)
    return {"ecotax": str(ecotax * rate), "ecotax_tax_rate": str(taxes.total)}


def _original(shop: "Shop", priced: PricedCart, row: PricedRow) -> Decimal:
    """Return the net price of one piece before reductions."""
    question = _alone(priced, row, priced.cart.number("id_customer"))
    price = unit_price(shop, question, priced.place, Terms(reduced=False, rounding=priced.rounding))
    return price.amount.excl if price else Decimal(0)


def _reductions(shop: "Shop", priced: PricedCart, row: PricedRow) -> Values:
    rounding = priced.rounding
    reduction, percent = Amount(), Decimal(0)
    special = row.special
    if special is not None and special.is_percentage:
        percent = special.reduction * 100
    elif special is not None:
        rate = Decimal(1) if special.currency else currency_rate(shop, priced.cart.number("id_currency"))
        amount = special.reduction * rate
        if special.reduction_with_tax:
            reduction = Amount(amount, rounding.money(row.taxes.remove(amount)))
        else:
            reduction = Amount(rounding.money(row.taxes.add(amount)), amount)
    with_tax = special is not None and special.reduction_with_tax
    group = shop.database.value('SELECT reduction FROM "group" WHERE id = ?', (priced.group,))
    return {
        "reduction_percent": str(percent),
        "reduction_amount": str(reduction.incl if with_tax else reduction.excl),
        "reduction_amount_tax_incl": str(reduction.incl),
        "reduction_amount_tax_excl": str(reduction.excl),
        "group_reduction": str(group or 0),
        "discount_quantity_applied": str(int(special is not None and special.from_quantity > 1)),
        "product_quantity_discount": str(_quantity_discount(shop, priced, row)),
    }


def _quantity_discount(shop: "Shop", priced: PricedCart, row: PricedRow) -> Decimal:
    """Return the price of one piece less that of the next quantity, as the shop reckons it.

    A next price of -1 (a percentage) is taken as a price: the sum is then larger than the price itself.
    """
    asked = PriceQuestion(
        row.product, 0, priced.cart.number("id_currency"), priced.place.country, priced.group, row.quantity
    )
    discount = quantity_discount(shop, asked)
    if discount is None:
        return Decimal(0)
    question = _alone(priced, row, priced.cart.number("id_customer"))
    terms = Terms(rounding=priced.rounding, places=2)
    price = unit_price(shop, question, priced.place, terms)
    unit = price.amount.incl if price else Decimal(0)
    return unit - row.taxes.add(discount.price)


def _alone(priced: PricedCart, row: PricedRow, customer: int) -> PriceQuestion:
    return PriceQuestion(
        product=row.product,
        combination=row.combination,
        currency=priced.cart.number("id_currency"),
        country=priced.place.country,
        group=priced.group,
        customer=customer,
    )
