"""The search of the shop: products by the words of their names and texts, with their categories."""

import re

from navette.demo.shops.prestashop.php import fold
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.problems import Crash, Refusal
from navette.demo.shops.prestashop.webservice import json_writer, xml_writer
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.content import Content
from navette.demo.shops.prestashop.webservice.display import FULL, MINIMUM, full_display
from navette.demo.shops.prestashop.webservice.entities import load_entities
from navette.demo.shops.prestashop.webservice.json_writer import JsonWriter
from navette.demo.shops.prestashop.webservice.xml_writer import XmlWriter

MINIMUM_LENGTH = 3
FOUND = (
    "SELECT p.id FROM product p JOIN product_lang l ON l.id = p.id AND l.id_lang = ?"
    " WHERE p.indexed = 1 AND p.active = 1 AND p.id IN (SELECT id_product FROM category_product) AND {}"
    " ORDER BY p.id LIMIT 1000"
)
WORD = (
    "(fold(l.name) LIKE ? OR fold(p.reference) LIKE ?"
    " OR fold(l.description_short) LIKE ? OR fold(l.description) LIKE ?)"
)


def answer_search(call: Call) -> Content:
    """Return the products found and their categories."""
    query, language = text_of(call.parameters, "query"), text_of(call.parameters, "language")
    if query is None or language is None:
        sentence = "You have to set both the 'language' and 'query' parameters to get a result"
        raise Refusal(400, sentence, 100)
    words = [word for word in re.findall(r"[\w-]+", fold(query) or "") if len(word) >= MINIMUM_LENGTH]
    products: list[int] = []
    if words:
        values = [pattern for word in words for pattern in [f"%{word}%"] * 4]
        conditions = " AND ".join([WORD] * len(words))
        products = call.shop.database.column(FOUND.format(conditions), [language, *values])
    categories: dict[int, None] = {}
    for product in products:
        sql = "SELECT id_category FROM category_product WHERE id_product = ? ORDER BY id_category"
        categories.update(dict.fromkeys(call.shop.database.column(sql, (product,))))
    call.records = len(products)
    return _shown(call, {"products": products, "categories": list(categories)})


def _shown(call: Call, found: dict[str, list[int]]) -> Content:
    """Return both lists, in full or not; single fields stop PHP."""
    asked = text_of(call.parameters, "display") or MINIMUM
    if asked not in {FULL, MINIMUM}:
        raise Crash
    body = ""
    lists: dict[str, object] = {}
    for name, keys in found.items():
        resource = call.shop.resources[name]
        display = full_display(resource)
        entities = load_entities(call, resource, keys, display) if asked == FULL else []
        xml, json = XmlWriter(call, resource, display), JsonWriter(call, resource, display)
        body += xml.list(entities) if asked == FULL else xml.ids(keys)
        lists |= json.named(entities) if asked == FULL else json.named_ids(keys)
    return Content(json_writer.document(lists) if call.wants_json else xml_writer.document(body))
