"""Records in quarantine as the command line shows them."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from navette.cli.failures import problem_object
from navette.cli.output import JsonObject, Output
from navette.cli.run_view import outcome_word
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.values import options_by_key
from navette.domain.messages import run_view as messages
from navette.i18n.formats import moment
from navette.i18n.render import remedy, render
from navette.ports.store import QuarantineEntry

MAPPING = "mapping"


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
    table = output.table(messages.NUMBER, messages.WHY, numbers=[messages.NUMBER])
    for entry in sorted(entries, key=_number):
        heading = output.text(
            messages.ENTRY,
            record=entry.record,
            outcome=outcome_word(entry.outcome, output),
            capability=entry.capability,
            attempts=entry.attempts,
            moment=moment(entry.last_at, output.language),
        )
        table.add_row(str(entry.id), Text.assemble((heading, "bold"), "\n", _reason(entry, output)))
    console.print(table)


def _number(entry: QuarantineEntry) -> int:
    return entry.id


def _reason(entry: QuarantineEntry, output: Output) -> str:
    """Why a record waits, what to do about it, and the setting that mends it."""
    message, values = entry.problem.message, entry.problem.values
    target = message.render(values, message.target) if message.target else ""
    parts = (render(message, values, output.language), remedy(message, values, output.language), _how(target, output))
    return "\n".join(part for part in parts if part)


def _how(target: str, output: Output) -> str:
    """The setting that a message points to, as it is written on the command line; empty if it points elsewhere."""
    prefix, _, table = target.partition(".")
    if prefix == MAPPING and table in MAPPING_TABLES:
        return output.text(messages.MAPPING_ENTRY, target=target, example=MAPPING_TABLES[table].example)
    return output.text(messages.SETTING, target=target) if target in options_by_key() else ""


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
        messages.WHY: _reason(entry, output),
        messages.NOTE: entry.note,
    }
    for heading, value in rows.items():
        if value:
            console.print(Text.assemble((output.label(output.text(heading)), "bold"), " ", value))
    if entry.payload:
        console.print(Text(entry.payload))
