"""A customer buys in the simulated shop: `python -m navette.demo.shops.prestashop.buy URL REFERENCE[=NUMBER] …`."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import httpx

from navette.demo.shops.prestashop.storefront.front import PLACE_ORDER

PAYMENT_ACCEPTED = 2
CUSTOMER = {"firstname": "Léa", "lastname": "Martin"}
ADDRESS = {"address1": "4 rue des Lilas", "postcode": "69003", "city": "Lyon", "country": "FR"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Place an order that is paid by bank wire, and tell what the shop made of it."""
    parser = argparse.ArgumentParser(prog="python -m navette.demo.shops.prestashop.buy", description=__doc__)
    parser.add_argument("url", help="the address of the shop, as it told when it started")
    parser.add_argument("articles", nargs="+", help="references of articles; with =3 behind one for three pieces")
    parser.add_argument("--voucher", action="append", default=[], help="the code of a voucher")
    parser.add_argument("--email", default="lea.martin@example.com", help="the customer, by the e-mail")
    given = parser.parse_args(arguments)
    order = order_of(given.email, given.articles, given.voucher)
    answer = httpx.post(given.url.rstrip("/") + PLACE_ORDER, content=json.dumps(order), timeout=30)
    placed = answer.json()
    if answer.status_code != httpx.codes.CREATED:
        sys.stderr.write(f"{placed['error']}\n")
        return 1
    total = f"{Decimal(placed['total_paid']):.2f} EUR"
    sys.stdout.write(f"Order {placed['id']} ({placed['reference']}): {', '.join(placed['rows'])}; {total}\n")
    return 0


def order_of(email: str, articles: Sequence[str], vouchers: Sequence[str]) -> Mapping[str, Any]:
    """An order as the storefront takes it."""
    pairs = [text.partition("=") for text in articles]
    return {
        "buyer": {"email": email, **CUSTOMER},
        "rows": [{"reference": reference, "quantity": int(number or 1)} for reference, _, number in pairs],
        "delivery": {**CUSTOMER, **ADDRESS},
        "vouchers": list(vouchers),
        "state": PAYMENT_ACCEPTED,
    }


if __name__ == "__main__":
    sys.exit(main())
