"""The documents that came from orders, with totals computed again from their rows by the audit."""

from collections.abc import Sequence
from pathlib import Path

from navette.demo.audit import Disagreement, audit_sales
from navette.demo.round_trip.result import DemoDocument
from navette.erp.sage100.embedded import open_company

KINDS = {0: "quote", 1: "order", 2: "preparation", 3: "delivery", 6: "invoice", 7: "posted_invoice"}
"""Sage's DO_Type of sales documents."""


def web_documents(company: Path, orders: Sequence[str]) -> Sequence[DemoDocument]:
    """The sales documents of some web orders; the company of the demo has one shop, so numbers are bare ids."""
    engine = open_company(company)
    try:
        with engine.connect() as connection:
            audited = list(audit_sales(connection, orders))
    finally:
        engine.dispose()
    return [
        DemoDocument(
            web_number=document.web_number,
            piece=document.piece,
            type=KINDS[document.kind],
            total_excl_tax=document.total_excl_tax,
            total_incl_tax=document.total_incl_tax,
            status=document.status,
            disagreements=tuple(_sentence(found) for found in document.disagreements),
        )
        for document in audited
    ]


def _sentence(found: Disagreement) -> str:
    place = f"line {found.line}" if found.line else "header"
    return f"{place}, {found.column}: {found.stored} is stored, {found.computed} follows from the rest"
