"""Every error that a real PrestaShop answered, and what it means."""

from pathlib import Path

import httpx
import pytest
from recorded_files import FOLDER, NEEDS_RECORDINGS, exchanges, read_exchange

from navette.domain.errors import ConfigurationError, NavetteError, RefusedError, TransientError
from navette.domain.messages import shop as messages
from navette.shops.call import Answer, Call
from navette.shops.connection import ShopConnection
from navette.shops.prestashop import PrestaShop, open_door
from navette.shops.prestashop.adapter.probe import missing_rights
from navette.shops.prestashop.capabilities import traits_of
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.errors import Judge

pytestmark = NEEDS_RECORDINGS

# File number, kind of error and message; every other error answer has to have some meaning too.
MEANINGS = {
    "021": (RefusedError, messages.FIELD_REFUSED),
    "022": (RefusedError, messages.FIELD_REFUSED),
    "023": (RefusedError, messages.RECORD_REFUSED),
    "037": (RefusedError, messages.FIELD_REFUSED),
    "038": (TransientError, messages.PHP_WARNING),
    "039": (RefusedError, messages.FIELD_REFUSED),
    "040": (RefusedError, messages.FIELD_REFUSED),
    "045": (RefusedError, messages.GONE),
    "051": (RefusedError, messages.RECORD_REFUSED),
    "057": (TransientError, messages.SHOP_FAILED),
    "085": (ConfigurationError, messages.NO_KEY),
    "086": (ConfigurationError, messages.KEY_MALFORMED),
    "087": (ConfigurationError, messages.KEY_UNKNOWN),
    "088": (ConfigurationError, messages.MISSING_RIGHT),
    "089": (ConfigurationError, messages.MISSING_RIGHT),
    "091": (ConfigurationError, messages.UNKNOWN_FIELD),
    "094": (ConfigurationError, messages.UNKNOWN_FIELD),
    "095": (ConfigurationError, messages.UNKNOWN_FIELD),
    "096": (ConfigurationError, messages.UNKNOWN_FIELD),
    "097": (ConfigurationError, messages.UNKNOWN_FIELD),
    "101": (RefusedError, messages.GONE),
    "104": (ConfigurationError, messages.UNKNOWN_FIELD),
    "116": (TransientError, messages.SHOP_FAILED),
    "118": (TransientError, messages.SHOP_FAILED),
    "119": (RefusedError, messages.GONE),
    "122": (TransientError, messages.PHP_WARNING),
}
FAILED = [path for path in exchanges("exchanges", "errors") if read_exchange(path).answer.status_code >= 400]


@pytest.mark.parametrize("path", FAILED, ids=lambda path: path.stem)
def test_every_recorded_error_has_its_meaning(path: Path) -> None:
    exchange = read_exchange(path)
    call = Call(method=exchange.method, path=exchange.target, resource=exchange.resource)
    answer = Answer(
        status=exchange.answer.status_code,
        headers=exchange.answer.headers,
        content=exchange.answer.content,
        request_id=call.request_id,
    )
    with pytest.raises(NavetteError) as caught:
        Judge("http://shop.example", ())(call, answer)
    error = caught.value
    kind, message = MEANINGS.get(path.stem[:3], (NavetteError, error.message))
    assert isinstance(error, kind)
    assert error.message is message
    assert message.placeholders <= set(error.values)


@pytest.mark.parametrize(
    ("stem", "field"),
    [("021", "id_product"), ("022", "quantity"), ("037", "price"), ("039", "name"), ("040", "reference")],
)
def test_the_field_that_the_shop_refused_is_named(stem: str, field: str) -> None:
    path = next(path for path in FAILED if path.stem.startswith(stem))
    exchange = read_exchange(path)
    call = Call(method=exchange.method, path=exchange.target, resource=exchange.resource)
    answer = Answer(status=exchange.answer.status_code, headers={}, content=exchange.answer.content, request_id="x")
    with pytest.raises(RefusedError) as caught:
        Judge("http://shop.example", ())(call, answer)
    assert caught.value.values["field"] == field


def replaying(answer: httpx.Response) -> PrestaShop:
    connection = ShopConnection(url="http://shop.example", key="K" * 32, delay=0, tries=1)
    door = open_door(connection, transport=httpx.MockTransport(lambda _: answer), sleep=lambda _: None)
    return PrestaShop(connection, door=door)


def test_the_index_gives_version_and_rights() -> None:
    content = (FOLDER / "api-index.xml").read_bytes()
    shop = replaying(httpx.Response(200, content=content, headers={"PSWS-Version": "8.2.1"}))
    assert shop.capabilities.version == "8.2.1"


def test_the_rights_of_a_limited_key() -> None:
    (path,) = [path for path in exchanges("errors") if path.stem.startswith("090")]
    connection = ShopConnection(url="http://shop.example", key="K" * 32, delay=0)
    answer = read_exchange(path).answer
    client = Client(open_door(connection, transport=httpx.MockTransport(lambda _: answer)))
    index = client.index()
    assert (index.shop_name, index.version) == ("TestShop", "8.2.1")
    lacking = {(right.resource, right.method) for right in missing_rights(index.rights, traits_of((8, 2, 1)))}
    assert ("products", "GET") not in lacking
    assert {("products", "PATCH"), ("orders", "GET")} <= lacking


def test_an_unknown_store_is_told_as_another_address() -> None:
    (path,) = [path for path in exchanges("errors") if path.stem.startswith("105")]
    with pytest.raises(ConfigurationError) as caught:
        replaying(read_exchange(path).answer).probe()
    assert caught.value.message is messages.REDIRECTED
