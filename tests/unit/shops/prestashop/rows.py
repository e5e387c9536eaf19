"""Rows as the web service gives them, which a test changes in one respect."""

from navette.shops.prestashop.mapper.order_parts import OrderParts, OrderWords
from navette.shops.prestashop.schemas.order import OrderDetailJson, OrderJson


def an_order(**changes: object) -> OrderJson:
    """Two rings at 50.00 net and 20 %, shipped for 5.00 net."""
    row: dict[str, object] = {
        "id": 6,
        "reference": "PJERICJWU",
        "id_shop": "1",
        "id_lang": "2",
        "id_customer": "3",
        "id_carrier": "1",
        "id_currency": "1",
        "id_address_delivery": "8",
        "id_address_invoice": "7",
        "current_state": "2",
        "module": "ps_wirepayment",
        "payment": "Bank wire",
        "date_add": "2026-11-24 10:00:59",
        "date_upd": "2026-11-24 10:01:01",
        "invoice_number": "0",
        "invoice_date": "0000-00-00 00:00:00",
        "delivery_date": "0000-00-00 00:00:00",
        "gift": "0",
        "gift_message": "",
        "conversion_rate": "1.000000",
        "carrier_tax_rate": "20.000",
        "total_paid": "126.000000",
        "total_paid_tax_excl": "105.000000",
        "total_products": "100.000000",
        "total_products_wt": "120.000000",
        "total_discounts_tax_incl": "0.000000",
        "total_discounts_tax_excl": "0.000000",
        "total_shipping_tax_incl": "6.000000",
        "total_shipping_tax_excl": "5.000000",
        "total_wrapping_tax_incl": "0.000000",
        "total_wrapping_tax_excl": "0.000000",
    }
    return {**row, **changes}  # type: ignore[typeddict-item, return-value]


def a_detail(**changes: object) -> OrderDetailJson:
    """Two rings at 50.00 net."""
    row: dict[str, object] = {
        "id": 8,
        "id_order": "6",
        "product_id": "20",
        "product_attribute_id": "0",
        "product_reference": "BAOR01",
        "product_supplier_reference": "",
        "product_ean13": "",
        "product_name": "Bague",
        "product_quantity": "2",
        "unit_price_tax_incl": "60.000000",
        "unit_price_tax_excl": "50.000000",
        "total_price_tax_incl": "120.000000",
        "total_price_tax_excl": "100.000000",
        "original_product_price": "50.000000",
        "reduction_percent": "0.00",
        "ecotax": "0.000000",
        "ecotax_tax_rate": "0.000",
        "associations": {"taxes": [{"id": "1"}]},
    }
    return {**row, **changes}  # type: ignore[typeddict-item, return-value]


def parts(*details: OrderDetailJson, **changes: object) -> OrderParts:
    return OrderParts(details=details or (a_detail(),), **changes)  # type: ignore[arg-type]


def words(**changes: object) -> OrderWords:
    return OrderWords(**{"currency": "EUR", "country": "FR", "language": "fr", **changes})  # type: ignore[arg-type]


def a_voucher(number: int, name: str, gross: str, net: str, **changes: object) -> dict[str, object]:
    return {
        "id": number,
        "id_order": "6",
        "id_cart_rule": str(number),
        "name": name,
        "value": gross,
        "value_tax_excl": net,
        "free_shipping": "0",
        "deleted": "0",
        **changes,
    }


def a_payment(number: int, amount: str, **changes: object) -> dict[str, object]:
    return {
        "id": number,
        "order_reference": "PJERICJWU",
        "amount": amount,
        "payment_method": "Bank wire",
        "transaction_id": "",
        "date_add": "2026-11-24 10:01:00",
        **changes,
    }
