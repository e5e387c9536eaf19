"""What the demo ends with: every run, every document as Sage would total it, every order as the shop shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from navette.application.session import RunReport


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDocument:
    """A sales document that came from an order; totals are recomputed from what is stored."""

    web_number: str
    piece: str
    type: str
    total_excl_tax: Decimal
    total_incl_tax: Decimal
    status: int
    disagreements: tuple[str, ...] = ()

    def as_dict(self) -> Mapping[str, str | int]:
        """The document of the command-line contract."""
        return {
            "web_number": self.web_number,
            "piece": self.piece,
            "type": self.type,
            "total_excl_tax": str(self.total_excl_tax),
            "total_incl_tax": str(self.total_incl_tax),
            "status": self.status,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOrder:
    """An order as the shop shows it at the end."""

    id: str
    number: str
    total_paid: Decimal
    status: str
    piece: str
    status_label: str = ""

    def as_dict(self) -> Mapping[str, str | int]:
        """The order of the command-line contract."""
        return {
            "id": self.id,
            "number": self.number,
            "total_paid": str(self.total_paid),
            "status": self.status,
            "piece": self.piece,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoResult:
    """Everything that the demo did and found."""

    reports: tuple[RunReport, ...]
    last_pass: tuple[RunReport, ...]
    documents: tuple[DemoDocument, ...]
    orders: tuple[DemoOrder, ...]
    gap_lines: int
    faults: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_right(self) -> bool:
        """Whether every order has its document, to the cent, and the last pass sent nothing."""
        return not self.faults


def find_faults(
    documents: tuple[DemoDocument, ...], orders: tuple[DemoOrder, ...], last_pass: tuple[RunReport, ...]
) -> tuple[str, ...]:
    """What is wrong at the end, one sentence each."""
    by_number: dict[str, list[DemoDocument]] = {}
    for document in documents:
        by_number.setdefault(document.web_number, []).append(document)
    faults = [f"{document.piece}: {text}" for document in documents for text in document.disagreements]
    for order in orders:
        found = by_number.get(order.id, [])
        total = sum((document.total_incl_tax for document in found), Decimal(0))
        if len(found) != 1:
            faults.append(f"order {order.id} has {len(found)} documents")
        elif total != order.total_paid:
            faults.append(f"order {order.id}: {order.total_paid} was paid, {found[0].piece} is of {total}")
    for report in last_pass:
        counts = report.run.counts
        if counts.created or counts.updated or report.requests.write:
            faults.append(f"{report.run.capability} sent something in the last pass")
    return tuple(faults)
