"""Records the requests that a run makes, and sends the same ones again in a bare loop."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it went out."""

    method: str
    url: str
    body: bytes
    content_type: str

    @property
    def is_read(self) -> bool:
        """Whether it only reads."""
        return self.method == "GET"


@contextmanager
def recorded() -> Iterator[list[Exchange]]:
    """Record every request of this process while the block runs."""
    exchanges: list[Exchange] = []
    send = httpx.Client.send

    def sending(client: httpx.Client, request: httpx.Request, **options: object) -> httpx.Response:
        exchanges.append(
            Exchange(request.method, str(request.url), request.read(), request.headers.get("content-type", ""))
        )
        return send(client, request, **options)  # type: ignore[arg-type]

    httpx.Client.send = sending  # type: ignore[assignment,method-assign]
    try:
        yield exchanges
    finally:
        httpx.Client.send = send  # type: ignore[method-assign]


def bare_seconds(exchanges: Sequence[Exchange], key: str) -> float:
    """Seconds of a loop that sends the same requests and reads the answers, and does nothing else."""
    with httpx.Client(auth=(key, ""), timeout=600) as client:
        started = time.perf_counter()
        for exchange in exchanges:
            headers = {"content-type": exchange.content_type} if exchange.content_type else {}
            client.request(exchange.method, exchange.url, content=exchange.body, headers=headers).read()
        return time.perf_counter() - started
