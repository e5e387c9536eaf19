"""Faults on order: what goes wrong with which request."""

from dataclasses import dataclass
from enum import Enum
from threading import Lock

from navette.demo.shops.prestashop.http_message import Request, Response


class Fault(Enum):
    """The ways in which a shop fails."""

    ERROR_BEFORE_WORK = "error_before_work"
    """500 with an empty body, nothing was done."""
    ERROR_AFTER_WORK = "error_after_work"
    """500 with an empty body, all was done."""
    WARNING_AFTER_WORK = "warning_after_work"
    """500 with a PHP warning (code 3), all was done."""
    HTML_PAGE = "html_page"
    """200 with a page for people, nothing was done."""
    ENTITY_BOMB = "entity_bomb"
    """200 with a document whose entities grow without end when they are read, nothing was done."""
    TRUNCATED = "truncated"
    """The first half of the answer, all was done."""
    CLOSED_BEFORE_WORK = "closed_before_work"
    """The connection is closed, nothing was done."""
    CLOSED_AFTER_WORK = "closed_after_work"
    """The connection is closed, all was done."""
    TIMEOUT = "timeout"
    """The connection is closed after `seconds` without an answer, all was done."""
    REDIRECT = "redirect"
    """302 to the shop's front, nothing was done."""
    TOO_MANY_REQUESTS = "too_many_requests"
    """429 with Retry-After, nothing was done."""
    UNAVAILABLE = "unavailable"
    """503 with Retry-After, nothing was done."""
    SLOW = "slow"
    """The right answer after `seconds`."""

    @property
    def works(self) -> bool:
        """Tell whether the shop does the work all the same."""
        return self in {
            Fault.ERROR_AFTER_WORK,
            Fault.WARNING_AFTER_WORK,
            Fault.TRUNCATED,
            Fault.CLOSED_AFTER_WORK,
            Fault.TIMEOUT,
            Fault.SLOW,
        }

    @property
    def closes(self) -> bool:
        """Tell whether no answer comes at all."""
        return self in {Fault.CLOSED_BEFORE_WORK, Fault.CLOSED_AFTER_WORK, Fault.TIMEOUT}


@dataclass
class PlannedFault:
    """A fault waiting for its request: the n-th that matches, and as many after it as `times` says."""

    fault: Fault
    method: str | None = None
    resource: str | None = None
    nth: int = 1
    times: int = 1
    seconds: float = 0.0
    retry_after: int = 1
    seen: int = 0

    def meets(self, request: Request, resource: str) -> bool:
        """Count a request and tell whether the fault strikes it."""
        if self.method not in (None, request.method) or self.resource not in (None, resource):
            return False
        self.seen += 1
        return self.nth <= self.seen < self.nth + self.times


class Faults:
    """The faults that tests ordered."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._planned: list[PlannedFault] = []

    def add(self, planned: PlannedFault) -> None:
        """Order a fault."""
        with self._lock:
            self._planned.append(planned)

    def clear(self) -> None:
        """Take back what was ordered."""
        with self._lock:
            self._planned.clear()

    def next(self, request: Request, resource: str) -> PlannedFault | None:
        """Return the fault that strikes a request; all that match count it."""
        with self._lock:
            struck = [planned for planned in self._planned if planned.meets(request, resource)]
        return struck[0] if struck else None


WARNING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">\n<errors>\n'
    "<error>\n<code><![CDATA[3]]></code>\n<message><![CDATA[[PHP Warning #2] Undefined array key 0"
    " (/var/www/html/modules/othermodule/othermodule.php, line 42)]]></message>\n</error>\n</errors>\n</prestashop>\n"
)
PAGE = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Be right back</h1></body></html>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE prestashop [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{10 * f"&{former};"}">' for former, name in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><prestashop>&j;</prestashop>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


def spoilt(planned: PlannedFault, response: Response | None, address: str) -> Response:
    """Return what the fault makes of an answer; `response` is None when nothing was done."""
    fault = planned.fault
    if response is not None and fault is Fault.SLOW:
        return response
    if response is not None and fault is Fault.TRUNCATED:
        return Response(response.status, response.body[: len(response.body) // 2], response.headers)
    wait = {"Retry-After": str(planned.retry_after)}
    answers = {
        Fault.WARNING_AFTER_WORK: Response(500, WARNING.encode(), {"Content-Type": "text/xml;charset=utf-8"}),
        Fault.HTML_PAGE: Response(200, PAGE.encode(), dict(HTML)),
        Fault.ENTITY_BOMB: Response(200, BOMB.encode(), {"Content-Type": "text/xml;charset=utf-8"}),
        Fault.REDIRECT: Response(302, b"", HTML | {"Location": address}),
        Fault.TOO_MANY_REQUESTS: Response(429, b"Too Many Requests", HTML | wait),
        Fault.UNAVAILABLE: Response(503, b"Service Unavailable", HTML | wait),
    }
    return answers.get(fault) or Response(500, b"", dict(HTML))
