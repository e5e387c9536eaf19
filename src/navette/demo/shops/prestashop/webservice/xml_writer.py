"""Answers in XML."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.records.definition import Association, Field, LinkedField, Resource
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.display import Display
from navette.demo.shops.prestashop.webservice.entities import Entity

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">\n'
FOOT = "</prestashop>\n"


def document(content: str) -> bytes:
    """Wrap content in the root element."""
    return f"{HEAD}{content}{FOOT}".encode()


def errors(entries: Sequence[tuple[int, str]]) -> bytes:
    """Return the errors of a request."""
    items = "".join(
        f"<error>\n<code><![CDATA[{code}]]></code>\n<message><![CDATA[{message}]]></message>\n</error>\n"
        for code, message in entries
    )
    return document(f"<errors>\n{items}</errors>\n")


class XmlWriter:
    """Writes the records of one answer."""

    def __init__(self, call: Call, resource: Resource, display: Display) -> None:
        self._api = call.shop.api
        self._languages = call.languages
        self._resources = set(call.shop.resources) | {"images"}
        self._resource = resource
        self._display = display

    def ids(self, keys: Sequence[int]) -> str:
        """Return the short list."""
        items = "".join(map(self.reference, keys))
        return f"<{self._resource.list_node}>\n{items}</{self._resource.list_node}>\n"

    def reference(self, key: int) -> str:
        """Return one entry of the short list."""
        resource = self._resource
        return f'<{resource.node} id="{key}" xlink:href="{self._api}{resource.list_node}/{key}"/>\n'

    def list(self, entities: Sequence[Entity]) -> str:
        """Return a list of records."""
        items = "".join(map(self.entity, entities))
        return f"<{self._resource.list_node}>\n{items}</{self._resource.list_node}>\n"

    def entity(self, entity: Entity) -> str:
        """Return one record."""
        record = entity.record
        parts = [f"<{self._resource.node}>\n"]
        if self._display.shows_id:
            shown = record.id if record.shown_id is None else record.shown_id
            parts.append(f"\t<id><![CDATA[{shown}]]></id>\n")
        parts += [f"\t{self.field(record, field)}" for field in self._display.fields]
        parts += [f"\t<{name}><![CDATA[{price}]]></{name}>\n" for name, price in entity.prices.items()]
        if self._display.has_associations:
            parts.append("<associations>\n")
            parts += [self._association(entity, *item) for item in self._display.associations]
            parts.append("</associations>\n")
        parts.append(f"</{self._resource.node}>\n")
        return "".join(parts)

    def field(self, record: Record, field: Field) -> str:
        """Return one field."""
        value = record[field.name]
        if field.lang:
            return f"<{field.name}>{self._texts(value)}</{field.name}>\n"
        shown = "" if value is None or value is False else value
        link = self._link(record, field, value)
        dynamic = ' notFilterable="true"' if field.computed else ""
        return f"<{field.name}{link}{dynamic}><![CDATA[{shown}]]></{field.name}>\n"

    def _link(self, record: Record, field: Field, value: Value) -> str:
        if field.link is None or (field.name.startswith("id_") and is_empty(value)):
            return ""
        kind, _, owner = field.link.partition("/")
        middle = f"{owner}/{record.id}/" if owner else ""
        return f' xlink:href="{self._api}{kind}/{middle}{"" if value is None else value}"'

    def _texts(self, value: Value) -> str:
        parts = []
        for language in self._languages:
            link, text = "", ""
            if isinstance(value, dict):
                link = f' xlink:href="{self._api}languages/{language}"'
                text = value.get(language) or ""
            elif isinstance(value, str):
                # A text sent without language nodes is one string: the shop shows its n-th sign per language.
                text = value[language : language + 1]
            parts.append(f'<language id="{language}"{link}><![CDATA[{text}]]></language>')
        return "".join(parts)

    def _association(self, entity: Entity, association: Association, fields: tuple[LinkedField, ...]) -> str:
        kind = ' virtualEntity="true"' if association.virtual else f' api="{association.api or association.name}"'
        head = f'{association.name} nodeType="{association.node}"{kind}'
        entries = entity.linked.get(association.name, [])
        if not entries:
            return f"<{head}/>\n"
        items = "".join(self._entry(entity.record, association, entry, fields) for entry in entries)
        return f"<{head}>\n{items}</{association.name}>\n"

    def _entry(self, record: Record, association: Association, entry: Entry, fields: tuple[LinkedField, ...]) -> str:
        shown = fields or (LinkedField("id"),)
        parts = [f"\t<{association.node}{self._entry_link(record, association, entry)}>\n"]
        for field in shown:
            value = entry.get(field.name) or ""
            link = f' xlink:href="{self._api}{field.link}/{value}"' if field.link else ""
            parts.append(f"\t<{field.name}{link}><![CDATA[{value}]]></{field.name}>\n")
        parts.append(f"\t</{association.node}>\n")
        return "".join(parts)

    def _entry_link(self, record: Record, association: Association, entry: Entry) -> str:
        if association.name not in self._resources:
            return ""
        middle = ""
        if association.name == "images":
            is_combination = self._resource.name == "combinations"
            owner = record["id_product"] if is_combination else record.id
            middle = f"{'products' if is_combination else self._resource.list_node}/{owner}/"
        return f' xlink:href="{self._api}{association.name}/{middle}{entry["id"] or ""}"'
