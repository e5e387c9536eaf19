"""What the web service's errors mean: a table from its codes, then from the status.

500 means neither "try again" nor "nothing done": wrong input is often 500, and a PHP warning spoils an answer whose
work is done. So an error to a POST never says that nothing was made; whoever creates looks up (adapter/creation.py).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from lxml import etree

from navette.domain.errors import (
    ConfigurationError,
    DoubtfulWriteError,
    NavetteError,
    RefusedError,
    TransientError,
)
from navette.domain.messages import shop as messages
from navette.domain.messages.message import Message
from navette.shops.call import Answer, Call
from navette.shops.prestashop.client.xml import parse_xml

PHP_WARNING = 3
UNKNOWN_IDS = (87, 92)
DETAIL_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of an answer."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code comes to."""

    kind: type[NavetteError]
    message: Message


CODES = {
    17: Meaning(ConfigurationError, messages.NO_KEY),
    18: Meaning(ConfigurationError, messages.KEY_MALFORMED),
    20: Meaning(ConfigurationError, messages.KEY_UNKNOWN),
    21: Meaning(ConfigurationError, messages.KEY_UNKNOWN),
    22: Meaning(ConfigurationError, messages.SERVICE_DISABLED),
    25: Meaning(ConfigurationError, messages.MISSING_RIGHT),
    26: Meaning(ConfigurationError, messages.MISSING_RIGHT),
    27: Meaning(ConfigurationError, messages.UNKNOWN_FIELD),
    32: Meaning(ConfigurationError, messages.UNKNOWN_FIELD),
    34: Meaning(ConfigurationError, messages.UNKNOWN_FIELD),
    35: Meaning(ConfigurationError, messages.UNKNOWN_FIELD),
    38: Meaning(ConfigurationError, messages.UNKNOWN_FIELD),
    **dict.fromkeys(UNKNOWN_IDS, Meaning(RefusedError, messages.GONE)),
}
REFUSED = Meaning(RefusedError, messages.RECORD_REFUSED)
STATUSES = {
    401: Meaning(ConfigurationError, messages.NO_KEY),
    413: REFUSED,
}
# "Property Product->name is not valid", "The length of property Product->reference is currently 65 chars"
_FIELD = re.compile(r"[Pp]roperty \w+->(\w+)")
_REQUIRED = re.compile(r'parameter "(\w+)"')
_TAGS = re.compile(r"<[^>]*>")


class Judge:
    """Raises what an answer of one shop means; says nothing for a success."""

    def __init__(self, url: str, secrets: Sequence[str]) -> None:
        self._url = url
        self._host = url.partition("://")[2].partition("/")[0]
        self._secrets = secrets

    def __call__(self, call: Call, answer: Answer) -> None:
        """Raise the meaning of an error answer."""
        if answer.status < 400:
            return
        faults = faults_of(answer)
        if faults:
            raise self._fault_error(call, answer, faults)
        if answer.status == 404:
            raise self._missing(call)
        if meaning := STATUSES.get(answer.status):
            raise self._error(meaning, call, answer, _plain(answer.content))
        if answer.status == 500:
            raise self._error(self._failure(call, messages.SHOP_FAILED), call, answer, _plain(answer.content))

    def _fault_error(self, call: Call, answer: Answer, faults: Sequence[Fault]) -> NavetteError:
        fault = next((fault for fault in faults if fault.code != PHP_WARNING), faults[0])
        if fault.code == PHP_WARNING:
            return self._error(self._failure(call, messages.PHP_WARNING), call, answer, fault.text)
        field = _FIELD.search(fault.text) or _REQUIRED.search(fault.text)
        if field and fault.code not in CODES:
            meaning = Meaning(RefusedError, messages.FIELD_REFUSED)
            return self._error(meaning, call, answer, fault.text, field=field[1])
        return self._error(CODES.get(fault.code, REFUSED), call, answer, fault.text)

    def _missing(self, call: Call) -> NavetteError:
        """Lists answer 200 when nothing is found: a 404 to one means that there is no web service."""
        if call.is_read:
            return ConfigurationError(messages.NO_SERVICE, request_id=call.request_id, url=self._url)
        return RefusedError(messages.GONE, request_id=call.request_id, resource=call.resource, id="")

    def _failure(self, call: Call, message: Message) -> Meaning:
        return Meaning(TransientError if call.is_read else DoubtfulWriteError, message)

    def _error(self, meaning: Meaning, call: Call, answer: Answer, detail: str, *, field: str = "") -> NavetteError:
        for secret in self._secrets:
            detail = detail.replace(secret, "…")
        known = {
            "host": self._host,
            "method": call.method,
            "resource": call.resource,
            "status": answer.status,
            "detail": detail[:DETAIL_LENGTH],
            "field": field,
            "id": "",
        }
        values = {name: value for name, value in known.items() if name in meaning.message.placeholders}
        return meaning.kind(meaning.message, request_id=call.request_id, **values)


def faults_of(answer: Answer) -> Sequence[Fault]:
    """Errors that the body lists, in XML or JSON; none for an empty body, plain text or a web page."""
    content = answer.content.strip()
    if content.startswith(b"{"):
        try:
            errors = json.loads(content).get("errors", [])
        except ValueError:
            return []
        return [Fault(int(error.get("code") or 0), _told(str(error.get("message", "")))) for error in errors]
    try:
        root = parse_xml(content)
    except etree.XMLSyntaxError:
        return []
    return [
        Fault(int(error.findtext("code") or 0), _told(error.findtext("message") or ""))
        for error in root.iterfind("errors/error")
    ]


def _told(text: str) -> str:
    """A fault's text as it is meant (`-&gt;` stands for an arrow), without the request that some repeat."""
    return " ".join(unescape(text.partition("\nXML length")[0]).split())


def _plain(content: bytes) -> str:
    text = content[:2000].decode("utf-8", "replace")
    return " ".join(_TAGS.sub(" ", text).split())[:DETAIL_LENGTH]
