"""The search of the shop: products by the words of their names and texts, with their categories."""

import re

from navette.demo.shops.prestashop.php import fold
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.problems import Refusal
from navette.demo.shops.prestashop.webservice import xml_writer
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.content import Content
from navette.demo.shops.prestashop.webservice.display import Display
from navette.demo.shops.prestashop.webservice.xml_writer import XmlWriter

MINIMUM_LENGTH = 3
FOUND = (
    "SELECT p.id FROM product p JOIN product_lang l ON l.id = p.id AND l.id_lang = ?"
    " WHERE p.indexed = 1 AND p.active = 1 AND {} ORDER BY p.id LIMIT 1000"
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
    resources = call.shop.resources
    found = XmlWriter(call, resources["products"], Display()).ids(products)
    found += XmlWriter(call, resources["categories"], Display()).ids(list(categories))
    call.records = len(products)
    return Content(xml_writer.document(found))
