"""The one outbound door of a shop: every request passes here, with its pace, limits, retries and secrets.

A shop's client makes a `Call` and says how to read its `Answer`. What a status or body means for the shop
is told by its `judge`, which the door asks before it looks at the status itself, so that retries live here alone.
A read is tried again after any passing failure, a write only when it is known not to have arrived.
"""

import logging
import ssl
import time
from collections.abc import Callable, Sequence
from http.cookiejar import DefaultCookiePolicy
from threading import Lock
from typing import TypeVar

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential, wait_random

from navette.domain.errors import ConfigurationError, DoubtfulWriteError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.run import Requests
from navette.shops.call import Answer, Call
from navette.shops.connection import MEBIBYTE, ShopConnection
from navette.shops.network_errors import UnsentError, network_error
from navette.shops.pace import Pace
from navette.shops.status_errors import LimitReachedError, raise_for_status

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Plain HTTP needs no certificates; loading them takes longer than a request. It verifies all the same."""

Judge = Callable[[Call, Answer], None]
Read = TypeVar("Read")

logger = logging.getLogger(__name__)
# These write whole addresses at INFO and headers at DEBUG: an address may hold a key or an e-mail.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


def accept_all(_call: Call, _answer: Answer) -> None:
    """Judge of a shop whose statuses tell all."""


class Door:
    """Sends calls to one shop. `secret_query` is added to every address and `headers` to every request."""

    def __init__(  # noqa: PLR0913 - what a shop adds to its settings is a keyword each
        self,
        settings: ShopConnection,
        *,
        judge: Judge = accept_all,
        auth: httpx.Auth | tuple[str, str] | None = None,
        secret_query: Sequence[tuple[str, str]] = (),
        override_parameter: str = "",
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._judge = judge
        self._secret_query = tuple(secret_query)
        self._override = override_parameter if settings.overrides_methods else ""
        self._sleep = sleep
        self._pace = Pace(settings.delay, settings.concurrency, sleep=sleep)
        self._made = Requests()
        self._lock = Lock()
        self._client = httpx.Client(
            auth=auth,
            headers={"User-Agent": settings.user_agent},
            timeout=settings.timeout,
            follow_redirects=False,
            proxy=settings.proxy or None,
            verify=settings.tls_context() if settings.base_url.startswith("https") else NO_TLS,
            transport=transport,
            limits=httpx.Limits(max_connections=settings.concurrency, keepalive_expiry=10),
        )
        # Shops set a cookie with each answer; none is needed, and sessions would pile up.
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self.host = _host_of(settings.base_url)

    @property
    def requests(self) -> Requests:
        """Requests made so far, each attempt counted."""
        return self._made

    def sleep(self, seconds: float) -> None:
        """Wait, as a test may have replaced it."""
        self._sleep(seconds)

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def send(self, call: Call, read: Callable[[Answer], Read]) -> Read:
        """Send a call and give what `read` makes of its answer.

        `read` raises TransientError for an answer that is damaged: a read is then tried again. Other errors are those
        of the network, of the status and of the judge.
        """
        if not self.host:
            raise ConfigurationError(messages.WRONG_ADDRESS, url=self._settings.url)
        patience = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, LimitReachedError)),
            wait=_asked_pause,
            stop=self._is_out_of_patience,
            sleep=self._sleep,
            reraise=True,
        )
        result: Read = patience(self._send_again, call, read)
        return result

    def _is_out_of_patience(self, state: RetryCallState) -> bool:
        return state.idle_for + state.upcoming_sleep > self._settings.patience

    def _send_again(self, call: Call, read: Callable[[Answer], Read]) -> Read:
        attempts = Retrying(
            retry=retry_if_exception(lambda error: _may_repeat(call, error)),
            wait=wait_exponential(multiplier=0.5, max=8) + wait_random(0, 1),
            stop=stop_after_attempt(self._settings.tries),
            sleep=self._sleep,
            reraise=True,
        )
        result: Read = attempts(self._attempt, call, read)
        return result

    def _attempt(self, call: Call, read: Callable[[Answer], Read]) -> Read:
        with self._pace.place():
            started = time.monotonic()
            self._count(call)
            try:
                answer = self._exchange(call)
            except httpx.HTTPError as error:
                failure = network_error(error, call, self.host, self._settings.timeout)
                logger.info("%s %s failed: %s [%s]", call.method, call.resource, failure.code, call.request_id)
                raise failure from None
        milliseconds = (time.monotonic() - started) * 1000
        logger.debug("%s %s %d %.0f ms [%s]", call.method, call.path, answer.status, milliseconds, call.request_id)
        self._judge(call, answer)
        raise_for_status(call, answer, self.host)
        return read(answer)

    def _exchange(self, call: Call) -> Answer:
        request = self._request(call)
        response = self._client.send(request, stream=True)
        try:
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > self._settings.response_limit:
                    self._refuse_size(call)
        finally:
            response.close()
        return Answer(
            status=response.status_code,
            headers=response.headers,
            content=bytes(content),
            request_id=call.request_id,
        )

    def _request(self, call: Call) -> httpx.Request:
        method, query = call.method, [*call.query, *self._secret_query]
        if self._override and method in {"PUT", "PATCH", "DELETE"}:
            method, query = "POST", [*query, (self._override, method)]
        upload = call.upload
        return self._client.build_request(
            method,
            f"{self._settings.base_url}{call.path}",
            params=tuple(query) or None,
            content=call.body or None,
            files={upload.field: (upload.name, upload.content, upload.mime_type)} if upload else None,
            headers={**call.headers, "X-Request-Id": call.request_id},
        )

    def _refuse_size(self, call: Call) -> None:
        limit = self._settings.response_limit // MEBIBYTE
        kind = ConfigurationError if call.is_read else DoubtfulWriteError
        raise kind(messages.TOO_LARGE, request_id=call.request_id, host=self.host, limit=limit)

    def _count(self, call: Call) -> None:
        with self._lock:
            self._made += Requests(read=1) if call.is_read else Requests(write=1)


def _may_repeat(call: Call, error: BaseException) -> bool:
    if isinstance(error, LimitReachedError) or not isinstance(error, TransientError):
        return False
    return call.is_read or isinstance(error, UnsentError)


def _asked_pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.pause if isinstance(error, LimitReachedError) else 0.0


def _host_of(address: str) -> str:
    """Host and port of an address, '' if it is none."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        return ""
    return url.netloc.decode() if url.scheme in {"http", "https"} else ""
