"""The simulator gives the recorded answers of a real PrestaShop 8.2.1 to the recorded requests, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from recorded_shop import recorded_shop
from recordings import (
    COMPARED_HEADERS,
    HOST,
    KEY,
    REFERENCE,
    SAMPLES_TAKEN_AFTER,
    Exchange,
    authorization,
    comparable,
    exchanges,
    samples,
    schemas,
)

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not REFERENCE.exists(), reason="the recordings of PrestaShop are not beside this checkout"),
]

DIFFERENT = {
    "027-image-replace": "the real shop turns the picture into a JPEG",
    "077-orders-changed-between": "records with the same date come in no order in particular",
}
SAFE = "/?=&[]%|,:+!<>_.-*()"


@dataclass(frozen=True)
class Answer:
    """What the simulator said."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Replay:
    """All answers of the simulator, by the name of their recording."""

    answers: dict[str, Answer] = field(default_factory=dict)


@pytest.fixture(scope="module")
def replay() -> Iterator[Replay]:
    played = Replay()
    with recorded_shop() as shop:
        connection = HTTPConnection("127.0.0.1", shop.port, timeout=20)
        headers = {"host": HOST, "authorization": authorization(KEY)}
        ask = {"api-index": "/api/"}
        for schema in schemas():
            resource, kind = schema.split(".")
            ask[schema] = f"/api/{resource}?schema={kind}"
        for name, path in ask.items():
            played.answers[name] = _ask(connection, "GET", path, headers)
        for exchange in exchanges():
            path, body = exchange.path, exchange.body
            played.answers[exchange.name] = _ask(connection, exchange.method, path, exchange.headers, body)
            if exchange.name == SAMPLES_TAKEN_AFTER:
                for name, path in samples().items():
                    played.answers[name] = _ask(connection, "GET", path, headers)
        yield played
        connection.close()


def _ask(connection: HTTPConnection, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Answer:
    connection.putrequest(method, quote(path, safe=SAFE), skip_host=True, skip_accept_encoding=True)
    for name, value in {**headers, "content-length": str(len(body))}.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    content = answer.read()
    kind = answer.headers.get("content-type", "")
    text = f"[{len(content)} bytes of {kind}]" if kind.startswith("image/") else content.decode()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, text)


@pytest.mark.parametrize("exchange", exchanges(), ids=lambda exchange: exchange.name)
def test_exchange_is_answered_as_recorded(replay: Replay, exchange: Exchange) -> None:
    answer = replay.answers[exchange.name]
    assert answer.status == exchange.status
    for header in COMPARED_HEADERS:
        assert answer.headers.get(header) == exchange.answer_headers.get(header)
    if exchange.name in DIFFERENT:
        assert comparable(answer.body) != comparable(exchange.answer), "no longer different"
    else:
        assert comparable(answer.body) == comparable(exchange.answer)


@pytest.mark.parametrize("name", samples())
def test_sample_is_answered_as_recorded(replay: Replay, name: str) -> None:
    recorded = comparable((REFERENCE / "samples" / name).read_text("utf-8"))
    if name in DIFFERENT:
        assert comparable(replay.answers[name].body) != recorded, "no longer different"
    else:
        assert comparable(replay.answers[name].body) == recorded


@pytest.mark.parametrize("schema", schemas())
def test_schema_is_answered_as_recorded(replay: Replay, schema: str) -> None:
    recorded = (REFERENCE / "schema" / f"{schema}.xml").read_text("utf-8")
    assert comparable(replay.answers[schema].body) == comparable(recorded)


def test_index_is_answered_as_recorded(replay: Replay) -> None:
    recorded = (REFERENCE / "api-index.xml").read_text("utf-8")
    assert comparable(replay.answers["api-index"].body) == comparable(recorded)
