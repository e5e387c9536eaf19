"""The demo as a person sees it: steps and journals live, then a summary and where to look."""

import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navette.cli.failures import ExitCode
from navette.cli.journal import TerminalJournal
from navette.cli.output import JsonObject, Output
from navette.cli.run_view import report_object
from navette.clock import SystemClock
from navette.demo.round_trip.demo import DemoFolder, opened_demo, shop_named
from navette.demo.round_trip.result import DemoResult
from navette.domain.messages import demo as messages
from navette.domain.messages.message import Message
from navette.i18n.formats import amount
from navette.log import write_log_to

PROGRAM = "navette"


def run_demo(output: Output, *, kind: str, folder: Path | None, articles: int, keeps_open: bool) -> ExitCode:
    """Run the demo in a folder; afterwards the shop stays open for a person at a terminal."""
    place = DemoFolder((folder or Path(tempfile.mkdtemp(prefix="navette-demo-"))).absolute())
    place.prepare()
    write_log_to(place.folder)
    console = output.errors if output.as_json else output.console

    def say(message: Message, **values: object) -> None:
        console.print(Text(f"\n* {output.text(message, **values)}", style="bold"))

    def live() -> TerminalJournal:
        return TerminalJournal(console, output.language, SystemClock())

    shop = shop_named(kind, place.folder, output.language)
    with opened_demo(place, shop, articles, live, say) as round_trip:
        result = round_trip.run_all()
        output.result(result_object(result, output), lambda _: show_summary(result, place, output, console))
        if keeps_open and not output.as_json and sys.stdin.isatty():
            say(messages.SHOP_STAYS, url=result.places["shop"])
            with suppress(KeyboardInterrupt):
                while True:
                    time.sleep(3600)
    return ExitCode.SUCCESS if result.is_right else ExitCode.FAILED


def result_object(result: DemoResult, output: Output) -> JsonObject:
    """The demo as one JSON object (design: command-line contract)."""
    return {
        "runs": [report_object(report, output) for report in result.reports],
        "documents": [document.as_dict() for document in result.documents],
        "orders": [order.as_dict() for order in result.orders],
        "gap_lines": result.gap_lines,
        "faults": list(result.faults),
    }


def show_summary(result: DemoResult, place: DemoFolder, output: Output, console: Console) -> None:
    """Show orders beside their documents, what is wrong if anything, and where to look."""
    console.print(Text(f"\n{output.text(messages.SUMMARY)}", style="bold"))
    console.print(_table(result, output))
    for fault in result.faults:
        console.print(Text(output.with_remedy(messages.FAULT, fault=fault), style="red"))
    if result.is_right:
        numbers = {"orders": len(result.orders), "documents": len(result.documents), "gaps": result.gap_lines}
        console.print(Text(output.text(messages.RIGHT, **numbers), style="green"))
    console.print(output.text(messages.LOOK_AT))
    program = _program()
    for command in (
        f"{program} company orders {place.company}",
        f"{program} runs --data-dir {place.data}",
        f"{program} quarantine list --all --data-dir {place.data}",
    ):
        console.print(f"  {command}", soft_wrap=True)


def _program() -> str:
    """How the program is called here: by its name where it is found under it, else as it was called now."""
    return PROGRAM if shutil.which(PROGRAM) else sys.argv[0]


def _table(result: DemoResult, output: Output) -> Table:
    headings = (messages.ORDER, messages.PAID, messages.DOCUMENT, messages.TOTAL, messages.STATUS)
    table = output.table(*headings, numbers=(messages.PAID, messages.TOTAL))
    by_number = {document.web_number: document for document in result.documents}
    for order in result.orders:
        document = by_number.get(order.id)
        piece = document.piece if document else "-"
        total = amount(document.total_incl_tax, output.language) if document else "-"
        paid = amount(order.total_paid, output.language)
        table.add_row(f"{order.id} ({order.number})", paid, piece, total, order.status_label)
    return table
