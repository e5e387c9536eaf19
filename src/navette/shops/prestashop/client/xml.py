"""XML of the web service: safe reading, and writing of records."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

DECLARATION = b"<?xml"
ROOT = "prestashop"
# The parser stops at entities that contain themselves or grow beyond measure.
ENDLESS = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})
# What XML 1.0 cannot hold at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Value = str | Mapping[str, str]
"""A text, or texts by the shop's id of the language."""


class UnsafeXmlError(etree.XMLSyntaxError):
    """The document declares a type or entities, which the web service never does."""

    def __init__(self, message: str) -> None:
        super().__init__(message, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Record:
    """One record to write: its fields, and the associations that are to be replaced whole, by name."""

    fields: Mapping[str, Value]
    associations: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Id of the record to change, '' for a new one."""
        value = self.fields.get("id", "")
        return value if isinstance(value, str) else ""


# Name of one member in each association that is written.
MEMBERS = {
    "categories": "category",
    "product_features": "product_feature",
    "product_option_values": "product_option_value",
    "accessories": "product",
    "groups": "group",
}


def parse_xml(content: bytes) -> etree._Element:
    """Parse an answer without entities, DTD or network; text that a shop printed before the document is dropped."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    start = content.find(DECLARATION)
    try:
        root = etree.fromstring(content[start:] if start > 0 else content, parser)
    except etree.XMLSyntaxError as error:
        if error.code in ENDLESS and b"<!ENTITY" in content:
            raise UnsafeXmlError("entities") from None
        raise
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXmlError("document type")
    return root


def ids_of(root: etree._Element) -> list[str]:
    """Ids of the records of an answer, in their order."""
    return [record.findtext("id") or "" for record in root]


def document(node: str, records: Iterable[Record]) -> bytes:
    """The body of a request that writes some records."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<', ROOT, ">"]
    for record in records:
        parts += ["<", node, ">", *_fields(record.fields), *_associations(record.associations), "</", node, ">"]
    parts += ["</", ROOT, ">"]
    return "".join(parts).encode()


def wrapped(elements: Iterable[etree._Element]) -> bytes:
    """The body of a request that writes some records given as elements."""
    root = etree.Element(ROOT)
    root.extend(elements)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def merged(present: etree._Element, record: Record, read_only: Iterable[str]) -> etree._Element:
    """A record as it stands with some fields changed, ready for a PUT: what may not be sent back is left out.

    Associations that are not sent are kept by the shop.
    """
    changed = etree.fromstring(document(str(present.tag), [record]))[0]
    for child in [*present]:
        if child.tag in {*read_only, "associations"} or changed.find(child.tag) is not None:
            present.remove(child)
    present.extend([*changed])
    return present


def _fields(fields: Mapping[str, Value]) -> Iterable[str]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield f"<{name}>{_escaped(value)}</{name}>"
        else:
            texts = "".join(f'<language id="{key}">{_escaped(text)}</language>' for key, text in value.items())
            yield f"<{name}>{texts}</{name}>"


def _associations(associations: Mapping[str, Sequence[Mapping[str, str]]]) -> Iterable[str]:
    if not associations:
        return
    yield "<associations>"
    for name, members in associations.items():
        node = MEMBERS[name]
        inner = "".join(f"<{node}>{''.join(_fields(member))}</{node}>" for member in members)
        yield f"<{name}>{inner}</{name}>"
    yield "</associations>"


def _escaped(text: str) -> str:
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
