"""A document of the company as a person reads it."""

from datetime import date
from decimal import Decimal
from io import StringIO

from rich.console import Console

from navette.bootstrap.company_lookup import ListedLine
from navette.cli import company_view
from navette.cli.output import Output
from navette.domain.document import DocumentKind, DocumentRef
from navette.i18n import Language

RING = ListedLine("BAGOR01", "Bague", Decimal(1), Decimal(250), Decimal(250), Decimal(300))


def shown(document: DocumentRef) -> list[str]:
    written = StringIO()
    output = Output(Language.ENGLISH)
    company_view._show_document(document, [RING], output, Console(file=written, width=200))
    return [" ".join(line.split()) for line in written.getvalue().splitlines()]


def order(net: str, gross: str) -> DocumentRef:
    return DocumentRef(
        kind=DocumentKind.ORDER,
        piece="BC00043",
        web_number="1",
        account="WEB000001",
        total_net=Decimal(net),
        total_gross=Decimal(gross),
        on=date(2026, 11, 24),
    )


def test_what_the_total_holds_beside_the_lines_is_shown() -> None:
    assert shown(order("257.00", "308.40")) == [
        "Order BC00043 of 2026-11-24, account WEB000001, web number 1",
        "Article Designation Quantity Unit price Excl. tax Incl. tax",
        "BAGOR01 Bague 1 €250.00 €250.00 €300.00",
        "Footer of the document (shipping) €7.00 €8.40",
        "Total: €257.00 excl. tax, €308.40 incl. tax",
    ]


def test_without_shipping_there_is_no_such_row() -> None:
    assert not any("Footer" in line for line in shown(order("250", "300")))
