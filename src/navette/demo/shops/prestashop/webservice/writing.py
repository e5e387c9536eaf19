"""POST, PUT and PATCH: one or several records in one request, without a transaction around them."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.records.definition import Field, Resource
from navette.demo.shops.prestashop.records.record import Record, Texts
from navette.demo.shops.prestashop.webservice.body import Node, read_body
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.validation import first_problem, first_text_problem


def write_records(call: Call) -> list[Record]:
    """Store the records of a request and return those that were reached.

    The first mistake ends the request: what came before it is stored, what comes after is not looked at.
    """
    root = read_body(call.request.body, call.problems)
    if root is None or not _ids_are_right(call, root.children):
        return []
    writing = Writing(call.method, call.problems, call.parameters)
    records: list[Record] = []
    for node in root.children:
        record = _record(call, node)
        if record is None:
            break
        call.records += 1
        records.append(record)
        if not _Writer(call, writing, record, node).write():
            break
    return records


def _ids_are_right(call: Call, nodes: Sequence[Node]) -> bool:
    """Check that ids are there for a change, once each, and not for a new record."""
    ids = [to_int(child.text) for node in nodes if (child := node.child("id")) is not None and child.text]
    if call.method == "POST":
        if ids:
            call.problems.add(400, "id is forbidden when adding a new resource", 91)
        return not ids
    if len(set(ids)) != len(ids):
        call.problems.add(400, "id is duplicate in request", 89)
        return False
    if len(ids) != len(nodes):
        call.problems.add(400, "id is required when modifying a resource", 90)
        return False
    return True


def _record(call: Call, node: Node) -> Record | None:
    """Return a new record, or the one with the id in the body: the id in the address is not looked at."""
    if call.method == "POST":
        return Record(call.resource)
    sent = node.child("id")
    text = sent.text if sent is not None else ""
    record = call.shop.find(call.resource_name, to_int(text))
    if record is None:
        call.problems.add(404, "Invalid ID", 92)
        return None
    call.shop.behaviour(call.resource_name).loaded([record])
    record.shown_id = text
    return record


class _Writer:
    """Writes one record."""

    def __init__(self, call: Call, writing: Writing, record: Record, node: Node) -> None:
        self._call = call
        self._writing = writing
        self._record = record
        self._node = node
        self._resource: Resource = call.resource
        self._behaviour: Behaviour = call.shop.behaviour(call.resource_name)
        self._has_texts = False

    def write(self) -> bool:
        """Take the fields, check them, store the record and its lists; False ends the request."""
        problems = self._writing.problems
        if not all(self._take(field) for field in self._resource.fields.values()):
            return False
        self._behaviour.before_checks(self._record, self._writing)
        if problems:
            return True
        if self._has_texts and (wrong := first_text_problem(self._record)) is not None:
            problems.add(400, f'Validation error: "{wrong}"', 84)
            return False
        if (wrong := first_problem(self._record)) is not None:
            problems.add(400, f'Validation error: "{wrong}"', 85)
            return False
        is_new = self._writing.method == "POST"
        store = self._behaviour.add if is_new else self._behaviour.update
        if not store(self._record, self._writing):
            problems.add(500, "Unable to save resource", 46)
            return True
        return self._take_lists()

    def _take(self, field: Field) -> bool:
        """Take a field from the body; one that was not sent is emptied, except by PATCH."""
        sent = self._node.child(field.name)
        if self._writing.method == "PATCH" and sent is None:
            return True
        if field.lang:
            return self._take_texts(field, sent)
        if sent is not None:
            return self._take_value(field, sent)
        if field.required:
            self._writing.problems.add(400, f'parameter "{field.name}" required', 41)
            return False
        if field.column is not None or field.initial is not None:
            self._record[field.name] = None
        return True

    def _take_value(self, field: Field, sent: Node) -> bool:
        if field.read_only:
            sentence = f'parameter "{field.name}" not writable. Please remove this attribute of this XML'
            self._writing.problems.add(400, sentence, 93)
            return False
        if field.setter:
            self._behaviour.set_field(self._record, field.name, sent.text, self._writing)
        else:
            self._record[field.name] = sent.text
        return True

    def _take_texts(self, field: Field, sent: Node | None) -> bool:
        """Take the texts of a field.

        A field that is not required loses the languages that were not sent; a required one keeps them.
        """
        self._has_texts = True
        nodes = [] if sent is None else [child for child in sent.children if child.name == "language"]
        if not nodes:
            self._record[field.name] = "" if sent is None else sent.text
            return True
        texts: Texts = dict(self._record.texts(field.name)) if field.required else {}
        texts.update({to_int(node.attribute("id")): node.text for node in nodes})
        self._record[field.name] = texts
        return True

    def _take_lists(self) -> bool:
        lists = self._node.child("associations")
        for sent in lists.children if lists is not None else []:
            if sent.name not in self._resource.associations:
                if sent.name == "i18n":
                    continue
                self._writing.problems.add(400, f'The association "{sent.name}" does not exists', 86)
                return False
            entries: list[Entry] = [{child.name: child.text for child in entry.children} for entry in sent.children]
            if not self._behaviour.set_linked(self._record, sent.name, entries, self._writing):
                sentence = f"Error occurred while setting the {sent.name} value"
                self._writing.problems.add(500, sentence, 85)
                return False
        return True
