"""A plain client of the simulated web service, and bodies as clients send them."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote

from lxml import etree

from navette.demo.shops.prestashop import PrestaShopSimulator

SAFE = "/?=&[]%|,:+!<>_.-"


@dataclass(frozen=True)
class Answer:
    """What the shop said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def xml(self) -> etree._Element:
        return etree.fromstring(self.body)

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def errors(self) -> list[tuple[int, str]]:
        """The codes and messages of the web service."""
        return [(int(error.findtext("code")), error.findtext("message")) for error in self.xml.iter("error")]

    @property
    def codes(self) -> list[int]:
        return [code for code, _ in self.errors]

    @property
    def id(self) -> int:
        """The id of the first record of an answer in full."""
        return int(self.xml[0].findtext("id"))

    @property
    def ids(self) -> list[int]:
        """The ids of a list, short or with fields."""
        return [int(entry.get("id") or entry.findtext("id")) for entry in self.xml[0]]

    def value(self, name: str) -> str:
        """A field of the first record."""
        return self.xml[0].findtext(name) or ""

    def in_languages(self, name: str) -> dict[int, str]:
        """The texts of a field of the first record, by language."""
        return {int(node.get("id")): node.text or "" for node in self.xml[0].find(name)}

    def linked(self, name: str, field: str = "id") -> list[str]:
        """A field of the entries of a list inside the first record."""
        found = self.xml[0].find(f"associations/{name}")
        return [] if found is None else [entry.findtext(field) or "" for entry in found]


class ShopClient:
    """Asks the web service over one kept connection."""

    def __init__(self, shop: PrestaShopSimulator, key: str | None = None) -> None:
        self.connection = HTTPConnection("127.0.0.1", shop.port, timeout=20)
        self.key = shop.key if key is None else key

    def ask(self, method: str, path: str, body: str | bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        sent = {"Authorization": "Basic " + b64encode(f"{self.key}:".encode()).decode()} if self.key else {}
        content = body.encode() if isinstance(body, str) else body
        self.connection.request(method, quote(path, safe=SAFE), content, {**sent, **(headers or {})})
        answer = self.connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", f"/api/{path}", headers=headers)

    def post(self, resource: str, *records: str) -> Answer:
        return self.ask("POST", f"/api/{resource}", document(*records))

    def put(self, resource: str, *records: str) -> Answer:
        return self.ask("PUT", f"/api/{resource}", document(*records))

    def patch(self, resource: str, *records: str) -> Answer:
        return self.ask("PATCH", f"/api/{resource}", document(*records))

    def delete(self, path: str) -> Answer:
        return self.ask("DELETE", f"/api/{path}")

    def upload(
        self, path: str, content: bytes, name: str = "image", filename: str = "a.png", kind: str = "image/png"
    ) -> Answer:
        head = f'--BORDER\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        body = f"{head}Content-Type: {kind}\r\n\r\n".encode() + content + b"\r\n--BORDER--\r\n"
        return self.ask("POST", f"/api/{path}", body, {"Content-Type": "multipart/form-data; boundary=BORDER"})


def document(*records: str) -> str:
    """A request body around records."""
    return f"<prestashop>{''.join(records)}</prestashop>"


def record(node: str, /, **values: object) -> str:
    """A record; a dictionary is a text by language, a list the entries of an association."""
    plain = "".join(_field(name, value) for name, value in values.items() if not isinstance(value, list))
    lists = "".join(_list(name, value) for name, value in values.items() if isinstance(value, list))
    return f"<{node}>{plain}{f'<associations>{lists}</associations>' if lists else ''}</{node}>"


def product(reference: str, price: str = "10", **values: object) -> str:
    """A product for sale, at 20 % unless told otherwise."""
    names = {1: f"Article {reference}", 2: f"Article {reference}"}
    usual: dict[str, object] = {
        "reference": reference, "price": price, "id_tax_rules_group": 1, "id_category_default": 2, "active": 1,
        "state": 1, "available_for_order": 1, "show_price": 1, "minimal_quantity": 1, "name": names,
        "link_rewrite": {1: "article", 2: "article"},
    }  # fmt: skip
    return record("product", **{**usual, **values})


def _field(name: str, value: object) -> str:
    if isinstance(value, dict):
        texts = "".join(f'<language id="{key}"><![CDATA[{text}]]></language>' for key, text in value.items())
        return f"<{name}>{texts}</{name}>"
    return f"<{name}><![CDATA[{value}]]></{name}>"


def _list(name: str, entries: Iterable[Mapping[str, object]]) -> str:
    items = "".join(
        f"<entry>{''.join(_field(key, value) for key, value in entry.items())}</entry>" for entry in entries
    )
    return f"<{name}>{items}</{name}>"
