"""Requests outside of the web service: pages, pictures and orders in JSON."""

from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.http_message import Request, Response, html_page, json_answer
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.storefront.checkout import place_storefront_order
from navette.demo.shops.prestashop.storefront.order_json import OrderFormatError, checkout_of
from navette.demo.shops.prestashop.storefront.order_pages import order_list, order_page
from navette.demo.shops.prestashop.storefront.product_pages import product_list, product_page
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError
from navette.demo.shops.prestashop.storefront.texts import Texts, texts_for

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

PLACE_ORDER = "/storefront/order"


def answer_front(shop: "Shop", request: Request) -> Response:
    """Answer a request of a customer."""
    with shop.lock:
        if request.method == "POST" and request.path == PLACE_ORDER:
            return _place(shop, request)
        if request.method not in {"GET", "HEAD"}:
            return html_page(405, "Method Not Allowed")
        return _page(shop, request)


def _page(shop: "Shop", request: Request) -> Response:
    texts = texts_for(request)
    kind, _, key = request.path.strip("/").partition("/")
    page: str | None = None
    if kind == "":
        page = product_list(shop, texts, to_int(text_of(request.query, "page") or "1"))
    elif kind == "product":
        page = product_page(shop, texts, to_int(key))
    elif kind == "orders":
        page = order_list(shop, texts, to_int(text_of(request.query, "page") or "1"))
    elif kind == "order":
        page = order_page(shop, texts, to_int(key))
    elif kind == "picture":
        return _picture(shop, to_int(key))
    return html_page(200, page) if page is not None else _missing(texts)


def _missing(texts: Texts) -> Response:
    return html_page(404, texts.page(texts["not_found"], f"<h1>{texts['not_found']}</h1>\n"))


def _picture(shop: "Shop", key: int) -> Response:
    row = shop.database.row("SELECT content, mime FROM image WHERE id = ?", (key,))
    if row is None:
        return Response(404)
    return Response(200, bytes(row[0]), {"Content-Type": str(row[1])})


def _place(shop: "Shop", request: Request) -> Response:
    """Place an order given as JSON."""
    shop.database.begin()
    try:
        placed = place_storefront_order(shop, checkout_of(request.body))
    except OrderFormatError as error:
        return json_answer(400, {"error": str(error)})
    except CheckoutError as error:
        return json_answer(422, {"error": str(error)})
    except Crash as crash:
        return json_answer(500, {"error": crash.sentence or "The shop stopped."})
    finally:
        shop.database.commit()
    return json_answer(201, {**vars(placed), "rows": list(placed.rows)})
