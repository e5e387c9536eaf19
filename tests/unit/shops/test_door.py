"""The door: what is tried again, how long it waits, what it never tells."""

import logging
import socket
import ssl
from dataclasses import replace

import httpx
import pytest
from doors import CONNECTION, READ, WRITE, a_door, failing_reads, texts_of, whole

from navette.domain.errors import ConfigurationError, DoubtfulWriteError, NavetteError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.run import Requests
from navette.shops.network_errors import UnsentError

OK = httpx.Response(200, content=b"fine")


def caused_by(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def failure(*answers: httpx.Response | Exception, call=READ, **settings: object) -> NavetteError:
    door, _ = a_door(*answers, **settings)
    with pytest.raises(NavetteError) as caught:
        door.send(call, whole)
    return caught.value


class TestRetries:
    @pytest.mark.parametrize(
        "passing",
        [httpx.ReadTimeout(""), httpx.ReadError(""), httpx.RemoteProtocolError(""), httpx.Response(502)],
    )
    def test_a_read_is_made_again_after_a_passing_failure(self, passing: httpx.Response | Exception) -> None:
        door, shop = a_door(passing, OK)
        assert door.send(READ, whole) == b"fine"
        assert len(shop.requests) == 2

    def test_a_read_is_made_as_often_as_the_settings_say(self) -> None:
        door, shop = a_door(*[httpx.ReadTimeout("")] * 9, tries=4)
        with pytest.raises(TransientError):
            door.send(READ, whole)
        assert len(shop.requests) == 4

    def test_a_damaged_answer_to_a_read_is_asked_for_again(self) -> None:
        door, shop = a_door(OK, OK)
        damaged = TransientError(messages.DAMAGED, host="", method="", resource="")
        assert door.send(READ, failing_reads(damaged)) == b"fine"
        assert len(shop.requests) == 2

    @pytest.mark.parametrize(
        "doubt",
        [
            httpx.ReadTimeout(""),
            httpx.WriteError(""),
            httpx.RemoteProtocolError(""),
            httpx.Response(502),
            httpx.Response(504),
            httpx.Response(503),
        ],
    )
    def test_a_write_that_may_have_arrived_is_not_sent_again(self, doubt: httpx.Response | Exception) -> None:
        door, shop = a_door(doubt, OK)
        with pytest.raises(DoubtfulWriteError):
            door.send(WRITE, whole)
        assert len(shop.requests) == 1

    @pytest.mark.parametrize("unsent", [httpx.ConnectError(""), httpx.ConnectTimeout(""), httpx.PoolTimeout("")])
    def test_a_write_that_did_not_arrive_is_sent_again(self, unsent: Exception) -> None:
        door, shop = a_door(unsent, OK)
        assert door.send(WRITE, whole) == b"fine"
        assert len(shop.requests) == 2

    def test_a_write_that_never_arrives_is_known_not_to_have_been_made(self) -> None:
        assert isinstance(failure(*[httpx.ConnectError("")] * 3, call=WRITE), UnsentError)


class TestLimits:
    def test_a_limit_pauses_as_long_as_the_shop_asks_and_goes_on(self) -> None:
        busy = httpx.Response(429, headers={"Retry-After": "7"})
        door, shop = a_door(busy, busy, OK)
        assert door.send(WRITE, whole) == b"fine"
        assert shop.waits == [7, 7]

    def test_maintenance_with_retry_after_is_a_limit_for_writes_too(self) -> None:
        door, shop = a_door(httpx.Response(503, headers={"Retry-After": "3"}), OK)
        assert door.send(WRITE, whole) == b"fine"
        assert shop.waits == [3]

    def test_limits_do_not_use_up_the_tries(self) -> None:
        busy = httpx.Response(429, headers={"Retry-After": "1"})
        door, _ = a_door(*[busy] * 20, OK, tries=1)
        assert door.send(READ, whole) == b"fine"

    def test_patience_has_an_end(self) -> None:
        error = failure(*[httpx.Response(429, headers={"Retry-After": "50"})] * 9, patience=120)
        assert error.message is messages.LIMITED
        assert error.values["seconds"] == "50"

    def test_requests_start_at_their_pace(self) -> None:
        door, shop = a_door(OK, OK, delay=0.5)
        door.send(READ, whole)
        door.send(READ, whole)
        assert [round(wait, 1) for wait in shop.waits] == [0.5]


class TestCauses:
    def test_an_unknown_name(self) -> None:
        unknown = caused_by(httpx.ConnectError(""), socket.gaierror(socket.EAI_NONAME, "unknown"))
        error = failure(unknown)
        assert (type(error), error.message) == (ConfigurationError, messages.UNKNOWN_HOST)

    def test_a_name_server_that_does_not_answer_is_passing(self) -> None:
        waiting = caused_by(httpx.ConnectError(""), socket.gaierror(socket.EAI_AGAIN, "again"))
        assert isinstance(failure(*[waiting] * 3), TransientError)

    def test_a_certificate_that_is_not_valid(self) -> None:
        expired = ssl.SSLCertVerificationError(1, "certificate has expired")
        expired.verify_message = "certificate has expired"
        error = failure(caused_by(httpx.ConnectError(""), expired))
        assert (type(error), error.message) == (ConfigurationError, messages.TLS_FAILED)
        assert error.values["reason"] == "certificate has expired"

    def test_a_refused_connection(self) -> None:
        refused = caused_by(httpx.ConnectError(""), ConnectionRefusedError(111, "refused"))
        error = failure(*[refused] * 3)
        assert (error.message, error.values["reason"]) == (messages.UNREACHABLE, "ECONNREFUSED")

    def test_a_time_out_tells_how_long_was_waited(self) -> None:
        error = failure(*[httpx.ReadTimeout("")] * 3, timeout=12.5)
        assert (error.message, error.values["seconds"]) == (messages.TIMED_OUT, "12.5")

    def test_a_proxy(self) -> None:
        assert failure(*[httpx.ProxyError("http://user:password@proxy")] * 3).message is messages.PROXY_FAILED

    def test_an_address_that_is_none(self) -> None:
        for url in ("ht tp://[shop", "ftp://shop.example", "https://", "mailto:shop"):
            assert failure(OK, url=url).message is messages.WRONG_ADDRESS

    def test_a_redirect_is_not_followed(self) -> None:
        door, shop = a_door(httpx.Response(302, headers={"Location": "https://www.shop.example/?ws_key=SECRET"}))
        with pytest.raises(ConfigurationError) as caught:
            door.send(READ, whole)
        assert caught.value.values == {"host": "shop.example", "target": "https://www.shop.example/"}
        assert len(shop.requests) == 1

    def test_a_firewall(self) -> None:
        error = failure(httpx.Response(403), call=WRITE)
        assert error.message is messages.BLOCKED
        assert error.values["method"] == "POST"

    def test_an_answer_that_is_too_large_is_not_read_to_its_end(self) -> None:
        error = failure(httpx.Response(200, content=b"x" * 5000), response_limit=4096)
        assert (type(error), error.message) == (ConfigurationError, messages.TOO_LARGE)

    def test_each_error_names_its_request(self) -> None:
        door, shop = a_door(httpx.Response(403))
        with pytest.raises(NavetteError) as caught:
            door.send(READ, whole)
        assert shop.requests[0].headers["X-Request-Id"] == caught.value.request_id != ""


class TestSecrets:
    def test_the_settings_do_not_tell_them(self) -> None:
        told = repr(replace(CONNECTION, basic_password="PASSWORD", proxy="http://u:PASSWORD@proxy"))
        assert "SECRET" not in told
        assert "PASSWORD" not in told

    def test_logs_and_errors_do_not_tell_them(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        door, shop = a_door(OK, httpx.ConnectError("SECRET-KEY-OF-THE-SHOP"), tries=1)
        call = replace(READ, query=[("filter[email]", "[erika@example.com]"), ("ws_key", "SECRET-KEY-OF-THE-SHOP")])
        door.send(call, whole)
        with pytest.raises(NavetteError) as caught:
            door.send(call, whole)
        told = caplog.text + str(caught.value) + repr(caught.value.values) + repr(caught.value.__cause__)
        assert len(shop.requests) == 2
        assert caplog.records
        assert "SECRET" not in told
        assert "erika" not in told

    def test_cookies_are_not_kept(self) -> None:
        door, shop = a_door(httpx.Response(200, headers={"Set-Cookie": "PrestaShop-1=abc; path=/"}), OK)
        door.send(READ, whole)
        door.send(READ, whole)
        assert "cookie" not in shop.requests[1].headers


class TestRequests:
    def test_every_attempt_counts(self) -> None:
        door, _ = a_door(httpx.ReadTimeout(""), OK, httpx.ConnectError(""), OK)
        door.send(READ, whole)
        door.send(WRITE, whole)
        assert door.requests == Requests(read=2, write=2)

    def test_alternative_methods_hide_in_posts(self) -> None:
        door, shop = a_door(OK, OK, override_parameter="ps_method", overrides_methods=True)
        door.send(replace(WRITE, method="PATCH"), whole)
        door.send(READ, whole)
        assert texts_of(shop.requests) == ["POST /api/things", "GET /api/things"]
        assert shop.requests[0].url.params["ps_method"] == "PATCH"

    def test_without_the_option_methods_are_their_own(self) -> None:
        door, shop = a_door(OK, override_parameter="ps_method")
        door.send(replace(WRITE, method="PATCH"), whole)
        assert texts_of(shop.requests) == ["PATCH /api/things"]

    @pytest.mark.parametrize("url", ["shop.example/", "https://shop.example", " https://shop.example// "])
    def test_an_address_may_be_written_in_several_ways(self, url: str) -> None:
        door, shop = a_door(OK, url=url)
        door.send(READ, whole)
        assert str(shop.requests[0].url) == "https://shop.example/api/things"
        assert shop.requests[0].headers["User-Agent"] == "Navette"

    def test_old_versions_of_tls_are_refused(self) -> None:
        assert CONNECTION.tls_context().minimum_version is ssl.TLSVersion.TLSv1_2
        newer = replace(CONNECTION, tls_minimum="1.3")
        assert newer.tls_context().minimum_version is ssl.TLSVersion.TLSv1_3
