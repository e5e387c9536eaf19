"""How long a real shop takes, by kind of request and number of records.

The figures were measured on PrestaShop 8.2.1 on a machine of two cores: a fixed part and a part per record, in
milliseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from navette.demo.shops.prestashop.http_message import Request


@dataclass(frozen=True)
class Cost:
    """The milliseconds of a request and of each of its records."""

    fixed: float
    record: float

    def milliseconds(self, records: int) -> float:
        """Return the time for a number of records."""
        return self.fixed + self.record * records


IDS, FIELDS, FULL = "ids", "fields", "full"

READING: Mapping[tuple[str, str], Cost] = {
    ("products", IDS): Cost(11, 0.007),
    ("products", FIELDS): Cost(11, 0.19),
    ("products", FULL): Cost(12, 1.15),
    ("stock_availables", FIELDS): Cost(9, 0.05),
    ("stock_availables", FULL): Cost(9, 0.19),
    ("orders", IDS): Cost(11, 0.02),
    ("orders", FIELDS): Cost(11, 0.02),
    ("orders", FULL): Cost(9, 0.33),
}
ANY_READING = {IDS: Cost(10, 0.01), FIELDS: Cost(10, 0.1), FULL: Cost(10, 0.3)}

WRITING: Mapping[tuple[str, str], Cost] = {
    ("PUT", "stock_availables"): Cost(9, 3),
    ("PATCH", "stock_availables"): Cost(15, 0.4),
    ("POST", "products"): Cost(2, 35),
    ("PUT", "products"): Cost(25, 37),
    ("PATCH", "products"): Cost(20, 17),
    ("POST", "carts"): Cost(16, 11),
    ("POST", "orders"): Cost(100, 100),
    ("POST", "order_histories"): Cost(9, 10),
    ("POST", "customers"): Cost(5, 60),
    ("POST", "specific_prices"): Cost(8, 5),
    ("POST", "combinations"): Cost(10, 25),
    ("POST", "images"): Cost(10, 60),
}
ANY_WRITING = Cost(8, 10)
ANY_DELETION = Cost(8, 15)


class Latency:
    """Adds time to answers, as recorded or by a fixed number of milliseconds."""

    def __init__(self, *, recorded: bool = False, milliseconds: float = 0) -> None:
        self._recorded = recorded
        self._milliseconds = milliseconds

    @classmethod
    def of(cls, text: str) -> "Latency":
        """Read `none`, `recorded` or a number of milliseconds."""
        if text == "recorded":
            return cls(recorded=True)
        return cls(milliseconds=0 if text == "none" else float(text))

    def seconds(self, request: Request, resource: str, records: int) -> float:
        """Return the time that a request takes beyond the simulator's own."""
        if not self._recorded:
            return self._milliseconds / 1000
        return _cost(request, resource).milliseconds(records) / 1000


def _cost(request: Request, resource: str) -> Cost:
    if request.method in {"GET", "HEAD"}:
        kind = _kind(request)
        return READING.get((resource, kind), ANY_READING[kind])
    if request.method == "DELETE":
        return ANY_DELETION
    return WRITING.get((request.method, resource), ANY_WRITING)


def _kind(request: Request) -> str:
    display = request.query.get("display")
    if display is None:
        return FULL if request.path.removeprefix("/api").strip("/").count("/") else IDS
    return FULL if display == "full" else FIELDS
