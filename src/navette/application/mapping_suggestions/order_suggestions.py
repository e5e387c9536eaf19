"""Proposes statuses, payment methods, carriers and currencies of orders."""

from collections.abc import Iterator

from navette.application.mapping_suggestions.suggestion import Suggestion
from navette.application.mapping_suggestions.words import means_of_payment, nearest
from navette.domain.document import DocumentKind, DocumentStatus
from navette.domain.order import OrderStatus
from navette.ports.erp import Choice, ErpChoices
from navette.ports.shop import ShopChoices


def suggest_statuses(shop: ShopChoices) -> Iterator[Suggestion]:
    """Documents by status: awaited payments are quotes, paid orders confirmed ones, shipped orders accepted ones.

    Cancelled orders and those in any other state are not imported.
    """
    for status in shop.order_statuses:
        rule = _status_rule(status)
        if rule:
            kind, state = rule
            yield Suggestion(
                "order_statuses", status.id, status.name, f"{kind.value}:{state.value}", f"{kind.value}, {state.value}"
            )


def _status_rule(status: OrderStatus) -> tuple[DocumentKind, DocumentStatus] | None:
    if status.is_cancelled:
        return None
    if status.is_shipped:
        return DocumentKind.ORDER, DocumentStatus.ACCEPTED
    if status.is_paid:
        return DocumentKind.ORDER, DocumentStatus.CONFIRMED
    if means_of_payment(status.name):
        return DocumentKind.QUOTE, DocumentStatus.ENTERED
    return None


def suggest_payments(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Payment modes by means of payment, else by name."""
    for method in shop.payment_methods:
        means = means_of_payment(f"{method.id} {method.label}")
        mode = next((item for item in company.payment_modes if means and means_of_payment(item.label) == means), None)
        mode = mode or nearest(method.label, company.payment_modes, _label)
        yield _numbered("payments", method.id, method.label, mode)


def suggest_carriers(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Shipping methods by name."""
    for carrier in shop.carriers:
        method = nearest(carrier.label, company.shipping_methods, _label)
        yield _numbered("carriers", carrier.id, carrier.label, method)


def suggest_currencies(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Currencies by ISO code; the shop's own needs no row."""
    for currency in shop.currencies:
        code = currency.code or currency.label
        found = next((item for item in company.currencies if item.code.upper() == code.upper()), None)
        yield _numbered("currencies", code, currency.label, found)


def _numbered(table: str, source: str, label: str, found: Choice | None) -> Suggestion:
    target = str(found.number) if found else None
    return Suggestion(table, source, label, target, found.label if found else "")


def _label(choice: Choice) -> str:
    return choice.label
