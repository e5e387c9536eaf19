"""Doors onto shops that a test plays: a function answers the requests, waiting takes no time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import httpx

from navette.shops.call import Answer, Call
from navette.shops.connection import ShopConnection
from navette.shops.door import Door

CONNECTION = ShopConnection(url="https://shop.example", key="SECRET-KEY-OF-THE-SHOP", delay=0)
READ = Call(method="GET", path="/api/things", resource="things")
WRITE = Call(method="POST", path="/api/things", resource="things", body=b"<thing/>")


@dataclass
class PlayedShop:
    """Answers requests one after the other with what the test says: a response, or an error of the network."""

    answers: Iterator[httpx.Response | Exception]
    requests: list[httpx.Request] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = next(self.answers)
        if isinstance(answer, Exception):
            raise answer
        return answer


def a_door(*answers: httpx.Response | Exception, **settings: object) -> tuple[Door, PlayedShop]:
    """A door and the shop behind it."""
    shop = PlayedShop(iter(answers))
    parameter = str(settings.pop("override_parameter", ""))
    connection = replace(CONNECTION, **settings)
    door = Door(connection, override_parameter=parameter, transport=httpx.MockTransport(shop), sleep=shop.waits.append)
    return door, shop


def whole(answer: Answer) -> bytes:
    return answer.content


def failing_reads(*errors: Exception | None) -> Callable[[Answer], bytes]:
    """A reader of answers that fails as often as there are errors."""
    left: list[Exception | None] = list(errors)

    def read(answer: Answer) -> bytes:
        error = left.pop(0) if left else None
        if error:
            raise error
        return answer.content

    return read


def texts_of(requests: Sequence[httpx.Request]) -> list[str]:
    return [f"{request.method} {request.url.path}" for request in requests]
