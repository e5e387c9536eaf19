"""The profile of the demo, as a merchant sets it up: addresses, articles with a role, statuses of progress."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from navette.config.changes import Changes
from navette.demo.round_trip.shop_side import DemoShop
from navette.domain.order import OrderStatus

PROFILE = "demo"
TRACKING_FIELD = "DO_Coord01"
MISCELLANEOUS = "ZDIVERS"
JOURNAL = "BQ1"


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
        "orders.default_payment_journal": JOURNAL,
        "orders.lines.miscellaneous_article": MISCELLANEOUS,
        "orders.lines.gap_article": "ZECART",
        "orders.lines.wrapping_article": "ZEMBALLAGE",
        "orders.lines.shipping_article": "ZPORT",
        "orders.lines.discount_article": "ZREMISE",
        "order_status.tracking_fields": TRACKING_FIELD,
    }


def decisions(known: Sequence[OrderStatus]) -> Changes:
    """What only the merchant can decide.

    Delivered, invoiced and tracked orders become shipped ones. German customers pay French VAT, as the shop's own
    tax rules have it below the European threshold.
    """
    shipped = next((status.id for status in known if status.is_shipped), "")
    names = ("delivery", "invoice", "tracking_status")
    return Changes(
        values={f"order_status.{name}": shipped for name in names},
        mappings={"order_taxes": {"DE|20": "V20", "DE|10": "V10", "DE|5.5": "V55"}},
    )
