"""Reading a page of orders in few requests: each resource once for all orders of the page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from navette.shops.prestashop.adapter.order_messages import read_messages
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.mapper.order_parts import OrderParts
from navette.shops.prestashop.mapper.values import to_amount, to_id
from navette.shops.prestashop.schemas.customer import ADDRESSES, CUSTOMERS, AddressJson
from navette.shops.prestashop.schemas.order import (
    CART_RULES,
    ORDER_CART_RULES,
    ORDER_DETAILS,
    ORDER_PAYMENTS,
    ORDER_SIBLINGS,
    CartRuleJson,
    OrderCartRuleJson,
    OrderJson,
    OrderPaymentJson,
    SiblingJson,
)

Item = TypeVar("Item")


class OrderReading:
    """Reads what belongs to orders."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._client = session.client

    def parts(self, rows: Sequence[OrderJson]) -> dict[str, OrderParts]:
        """Everything that belongs to some orders, by order id."""
        ids = [str(row["id"]) for row in rows]
        details = _grouped(self._client.matching(ORDER_DETAILS, "id_order", ids), lambda row: to_id(row["id_order"]))
        vouchers, rules = self._vouchers(ids)
        payments = self._payments([row["reference"] for row in rows])
        siblings = self._siblings(rows, payments)
        customers = {
            str(row["id"]): row
            for row in self._client.matching(CUSTOMERS, "id", (to_id(row["id_customer"]) for row in rows))
        }
        addresses = self._addresses(rows)
        messages = read_messages(self._client, ids)
        return {
            str(row["id"]): OrderParts(
                details=details.get(str(row["id"]), ()),
                vouchers=vouchers.get(str(row["id"]), ()),
                cart_rules=rules,
                payments=payments.get(row["reference"], ()),
                siblings=siblings.get(row["reference"], ()),
                customer=customers.get(to_id(row["id_customer"])),
                invoice_address=addresses.get(to_id(row["id_address_invoice"])),
                delivery_address=addresses.get(to_id(row["id_address_delivery"])),
                messages=messages.get(str(row["id"]), ()),
            )
            for row in rows
        }

    def _vouchers(
        self, ids: Sequence[str]
    ) -> tuple[Mapping[str, Sequence[OrderCartRuleJson]], Mapping[str, CartRuleJson]]:
        if not self._session.traits.has_order_vouchers:
            return {}, {}
        rows = self._client.matching(ORDER_CART_RULES, "id_order", ids)
        rules = self._client.matching(CART_RULES, "id", (to_id(row["id_cart_rule"]) for row in rows))
        return _grouped(rows, lambda row: to_id(row["id_order"])), {str(rule["id"]): rule for rule in rules}

    def _payments(self, references: Sequence[str]) -> Mapping[str, Sequence[OrderPaymentJson]]:
        rows = self._client.matching(ORDER_PAYMENTS, "order_reference", references)
        return _grouped(rows, lambda row: row["order_reference"])

    def _siblings(
        self, rows: Sequence[OrderJson], payments: Mapping[str, Sequence[OrderPaymentJson]]
    ) -> Mapping[str, Sequence[SiblingJson]]:
        """Orders that share a reference, looked for only where more was paid than the order cost."""
        suspects = [
            row["reference"]
            for row in rows
            if sum(to_amount(payment["amount"]) for payment in payments.get(row["reference"], ()))
            > to_amount(row["total_paid"])
        ]
        found = self._client.matching(ORDER_SIBLINGS, "reference", suspects)
        return _grouped(found, lambda row: row["reference"])

    def _addresses(self, rows: Sequence[OrderJson]) -> Mapping[str, AddressJson]:
        ids = {to_id(row[name]) for row in rows for name in ("id_address_invoice", "id_address_delivery")}
        return {str(row["id"]): row for row in self._client.matching(ADDRESSES, "id", sorted(ids))}


def _grouped(rows: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups
