"""The words of the storefront, and the frame of its pages."""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from html import escape
from importlib.resources import files

from navette.demo.shops.prestashop.http_message import Request
from navette.demo.shops.prestashop.php_query import text_of

PACKAGE = "navette.demo.shops.prestashop.storefront"
LANGUAGES = {"en": 1, "fr": 2}
NOTHING = "\u2014"
"""What stands for a value that is not there."""
NO_BREAK, NARROW = "\u00a0", "\u202f"


class Texts:
    """The words in one language, with the ways of writing sums and dates."""

    def __init__(self, code: str, words: Mapping[str, str], shop_name: str = "") -> None:
        self.code = code
        self.language = LANGUAGES[code]
        self.shop_name = shop_name
        self._words = words

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def with_shop(self, name: str) -> "Texts":
        """Return the same words for a shop's pages."""
        return Texts(self.code, self._words, name)

    def money(self, amount: Decimal | str, currency: str = "EUR") -> str:
        """Write a sum."""
        symbol = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF"}.get(currency, currency)
        sign = "-" if Decimal(amount) < 0 else ""
        plain = f"{abs(Decimal(amount)):,.2f}"
        if self.code == "en":
            return f"{sign}{symbol}{plain}"
        return sign + plain.replace(",", NARROW).replace(".", ",") + NO_BREAK + symbol

    def moment(self, stamp: str) -> str:
        """Write a date and a time."""
        found = re.match(r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)", stamp)
        if found is None or stamp.startswith("0000"):
            return NOTHING
        year, month, day, clock = found.groups()
        return f"{month}/{day}/{year} {clock}" if self.code == "en" else f"{day}/{month}/{year} {clock}"

    def page(self, title: str, content: str) -> str:
        """Return a whole page."""
        name = escape(self.shop_name or "PrestaShop")
        links = f'<a href="/">{self["articles"]}</a> <a href="/orders">{self["orders"]}</a>'
        return (
            f'<!DOCTYPE html>\n<html lang="{self.code}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(title)} - {name}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
            f'<header><a class="name" href="/">{name}</a><nav>{links}</nav></header>\n'
            f"<main>\n{content}</main>\n<footer>{self['simulated']}</footer>\n</body>\n</html>\n"
        )


def texts_for(request: Request) -> Texts:
    """Return the words that a browser prefers: `lang=`, else its `Accept-Language`; English otherwise."""
    wanted = text_of(request.query, "lang") or _preferred(request.headers.get("accept-language", ""))
    code = wanted if wanted in LANGUAGES else "en"
    return Texts(code, _words()[code])


def _preferred(header: str) -> str:
    ranked: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        ranked.append((weight, tag.split("-")[0].lower()))
    known = [(weight, code) for weight, code in ranked if code in LANGUAGES]
    return max(known, key=lambda pair: pair[0])[1] if known else ""


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files(PACKAGE) / "texts.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _style() -> str:
    return (files(PACKAGE) / "style.css").read_text("utf-8")
