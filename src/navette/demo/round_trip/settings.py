"""The profile of the demo, as a merchant sets it up: addresses, articles with a role, statuses of progress."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from navette.config.changes import Changes
from navette.demo.round_trip.shop_side import DemoShop
from navette.domain.order import OrderStatus

PROFILE = "demo"
TRACKING_FIELD = "DO_Coord01"
MISCELLANEOUS = "ZDIVERS"


def profile_settings(company: Path, shop: DemoShop) -> Mapping[str, str]:
    """Options by dotted name."""
    return {
        "erp.file": str(company),
        "shop.kind": shop.kind,
        "shop.url": shop.url,
        "shop.key": shop.key,
        "shop.http.pace": "0",
        "articles.texts.brand": "AR_Stat01",
        "customers.import.template": "COMPTOIR",
        "orders.lines.miscellaneous_article": MISCELLANEOUS,
        "orders.lines.gap_article": "ZECART",
        "orders.lines.wrapping_article": "ZEMBALLAGE",
        "orders.lines.shipping_article": "ZPORT",
        "orders.lines.discount_article": "ZREMISE",
        "order_status.tracking_fields": TRACKING_FIELD,
    }


def statuses(known: Sequence[OrderStatus]) -> Changes:
    """What an invoiced order and a tracked one become in the shop: shipped."""
    shipped = next((status.id for status in known if status.is_shipped), "")
    names = ("delivery", "invoice", "tracking_status")
    return Changes({f"order_status.{name}": shipped for name in names})
