"""The simulated PrestaShop as tests and the demonstration start it."""

import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from navette.demo.shops.prestashop.clock import ShopClock
from navette.demo.shops.prestashop.faults import Fault, Faults, PlannedFault, spoilt
from navette.demo.shops.prestashop.http_message import Request, Response
from navette.demo.shops.prestashop.installation.bulk import seed_products
from navette.demo.shops.prestashop.installation.fresh import add_record, install
from navette.demo.shops.prestashop.latency import Latency
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.request_log import LoggedRequest, RequestLog
from navette.demo.shops.prestashop.server import ShopServer
from navette.demo.shops.prestashop.shop import Mail, Shop
from navette.demo.shops.prestashop.storefront.checkout import Checkout, PlacedOrder, place_storefront_order
from navette.demo.shops.prestashop.storefront.front import answer_front
from navette.demo.shops.prestashop.versions import ShopVersion
from navette.demo.shops.prestashop.webservice.access import Rights, add_key, full_rights
from navette.demo.shops.prestashop.webservice.index import known_resources
from navette.demo.shops.prestashop.webservice.service import answer

LOCAL = "127.0.0.1"


class PrestaShopSimulator:
    """A shop behind a real HTTP address.

    Use it as a context (`with PrestaShopSimulator() as shop: shop.url, shop.key`) or call `start` and `stop`.
    With a database file it finds its records again after a restart. `port` 0 takes a free one.
    """

    def __init__(  # noqa: PLR0913  a constructor with named settings
        self,
        *,
        version: str = "8.2",
        database: Path | str = ":memory:",
        port: int = 0,
        host: str | None = None,
        name: str = "Navette Demo",
        key: str | None = None,
        latency: Latency | None = None,
        countries: Sequence[str] = ("FR", "US"),
    ) -> None:
        self.clock = ShopClock()
        self.log = RequestLog()
        self.faults = Faults()
        self.latency = latency or Latency()
        self._server = ShopServer(LOCAL, port, self.answer)
        self._thread: Thread | None = None
        opened = Database(database)
        self.shop = Shop(opened, ShopVersion.of(version), self.clock, host or f"{LOCAL}:{self.port}")
        if opened.is_new:
            install(self.shop, name)
            self.activate_countries(*countries)
        else:
            self._take_address()
        self.key = key or self._known_key() or secrets.token_hex(16).upper()
        self.grant(self.key, full_rights(known_resources(self.shop.resources), self.shop.version))

    @property
    def port(self) -> int:
        """Return the port that is listened on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Return the address of the shop, without a slash at the end."""
        return f"http://{LOCAL}:{self.port}"

    def start(self) -> Self:
        """Answer requests from now on."""
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop answering and close the database."""
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()
        self.shop.database.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def serve(self) -> None:
        """Answer requests in this thread until it is interrupted."""
        self._server.serve_forever(poll_interval=0.2)

    def answer(self, request: Request) -> Response | None:
        """Answer one request with its faults and its time; None closes the connection."""
        started = time.monotonic()
        if not (request.path == "/api" or request.path.startswith("/api/")):
            return answer_front(self.shop, request)
        resource = request.path.removeprefix("/api").strip("/").split("/")[0]
        planned = self.faults.next(request, resource)
        if planned is None:
            response, records = self._worked(request)
        else:
            worked, records = self._worked(request) if planned.fault.works else (None, 0)
            response = spoilt(planned, worked, self.shop.address)
        self._sleep(request, resource, records, planned, started)
        self._note(request, resource, records, response, planned)
        return None if planned is not None and planned.fault.closes else response

    def fail(  # noqa: PLR0913  a fault has many sides
        self,
        fault: Fault,
        *,
        method: str | None = None,
        resource: str | None = None,
        nth: int = 1,
        times: int = 1,
        seconds: float = 0.0,
        retry_after: int = 1,
    ) -> None:
        """Order a fault for the n-th request that matches from now on."""
        self.faults.add(PlannedFault(fault, method, resource, nth, times, seconds, retry_after))

    def lose(self, resource: str, key: int) -> None:
        """Let a record vanish, as somebody in the back office would make it."""
        with self.shop.lock:
            record = self.shop.find(resource, key)
            if record is not None:
                self.shop.behaviour(resource).delete(record)

    def grant(self, key: str, rights: Rights) -> None:
        """Give a key its rights: the methods by resource."""
        with self.shop.lock:
            add_key(self.shop.database, key, rights)

    def activate_countries(self, *codes: str) -> None:
        """Let customers of more countries order."""
        with self.shop.lock:
            for code in codes:
                self.shop.database.write("UPDATE country SET active = 1 WHERE iso_code = ?", (code,))

    def set_setting(self, name: str, value: str) -> None:
        """Change a setting of the shop."""
        with self.shop.lock:
            self.shop.set_setting(name, value)

    def speak(self, language: str) -> None:
        """Make a language, named by its ISO code, the shop's default one; ValueError if the shop has it not."""
        with self.shop.lock:
            found = self.shop.database.value("SELECT id FROM lang WHERE iso_code = ?", (language,))
            if found is None:
                raise ValueError(f"The shop has no language {language}.")
            self.shop.set_setting("PS_LANG_DEFAULT", str(found))

    def add(self, resource: str, values: Mapping[str, Value], key: int | None = None) -> int:
        """Store a record as it is, without HTTP and without side effects, and return its id."""
        with self.shop.lock:
            return add_record(self.shop, resource, dict(values), key)

    def find(self, resource: str, key: int) -> Record | None:
        """Return a record as it is stored."""
        with self.shop.lock:
            return self.shop.find(resource, key)

    def seed_products(self, count: int, *, combinations: int = 0, quantity: int = 10, prefix: str = "ART") -> None:
        """Store many products at once, each with a number of combinations."""
        with self.shop.lock:
            seed_products(self.shop, count, combinations=combinations, quantity=quantity, prefix=prefix)

    def place_order(self, checkout: Checkout) -> PlacedOrder:
        """Place an order as a customer does."""
        with self.shop.lock:
            return place_storefront_order(self.shop, checkout)

    def mails(self) -> list[Mail]:
        """Return the messages that the shop would have sent."""
        with self.shop.lock:
            return self.shop.mails()

    def set_time(self, moment: datetime) -> None:
        """Hold the shop's clock at a moment."""
        self.clock.stop_at(moment)

    def _worked(self, request: Request) -> tuple[Response, int]:
        response, call = answer(self.shop, request)
        return response, call.records

    def _known_key(self) -> str | None:
        found = self.shop.database.value("SELECT key FROM webservice_key ORDER BY rowid")
        return None if found is None else str(found)

    def _take_address(self) -> None:
        """Note the address of this start: the port may have changed."""
        host = self.shop.host
        self.shop.database.write("UPDATE shop_url SET domain = ?, domain_ssl = ?", (host, host))

    def _sleep(
        self, request: Request, resource: str, records: int, planned: PlannedFault | None, started: float
    ) -> None:
        wanted = self.latency.seconds(request, resource, records)
        if planned is not None:
            wanted += planned.seconds
        left = started + wanted - time.monotonic()
        if left > 0:
            time.sleep(left)

    def _note(
        self, request: Request, resource: str, records: int, response: Response, planned: PlannedFault | None
    ) -> None:
        entry = LoggedRequest(
            method=request.method,
            path=request.path,
            query=request.query_text,
            resource=resource,
            records=records,
            status=response.status,
            bytes_in=len(request.body),
            bytes_out=len(response.body),
            fault=planned.fault.value if planned else "",
        )
        self.log.add(entry)
