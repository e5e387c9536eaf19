"""Companies and their documents as the command line shows them."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navette.bootstrap.company_lookup import ListedLine, Wanted, look_into
from navette.cli.output import Json, JsonObject, Output
from navette.domain.document import DocumentKind, DocumentRef
from navette.domain.errors import ConfigurationError
from navette.domain.messages import company as messages
from navette.i18n.formats import amount, day, number

AMOUNTS = (messages.NET, messages.GROSS)
NUMBERS = (messages.QUANTITY, messages.UNIT_PRICE, *AMOUNTS)


def kind_named(text: str | None) -> DocumentKind | None:
    """A kind of document by its name; an unknown one is refused with those that exist."""
    try:
        return DocumentKind(text) if text else None
    except ValueError:
        raise ConfigurationError(messages.UNKNOWN_KIND, kind=text, valid=", ".join(DocumentKind)) from None


def tell_company(output: Output, file: Path) -> None:
    """Give what a company is and holds."""
    with look_into(file) as company:
        probe = company.probe()
    data: JsonObject = {
        "name": probe.company_name,
        "identity": probe.identity,
        "version": probe.version,
        "articles": probe.articles,
        "customers": probe.customers,
    }
    values = {"name": probe.company_name, "version": probe.version}
    text = output.text(messages.SUMMARY, articles=probe.articles, customers=probe.customers, **values)
    output.result(data, lambda console: console.print(Text(text)))


def tell_documents(output: Output, file: Path, wanted: Wanted) -> None:
    """Give a list of documents."""
    with look_into(file) as company:
        found = company.documents(wanted)
    data: JsonObject = {"documents": [document_object(document) for document in found]}
    output.result(data, lambda console: _show_documents(found, output, console))


def tell_document(output: Output, file: Path, name: str) -> None:
    """Give one document with its lines."""
    with look_into(file) as company:
        document, lines = company.document(name)
    objects: list[Json] = [_line_object(line) for line in lines]
    data = {**document_object(document), "lines": objects}
    output.result(data, lambda console: _show_document(document, lines, output, console))


def document_object(document: DocumentRef) -> dict[str, Json]:
    """A document as JSON; amounts as text."""
    return {
        "type": document.kind.value,
        "piece": document.piece,
        "date": document.on.isoformat() if document.on else None,
        "web_number": document.web_number,
        "account": document.account,
        "total_excl_tax": str(document.total_net),
        "total_incl_tax": str(document.total_gross),
        "status": document.status,
    }


def _line_object(line: ListedLine) -> JsonObject:
    return {
        "article": line.reference,
        "designation": line.designation,
        "quantity": str(line.quantity),
        "unit_price": str(line.unit_price),
        "total_excl_tax": str(line.total_net),
        "total_incl_tax": str(line.total_gross),
    }


def _show_documents(documents: Sequence[DocumentRef], output: Output, console: Console) -> None:
    if not documents:
        console.print(Text(output.text(messages.NO_DOCUMENTS)))
        return
    headings = (messages.KIND, messages.PIECE, messages.DAY, messages.WEB_NUMBER, messages.ACCOUNT)
    table = output.table(*headings, *AMOUNTS, numbers=NUMBERS)
    for document in documents:
        table.add_row(
            _kind(document, output),
            document.piece,
            day(document.on, output.language) if document.on else "",
            document.web_number,
            document.account,
            amount(document.total_net, output.language),
            amount(document.total_gross, output.language),
        )
    console.print(table)


def _show_document(document: DocumentRef, lines: Sequence[ListedLine], output: Output, console: Console) -> None:
    language = output.language
    header = output.text(
        messages.HEADER,
        kind=_kind(document, output),
        piece=document.piece,
        day=day(document.on, language) if document.on else "-",
        account=document.account,
    )
    if document.web_number:
        header += f", {output.text(messages.WEB_NUMBER_IS, number=document.web_number)}"
    console.print(Text(header, style="bold"))
    headings = (messages.ARTICLE, messages.DESIGNATION, messages.QUANTITY, messages.UNIT_PRICE)
    table = output.table(*headings, *AMOUNTS, numbers=NUMBERS)
    for line in lines:
        amounts = (line.unit_price, line.total_net, line.total_gross)
        shown = [amount(value, language) for value in amounts] if line.reference else ["", "", ""]
        quantity = number(line.quantity, language) if line.reference else ""
        table.add_row(line.reference, line.designation, quantity, *shown)
    _add_footer(table, document, lines, output)
    console.print(table)
    totals = {"net": amount(document.total_net, language), "gross": amount(document.total_gross, language)}
    console.print(Text(output.text(messages.TOTALS, **totals)))


def _add_footer(table: Table, document: DocumentRef, lines: Sequence[ListedLine], output: Output) -> None:
    """What the total holds beside the lines, so that a reader who adds them up finds it."""
    net = document.total_net - sum(line.total_net for line in lines)
    gross = document.total_gross - sum(line.total_gross for line in lines)
    if net:
        shown = (amount(net, output.language), amount(gross, output.language))
        table.add_row("", output.text(messages.FOOTER), "", "", *shown)


def _kind(document: DocumentRef, output: Output) -> str:
    return output.text(messages.KIND_WORDS[document.kind])
