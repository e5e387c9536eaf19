"""What customers wrote on their orders.

A comment of the checkout stands twice, as a message of the order and in a thread of customer service; it is given once.
"""

from collections.abc import Mapping, Sequence

from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.mapper.values import to_flag, to_id
from navette.shops.prestashop.schemas.order import MESSAGES, THREAD_MESSAGES, THREADS, MessageJson, ThreadMessageJson


def read_messages(client: Client, orders: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Messages of customers by order, oldest first; those of employees and private ones are left out."""
    found: dict[str, list[tuple[str, str]]] = {}
    for message in client.matching(MESSAGES, "id_order", orders):
        _add(found, to_id(message["id_order"]), message)
    threads = {str(row["id"]): to_id(row["id_order"]) for row in client.matching(THREADS, "id_order", orders)}
    for answer in client.matching(THREAD_MESSAGES, "id_customer_thread", threads):
        _add(found, threads[str(answer["id_customer_thread"])], answer)
    return {order: tuple(dict.fromkeys(text for _, text in sorted(texts))) for order, texts in found.items()}


def _add(found: dict[str, list[tuple[str, str]]], order: str, message: MessageJson | ThreadMessageJson) -> None:
    text = (message["message"] or "").strip()
    if text and not to_id(message["id_employee"]) and not to_flag(message["private"]):
        found.setdefault(order, []).append((message["date_add"], text))
