"""Orders and what hangs on them."""

from collections.abc import Sequence
from typing import TypedDict

from navette.shops.prestashop.schemas.resource import IdOnly, Resource, Scalar


class OrderStampJson(TypedDict):
    """An order's id and the time of its last change."""

    id: Scalar
    date_upd: str


class OrderJson(TypedDict):
    """An order; amounts are texts with six decimals."""

    id: Scalar
    reference: str
    id_shop: Scalar
    id_lang: Scalar
    id_customer: Scalar
    id_carrier: Scalar
    id_currency: Scalar
    id_address_delivery: Scalar
    id_address_invoice: Scalar
    current_state: Scalar
    module: str
    payment: str
    date_add: str
    date_upd: str
    invoice_number: Scalar
    invoice_date: str
    delivery_date: str
    gift: Scalar
    gift_message: str
    conversion_rate: str
    carrier_tax_rate: str
    total_paid: str
    total_paid_tax_excl: str
    total_products: str
    total_products_wt: str
    total_discounts_tax_incl: str
    total_discounts_tax_excl: str
    total_shipping_tax_incl: str
    total_shipping_tax_excl: str
    total_wrapping_tax_incl: str
    total_wrapping_tax_excl: str


class OrderDetailAssociations(TypedDict, total=False):
    """The taxes of a row."""

    taxes: Sequence[IdOnly]


class OrderDetailJson(TypedDict, total=False):
    """A row of an order; unit prices include the ecotax, `ecotax` is its net amount per unit, at a rate of its own."""

    id: Scalar
    id_order: Scalar
    product_id: Scalar
    product_attribute_id: Scalar
    product_reference: str
    product_supplier_reference: str
    product_ean13: str
    product_name: str
    product_quantity: Scalar
    unit_price_tax_incl: str
    unit_price_tax_excl: str
    total_price_tax_incl: str
    total_price_tax_excl: str
    original_product_price: str
    reduction_percent: str
    ecotax: str
    ecotax_tax_rate: str
    associations: OrderDetailAssociations


class OrderCartRuleJson(TypedDict):
    """A voucher that an order used."""

    id: Scalar
    id_order: Scalar
    id_cart_rule: Scalar
    name: str
    value: str
    value_tax_excl: str
    free_shipping: Scalar
    deleted: Scalar


class CartRuleJson(TypedDict):
    """A voucher as it is set up."""

    id: Scalar
    code: str
    description: str


class OrderPaymentJson(TypedDict):
    """A payment; it names the order's reference, which several orders may share."""

    id: Scalar
    order_reference: str
    amount: str
    payment_method: str
    transaction_id: str
    date_add: str


class SiblingJson(TypedDict):
    """An order among those of one reference."""

    id: Scalar
    reference: str
    total_paid: str


class OrderCarrierJson(TypedDict):
    """A shipment of an order."""

    id: Scalar
    id_order: Scalar
    tracking_number: str


class OrderHistoryJson(TypedDict):
    """A status that an order has had."""

    id: Scalar
    id_order: Scalar
    id_order_state: Scalar


class OrderPresentJson(TypedDict, total=False):
    """What the after-effects look at; `note` is there from 1.7.8 on."""

    id: Scalar
    current_state: Scalar
    delivery_date: str
    note: str


class MessageJson(TypedDict):
    """A message that stands on an order; one of an employee has his id."""

    id: Scalar
    id_order: Scalar
    id_employee: Scalar
    message: str
    private: Scalar
    date_add: str


class ThreadJson(TypedDict):
    """A conversation with customer service about an order."""

    id: Scalar
    id_order: Scalar


class ThreadMessageJson(TypedDict):
    """A message of a conversation."""

    id: Scalar
    id_customer_thread: Scalar
    id_employee: Scalar
    message: str
    private: Scalar
    date_add: str


ORDER_STAMPS = Resource[OrderStampJson]("orders", "order", "[id,date_upd]")
ORDERS = Resource[OrderJson]("orders", "order", f"[{','.join(OrderJson.__annotations__)}]")
ORDER_SIBLINGS = Resource[SiblingJson]("orders", "order", "[id,reference,total_paid]")
ORDER_PRESENT = Resource[OrderPresentJson]("orders", "order", "[id,current_state,delivery_date,note]")
ORDER_PRESENT_1_7_7 = Resource[OrderPresentJson]("orders", "order", "[id,current_state,delivery_date]")
ORDER_DETAILS = Resource[OrderDetailJson](
    "order_details",
    "order_detail",
    f"[{','.join(name for name in OrderDetailJson.__annotations__ if name != 'associations')},taxes[id]]",
)
ORDER_CART_RULES = Resource[OrderCartRuleJson](
    "order_cart_rules", "order_cart_rule", f"[{','.join(OrderCartRuleJson.__annotations__)}]"
)
CART_RULES = Resource[CartRuleJson]("cart_rules", "cart_rule", "[id,code,description]")
ORDER_PAYMENTS = Resource[OrderPaymentJson](
    "order_payments", "order_payment", f"[{','.join(OrderPaymentJson.__annotations__)}]"
)
ORDER_CARRIERS = Resource[OrderCarrierJson]("order_carriers", "order_carrier", "[id,id_order,tracking_number]")
ORDER_HISTORIES = Resource[OrderHistoryJson]("order_histories", "order_history", "[id,id_order,id_order_state]")
MESSAGES = Resource[MessageJson]("messages", "message", f"[{','.join(MessageJson.__annotations__)}]")
THREADS = Resource[ThreadJson]("customer_threads", "customer_thread", "[id,id_order]")
THREAD_MESSAGES = Resource[ThreadMessageJson](
    "customer_messages", "customer_message", f"[{','.join(ThreadMessageJson.__annotations__)}]"
)
