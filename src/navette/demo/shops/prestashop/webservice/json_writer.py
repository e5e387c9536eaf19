"""Answers in JSON."""

import json
from collections.abc import Sequence
from typing import Any

from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.records.definition import Field, Resource
from navette.demo.shops.prestashop.records.record import Value
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.display import Display
from navette.demo.shops.prestashop.webservice.entities import Entity

Json = dict[str, Any]


def document(content: object) -> bytes:
    """Return JSON as PHP writes it: slashes escaped, an empty object as an empty list."""
    if not content:
        return b"[]"
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("/", "\\/").encode()


def errors(entries: Sequence[tuple[int, str]]) -> bytes:
    """Return the errors of a request."""
    return document({"errors": [{"code": code, "message": message} for code, message in entries]})


class JsonWriter:
    """Writes the records of one answer."""

    def __init__(self, call: Call, resource: Resource, display: Display) -> None:
        self._languages = call.languages
        self._resource = resource
        self._display = display
        self._as_list = "display" in call.parameters

    def ids(self, keys: Sequence[int]) -> bytes:
        """Return the short list."""
        return document(self.named_ids(keys))

    def named_ids(self, keys: Sequence[int]) -> Json:
        """Return the short list under its name; an empty one has none."""
        items = [{"id": key} for key in keys]
        return {self._resource.list_node: items} if items else {}

    def list(self, entities: Sequence[Entity]) -> bytes:
        """Return a list of records."""
        return document(self.named(entities))

    def named(self, entities: Sequence[Entity]) -> Json:
        """Return a list of records under its name; an empty one has none."""
        items = [content for entity in entities if (content := self._entity(entity))]
        return {self._resource.list_node: items} if entities else {}

    def details(self, entities: Sequence[Entity]) -> bytes:
        """Return single records: of several the last one, without its fields that are 0 or empty."""
        if self._as_list or not entities:
            return self.list(entities)
        shown = {name: value for name, value in self._entity(entities[-1]).items() if not is_empty(value)}
        return document({self._resource.node: shown or []})

    def _entity(self, entity: Entity) -> Json:
        record = entity.record
        content: Json = {}
        if self._display.shows_id:
            content["id"] = record.id if record.shown_id is None else record.shown_id
        for field in self._display.fields:
            content[field.name] = self._value(field, record[field.name])
        content.update(entity.prices)
        linked = {}
        for association, fields in self._display.associations:
            entries = entity.linked.get(association.name, [])
            names = [field.name for field in fields] or ["id"]
            if entries:
                linked[association.name] = [{name: entry.get(name) for name in names} for entry in entries]
        if linked:
            content["associations"] = linked
        return content

    def _value(self, field: Field, value: Value) -> object:
        if value is None and (field.name.startswith("id_") or field.column == "bool"):
            return ""
        if not isinstance(value, dict):
            return value
        texts = [{"id": str(language), "value": value.get(language) or ""} for language in self._languages]
        return texts[0]["value"] if len(texts) == 1 else texts
