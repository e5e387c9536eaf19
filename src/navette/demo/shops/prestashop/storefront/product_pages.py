"""The pages of the articles."""

import re
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.stock import quantity_of
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import Amount
from navette.demo.shops.prestashop.pricing.cart_rows import attributes_of
from navette.demo.shops.prestashop.pricing.product_price import Terms, rounding_of, unit_price
from navette.demo.shops.prestashop.pricing.specific_prices import PriceQuestion
from navette.demo.shops.prestashop.pricing.taxes import Place
from navette.demo.shops.prestashop.storefront.baskets import sells_without_stock
from navette.demo.shops.prestashop.storefront.texts import Texts

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

PER_PAGE = 24
LISTED = (
    "SELECT p.id, l.name, p.reference, (SELECT i.id FROM image i WHERE i.id_product = p.id AND i.cover = 1)"
    " FROM product p LEFT JOIN product_lang l ON l.id = p.id AND l.id_lang = ?"
    " WHERE p.active = 1 AND p.state = 1 AND p.visibility IN ('both', 'catalog') ORDER BY p.id LIMIT ? OFFSET ?"
)
COMBINATIONS = "SELECT id, reference FROM product_attribute WHERE id_product = ? ORDER BY default_on DESC, id"
SCRIPT = re.compile(r"<\s*(script|style|iframe|object)\b.*?(</\s*\1\s*>|$)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class _Offer:
    """A price with the pieces behind it."""

    price: Amount
    quantity: int
    is_orderable: bool


def product_list(shop: "Shop", texts: Texts, page: int) -> str:
    """Return the articles, a page at a time."""
    texts = texts.with_shop(shop.setting("PS_SHOP_NAME"))
    offset = (max(page, 1) - 1) * PER_PAGE
    rows = shop.database.rows(LISTED, (texts.language, PER_PAGE + 1, offset))
    if not rows:
        return texts.page(texts["articles"], f"<h1>{texts['articles']}</h1>\n<p>{texts['no_articles']}</p>\n")
    cards = "".join(_card(shop, texts, *row) for row in rows[:PER_PAGE])
    links = page_links(texts, "/", max(page, 1), has_more=len(rows) > PER_PAGE)
    return texts.page(texts["articles"], f'<h1>{texts["articles"]}</h1>\n<div class="grid">\n{cards}</div>\n{links}')


def product_page(shop: "Shop", texts: Texts, key: int) -> str | None:
    """Return the page of an article with its versions, or None for an unknown one."""
    texts = texts.with_shop(shop.setting("PS_SHOP_NAME"))
    product = shop.find("products", key)
    if product is None or not product.number("active"):
        return None
    name = product.texts("name").get(texts.language, "")
    offer = _offer(shop, key, 0)
    image = shop.database.value("SELECT id FROM image WHERE id_product = ? AND cover = 1", (key,))
    brand = shop.database.value("SELECT name FROM manufacturer WHERE id = ?", (product.number("id_manufacturer"),))
    description = product.texts("description").get(texts.language) or product.texts("description_short").get(
        texts.language, ""
    )
    facts = [f"{texts['reference']} {escape(product.text('reference'))}"]
    facts += [f"{texts['brand']} {escape(str(brand))}"] if brand else []
    content = (
        f'<div class="product">\n{_picture(image, name)}\n<div>\n<h1>{escape(name)}</h1>\n'
        f'<p class="soft">{" · ".join(facts)}</p>\n{_price(texts, offer)}\n{_stock(texts, offer)}\n'
        f"<div>{SCRIPT.sub('', description)}</div>\n{_versions(shop, texts, key)}</div>\n</div>\n"
    )
    return texts.page(name, content)


def page_links(texts: Texts, path: str, page: int, *, has_more: bool) -> str:
    """Return the links to the pages before and after."""
    links = f'<a href="{path}?page={page - 1}">{texts["previous"]}</a>' if page > 1 else ""
    links += f'<a href="{path}?page={page + 1}">{texts["next"]}</a>' if has_more else ""
    return f'<div class="pages">{links}</div>\n' if links else ""


def _card(shop: "Shop", texts: Texts, key: int, name: str, reference: str, image: int | None) -> str:
    offer = _offer(shop, key, 0)
    prefix = ""
    if shop.database.value("SELECT count(*) FROM product_attribute WHERE id_product = ?", (key,)) > 1:
        prefix = f'<span class="soft">{texts["from_price"]}</span> '
    return (
        f'<a class="card" href="/product/{key}">{_picture(image, name)}<span class="body">'
        f'<span class="title">{escape(name or "")}</span><span class="soft">{escape(reference)}</span>'
        f'<span class="price">{prefix}{texts.money(offer.price.incl)}</span>{_stock(texts, offer)}</span></a>\n'
    )


def _picture(image: int | None, name: str) -> str:
    inner = f'<img src="/picture/{image}" alt="">' if image else escape((name or "?")[:1].upper())
    return f'<span class="picture">{inner}</span>'


def _price(texts: Texts, offer: _Offer) -> str:
    net = f'<span class="soft">{texts.money(offer.price.excl)} {texts["excl_tax"]}</span>'
    gross = f'<span class="price">{texts.money(offer.price.incl)}</span> <span class="soft">{texts["incl_tax"]}</span>'
    return f"<p>{gross}<br>{net}</p>"


def _stock(texts: Texts, offer: _Offer) -> str:
    if offer.quantity > 0:
        return f'<span class="stock">{texts["in_stock"].format(count=offer.quantity)}</span>'
    if offer.is_orderable:
        return f'<span class="stock">{texts["on_order"]}</span>'
    return f'<span class="stock none">{texts["out_of_stock"]}</span>'


def _versions(shop: "Shop", texts: Texts, key: int) -> str:
    rows = []
    for combination, reference in shop.database.rows(COMBINATIONS, (key,)):
        offer = _offer(shop, key, combination)
        attributes = escape(attributes_of(shop, combination, texts.language).replace(":", " "))
        rows.append(
            f"<tr><td>{attributes}</td><td>{escape(reference)}</td>"
            f'<td class="sum">{texts.money(offer.price.incl)}</td><td>{_stock(texts, offer)}</td></tr>\n'
        )
    if not rows:
        return ""
    head = "".join(f"<th>{texts[name]}</th>" for name in ("version", "reference"))
    head += f'<th class="sum">{texts["price"]}</th><th>{texts["stock"]}</th>'
    return (
        f'<h2>{texts["variants"]}</h2>\n<div class="scroll"><table>\n<tr>{head}</tr>\n{"".join(rows)}</table></div>\n'
    )


def _offer(shop: "Shop", product: int, combination: int) -> _Offer:
    """Return what a visitor in the shop's own country pays."""
    country = to_int(shop.setting("PS_COUNTRY_DEFAULT"))
    currency = to_int(shop.setting("PS_CURRENCY_DEFAULT"))
    group = to_int(shop.setting("PS_UNIDENTIFIED_GROUP"))
    question = PriceQuestion(product, combination, currency, country, group)
    terms = Terms(with_ecotax=shop.setting("PS_USE_ECOTAX") == "1", rounding=rounding_of(shop))
    price = unit_price(shop, question, Place(country), terms)
    quantity = quantity_of(shop.database, product, combination)
    is_orderable = sells_without_stock(shop, product)
    return _Offer(price.amount if price else Amount(Decimal(0), Decimal(0)), quantity, is_orderable)
