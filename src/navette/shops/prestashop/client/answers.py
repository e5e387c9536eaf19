"""Reading answers: what is expected comes out, what is not is told by its cause.

A damaged answer to a read is passing; to a write it leaves the result unknown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from lxml import etree

from navette.domain.errors import ConfigurationError, DoubtfulWriteError, NavetteError, TransientError
from navette.domain.messages import shop as messages
from navette.shops.call import Answer, Call
from navette.shops.prestashop.client.json_rows import parse_rows
from navette.shops.prestashop.client.xml import UnsafeXmlError, ids_of, parse_xml

END = b"</prestashop>"
PHP_NOISE = (b"<b>Warning</b>", b"<b>Notice</b>", b"<b>Deprecated</b>", b"<b>Fatal error</b>")
Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Index:
    """What the web service tells of itself: name and version of the shop, methods by resource."""

    shop_name: str
    version: str
    rights: Mapping[str, frozenset[str]]


class AnswerReader:
    """Reads the answers of one shop; `host` stands in the errors."""

    def __init__(self, host: str) -> None:
        self._host = host

    def rows(self, call: Call, answer: Answer) -> list[Any]:
        """Rows of a list in JSON."""
        return self._reading(call, answer, parse_rows)

    def tree(self, call: Call, answer: Answer) -> etree._Element:
        """A document in XML."""
        return self._reading(call, answer, _document)

    def index(self, call: Call, answer: Answer) -> Index:
        """What the web service tells of itself."""
        return self._reading(call, answer, lambda content: _index(_document(content), answer))

    def clock(self, call: Call, answer: Answer) -> datetime:
        """The time of the shop's server."""
        return self._reading(call, answer, lambda _: _time_of(answer))

    def made(self, call: Call, answer: Answer, number: int) -> list[str]:
        """Ids of so many records that were created."""

        def parse(content: bytes) -> list[str]:
            ids = ids_of(_document(content))
            if len(ids) != number or not all(ids):
                raise ValueError(ids)
            return ids

        return self._reading(call, answer, parse)

    def image(self, call: Call, answer: Answer) -> str:
        """Id of a picture that was sent; the picture itself, which the answer repeats, is not parsed."""

        def parse(content: bytes) -> str:
            head, found, _ = content.partition(b"<content")
            return ids_of(_document(head + END if found else content))[0]

        return self._reading(call, answer, parse)

    def written(self, call: Call, answer: Answer) -> None:
        """Make sure that the shop came to its end; what it repeats is what was sent, so it is not parsed."""
        if not answer.content.rstrip().endswith(END):
            raise self._error(call, answer.content)

    def _reading(self, call: Call, answer: Answer, parse: Callable[[bytes], Parsed]) -> Parsed:
        try:
            return parse(answer.content)
        except UnsafeXmlError:
            if _is_page(answer.content):
                raise self._error(call, answer.content) from None
            raise ConfigurationError(messages.UNSAFE_XML, **self._names(call)) from None
        except (etree.XMLSyntaxError, ValueError, LookupError):
            raise self._error(call, answer.content) from None

    def _error(self, call: Call, content: bytes) -> NavetteError:
        doubt = TransientError if call.is_read else DoubtfulWriteError
        start = content[:4000].lstrip().lower()
        if any(noise.lower() in start for noise in PHP_NOISE):
            detail = " ".join(start.decode("utf-8", "replace").split())[:200]
            return doubt(
                messages.PHP_WARNING,
                request_id=call.request_id,
                method=call.method,
                resource=call.resource,
                detail=detail,
            )
        if _is_page(content):
            kind = ConfigurationError if call.is_read else DoubtfulWriteError
            return kind(messages.NOT_DATA, **self._names(call))
        return doubt(messages.DAMAGED, **self._names(call))

    def _names(self, call: Call) -> dict[str, str]:
        return {
            "request_id": call.request_id,
            "host": self._host,
            "method": call.method,
            "resource": call.resource,
        }


def _is_page(content: bytes) -> bool:
    """Whether an answer is a web page for people."""
    start = content[:4000].lstrip().lower()
    return b"<html" in start or start.startswith(b"<!doctype html")


def _time_of(answer: Answer) -> datetime:
    """The clock of the shop's server: its own header in seconds, else that of every web server."""
    seconds = answer.headers.get("access-time", "")
    if seconds.isdigit():
        return datetime.fromtimestamp(int(seconds), UTC)
    return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)


def _document(content: bytes) -> etree._Element:
    root = parse_xml(content)
    if root.tag != "prestashop":
        raise ValueError(root.tag)
    return root


def _index(root: etree._Element, answer: Answer) -> Index:
    api = root.find("api")
    if api is None:
        raise LookupError("api")
    rights = {
        str(resource.tag): frozenset(name.upper() for name, value in resource.attrib.items() if value == "true")
        for resource in api
    }
    return Index(api.get("shopName", ""), answer.headers.get("psws-version", ""), rights)
