"""Records in quarantine as the command line shows them."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from navette.cli.failures import problem_object
from navette.cli.output import JsonObject, Output
from navette.cli.run_view import outcome_word
from navette.domain.messages import run_view as messages
from navette.i18n.formats import moment
from navette.i18n.render import explain
from navette.ports.store import QuarantineEntry


def entry_object(entry: QuarantineEntry, output: Output) -> JsonObject:
    """An entry as JSON."""
    return {
        "id": entry.id,
        "profile": entry.profile,
        "capability": entry.capability,
        "record": entry.record,
        "outcome": entry.outcome.value,
        "state": entry.state.value,
        "attempts": entry.attempts,
        "first_at": entry.first_at.isoformat(),
        "last_at": entry.last_at.isoformat(),
        "note": entry.note,
        "problem": problem_object(entry.problem, None, output),
    }


def show_entries(entries: Sequence[QuarantineEntry], output: Output, console: Console) -> None:
    """Write a list of entries."""
    if not entries:
        console.print(Text(output.text(messages.NOTHING_WAITS)))
        return
    headings = (messages.NUMBER, messages.CAPABILITY, messages.RECORD, messages.OUTCOME, messages.ATTEMPTS)
    table = output.table(*headings, messages.LAST_SEEN, messages.WHY)
    for entry in entries:
        table.add_row(
            str(entry.id),
            entry.capability,
            entry.record,
            outcome_word(entry.outcome, output),
            str(entry.attempts),
            moment(entry.last_at, output.language),
            explain(entry.problem, output.language),
        )
    console.print(table)


def show_entry(entry: QuarantineEntry, output: Output, console: Console) -> None:
    """Write one entry with its data."""
    state = output.text(messages.QUARANTINE_WORDS[entry.state])
    rows = {
        messages.NUMBER: str(entry.id),
        messages.CAPABILITY: entry.capability,
        messages.RECORD: entry.record,
        messages.OUTCOME: outcome_word(entry.outcome, output),
        messages.STATE: state,
        messages.ATTEMPTS: str(entry.attempts),
        messages.LAST_SEEN: moment(entry.last_at, output.language),
        messages.WHY: explain(entry.problem, output.language),
        messages.NOTE: entry.note,
    }
    for heading, value in rows.items():
        if value:
            console.print(Text.assemble((f"{output.text(heading)}: ", "bold"), value))
    if entry.payload:
        console.print(Text(entry.payload))
