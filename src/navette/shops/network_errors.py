"""What a failure of the network means: a table from exception to message, and whether the request was sent."""

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from navette.domain.errors import ConfigurationError, DoubtfulWriteError, NavetteError, TransientError
from navette.domain.messages import shop as messages
from navette.shops.call import Call

# Raised before a byte of the request has left: the shop cannot have done anything.
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class UnsentError(TransientError):
    """The request did not arrive: sending it again is safe, whatever it would write."""


def network_error(error: httpx.HTTPError, call: Call, host: str, timeout: float) -> NavetteError:
    """Tell a failed request by its cause. The text of the exception is left out where it could hold an address."""
    causes = tuple(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ConfigurationError(
            messages.TLS_FAILED, request_id=call.request_id, host=host, reason=_tls_reason(causes)
        )
    for cause in causes:
        if isinstance(cause, socket.gaierror) and cause.errno != socket.EAI_AGAIN:
            return ConfigurationError(messages.UNKNOWN_HOST, request_id=call.request_id, host=host)
    if isinstance(error, httpx.ProxyError):
        return UnsentError(messages.PROXY_FAILED, request_id=call.request_id, reason=type(error).__name__)
    kind = _kind_of(error, call)
    if isinstance(error, httpx.TimeoutException):
        return kind(messages.TIMED_OUT, request_id=call.request_id, host=host, seconds=f"{timeout:g}")
    message = messages.UNREACHABLE if isinstance(error, NEVER_SENT) else messages.CONNECTION_LOST
    return kind(message, request_id=call.request_id, host=host, reason=_reason(causes))


def _kind_of(error: Exception, call: Call) -> type[TransientError]:
    if isinstance(error, NEVER_SENT):
        return UnsentError
    return TransientError if call.is_read else DoubtfulWriteError


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tls_reason(causes: tuple[BaseException, ...]) -> str:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
        if isinstance(cause, ssl.SSLError) and cause.reason:
            return cause.reason
    return "TLS"


def _reason(causes: tuple[BaseException, ...]) -> str:
    for cause in causes:
        if isinstance(cause, OSError) and cause.errno:
            return errno.errorcode.get(cause.errno, str(cause.errno))
    return type(causes[0]).__name__
