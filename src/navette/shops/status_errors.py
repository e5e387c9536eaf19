"""What a status means whatever the shop: redirects, firewalls, limits, failing gateways."""

import httpx

from navette.domain.errors import ConfigurationError, DoubtfulWriteError, TransientError
from navette.domain.messages import shop as messages
from navette.shops.call import Answer, Call
from navette.shops.network_errors import UnsentError
from navette.shops.retry_after import pause_of

LIMITS = frozenset({429, 503})
GATEWAY_FAILURES = frozenset({502, 504, 520, 521, 522, 523, 524})


class LimitReachedError(UnsentError):
    """The shop takes no more requests for `pause` seconds; it did nothing with this one."""

    pause: float = 0.0


def raise_for_status(call: Call, answer: Answer, host: str) -> None:
    """Raise what a status means for every shop; other statuses are for the shop's own client."""
    status = answer.status
    if 300 <= status < 400:
        target = _address_of(answer.headers.get("location", ""))
        raise ConfigurationError(messages.REDIRECTED, request_id=call.request_id, host=host, target=target)
    if status == 403:
        raise ConfigurationError(
            messages.BLOCKED, request_id=call.request_id, host=host, method=call.method, resource=call.resource
        )
    if status in LIMITS and not _gave_up_waiting(call, answer):
        raise _limit(call, answer, host)
    if status in LIMITS | GATEWAY_FAILURES:
        kind = TransientError if call.is_read else DoubtfulWriteError
        raise kind(messages.GATEWAY_FAILED, request_id=call.request_id, host=host, status=status)


def _gave_up_waiting(call: Call, answer: Answer) -> bool:
    """A limit names its pause; a bare 503 to a write may come from a server that stopped waiting for the shop."""
    return answer.status == 503 and not call.is_read and "retry-after" not in answer.headers


def _limit(call: Call, answer: Answer, host: str) -> LimitReachedError:
    pause = pause_of(answer.headers.get("retry-after", ""))
    error = LimitReachedError(
        messages.LIMITED, request_id=call.request_id, host=host, status=answer.status, seconds=f"{pause:g}"
    )
    error.pause = pause
    return error


def _address_of(location: str) -> str:
    """Scheme, host and path of a redirect: its query may repeat a key."""
    try:
        url = httpx.URL(location)
    except httpx.InvalidURL:
        return "?"
    return str(url.copy_with(query=None, fragment=None, username=None, password=None))
