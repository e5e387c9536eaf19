"""Answers of a web service that a test plays, and shops that get them."""

from collections.abc import Callable

import httpx

from navette.shops.connection import ShopConnection
from navette.shops.prestashop import PrestaShop, open_door

Answering = Callable[[httpx.Request], httpx.Response]


def errors_xml(*faults: tuple[int, str], status: int = 400) -> httpx.Response:
    inner = "".join(f"<error><code>{code}</code><message><![CDATA[{text}]]></message></error>" for code, text in faults)
    content = f'<?xml version="1.0" encoding="UTF-8"?><prestashop><errors>{inner}</errors></prestashop>'
    return httpx.Response(status, content=content, headers={"Content-Type": "text/xml;charset=utf-8"})


def errors_json(*faults: tuple[int, str], status: int = 500) -> httpx.Response:
    body = {"errors": [{"code": code, "message": text} for code, text in faults]}
    return httpx.Response(status, json=body)


def index_xml(version: str = "8.2.1") -> httpx.Response:
    content = '<?xml version="1.0"?><prestashop><api shopName="Boutique"/></prestashop>'
    return httpx.Response(200, content=content, headers={"PSWS-Version": version, "Content-Type": "text/xml"})


def shop_that_answers(answer: Answering, **settings: object) -> PrestaShop:
    """A shop whose every answer a test gives; waiting takes no time."""
    connection = ShopConnection(**{"url": "https://shop.example", "key": "K" * 32, "delay": 0, **settings})
    door = open_door(connection, transport=httpx.MockTransport(answer), sleep=lambda _: None)
    return PrestaShop(connection, door=door)
