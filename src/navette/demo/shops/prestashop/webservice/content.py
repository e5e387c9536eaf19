"""The content of answers about records."""

import re
from dataclasses import dataclass

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.webservice import xml_writer
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.display import FULL, MINIMUM, Display, chosen_display, full_display
from navette.demo.shops.prestashop.webservice.entities import Entity, complete, load_entities
from navette.demo.shops.prestashop.webservice.json_writer import JsonWriter
from navette.demo.shops.prestashop.webservice.listing import list_ids
from navette.demo.shops.prestashop.webservice.schema import BLANK, SYNOPSIS, SchemaWriter, schema_json
from navette.demo.shops.prestashop.webservice.writing import write_records
from navette.demo.shops.prestashop.webservice.xml_writer import XmlWriter

FILE = "classes/webservice/WebserviceRequest.php"
LINES_AFTER_A_WRONG_LIST = (1333, 1334, 1335, 1336)


@dataclass
class Content:
    """What an answer holds; `was_made` when the shop made a content, even an empty one."""

    body: bytes = b""
    status: int = 200
    content_type: str | None = None
    was_made: bool = False


def answer_records(call: Call) -> Content:
    """Answer a request about records."""
    if call.method in {"GET", "HEAD"}:
        return _schema(call) or (details_of(call, to_int(call.record_id)) if call.record_id else _list(call))
    if call.method == "DELETE":
        return _delete(call)
    if call.method == "POST" and call.resource_name == "attachments":
        return Content(xml_writer.document(""))  # only `attachments/file` makes one
    return _write(call)


def _schema(call: Call) -> Content | None:
    kind = text_of(call.parameters, "schema")
    if kind is None or call.record_id:
        return None
    if kind not in {BLANK, SYNOPSIS}:
        sentence = (
            "Please select a schema of type 'synopsis' to get the whole schema informations (which fields are"
            " required, which kind of content...) or 'blank' to get an empty schema to fill before using POST request"
        )
        call.problems.add(400, sentence, 28)
        return _wrong_list(call)
    if call.wants_json:
        return Content(schema_json(call.resource))
    text = SchemaWriter(call.shop.api, call.languages, kind).resource(call.resource)
    return Content(xml_writer.document(text))


def _wrong_list(call: Call) -> Content:
    """Answer a list that was asked wrongly: PHP goes on and stumbles over what is not there."""
    for line in LINES_AFTER_A_WRONG_LIST:
        call.problems.warn("Trying to access array offset on value of type bool", FILE, line)
    return Content()


def _list(call: Call) -> Content:
    display = chosen_display(call, MINIMUM)
    keys = list_ids(call) if not call.problems else None
    if keys is None or display is None:
        return _wrong_list(call)
    call.records = len(keys)
    if display.ids_only:
        listed = XmlWriter(call, call.resource, display).ids(keys)
        return Content(
            JsonWriter(call, call.resource, display).ids(keys) if call.wants_json else xml_writer.document(listed)
        )
    entities = load_entities(call, call.resource, keys, display)
    if call.resource_name == "translated_configurations":
        return _untranslatable(call, entities)
    if call.wants_json:
        return Content(JsonWriter(call, call.resource, display).list(entities))
    return Content(xml_writer.document(XmlWriter(call, call.resource, display).list(entities)))


def _untranslatable(call: Call, entities: list[Entity]) -> Content:
    """Fail as the shop does on the settings in several languages."""
    for _ in entities:
        call.problems.warn("Array to string conversion", "classes/webservice/WebserviceOutputXML.php", 141)
    return Content(was_made=True)


def details_of(call: Call, key: int) -> Content:
    """Answer with one record."""
    display = chosen_display(call, FULL)
    if display is None:
        return Content()
    entities = load_entities(call, call.resource, [key], display)
    if not entities:
        return Content(status=404)
    call.records = 1
    return Content(_details_body(call, display, entities))


def _details_body(call: Call, display: Display, entities: list[Entity]) -> bytes:
    if call.wants_json:
        return JsonWriter(call, call.resource, display).details(entities)
    writer = XmlWriter(call, call.resource, display)
    if display.ids_only:
        return xml_writer.document("".join(writer.reference(entity.record.key) for entity in entities))
    return xml_writer.document("".join(map(writer.entity, entities)))


def _write(call: Call) -> Content:
    """Store records and answer with them as they were sent, not as they are stored."""
    records = write_records(call)
    if call.problems:
        return Content()
    display = full_display(call.resource)
    entities = complete(call, call.resource, records, display)
    return Content(_details_body(call, display, entities), status=201 if call.method == "POST" else 200)


def _delete(call: Call) -> Content:
    keys = _ids_to_delete(call)
    found = {key: call.shop.find(call.resource_name, to_int(key)) for key in keys}
    missing = [key for key, record in found.items() if record is None]
    if missing or not keys:
        call.problems.add(404, f"Id(s) not exists: {', '.join(missing)}", 87)
        return Content()
    records: list[Record] = [record for record in found.values() if record is not None]
    behaviour = call.shop.behaviour(call.resource_name)
    kept = [str(record.key) for record in records if not behaviour.delete(record)]
    call.records = len(records) - len(kept)
    if kept:
        call.problems.add(500, f"Id(s) wasn't deleted: {', '.join(kept)}", 88)
    return Content()


def _ids_to_delete(call: Call) -> list[str]:
    given = text_of(call.parameters, "id")
    if given is None:
        if not call.record_id:
            call.problems.warn("Undefined array key 1", FILE, 1485)
        return [str(to_int(call.record_id))]
    found = re.fullmatch(r"\[(.*)\]", given)
    return found[1].split(",") if found else []
