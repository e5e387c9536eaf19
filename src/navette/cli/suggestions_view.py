"""Proposed mappings as the command line shows them."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from navette.application.mapping_suggestions import Suggestion
from navette.cli.changes_view import kind_and_state
from navette.cli.output import Json, JsonObject, Output
from navette.config.mapping_tables import MAPPING_TABLES
from navette.domain.messages import profile as messages
from navette.i18n import table_text


def suggestions_object(proposals: Sequence[Suggestion]) -> JsonObject:
    """Proposals as JSON, and what nothing was found for."""
    found: list[Json] = [
        {
            "table": item.table,
            "source": item.source,
            "source_label": item.source_label,
            "target": item.target,
            "target_label": item.target_label,
            "setting": f"mapping.{item.table}.{item.source}={item.target}",
        }
        for item in proposals
        if item.target is not None
    ]
    unmatched: list[Json] = [
        {"table": item.table, "source": item.source, "source_label": item.source_label}
        for item in proposals
        if item.target is None
    ]
    return {"suggestions": found, "unmatched": unmatched}


def show_suggestions(proposals: Sequence[Suggestion], output: Output, console: Console) -> None:
    """Write proposals table by table, then what nothing was found for."""
    for name, mapping in MAPPING_TABLES.items():
        of_table = [item for item in proposals if item.table == name]
        title = table_text(mapping, "title", output.language)
        rows = [item for item in of_table if item.target is not None]
        if rows:
            console.print(Text(title, style="bold"), _rows(rows, output), "")
        missing = [item.source_label for item in of_table if item.target is None]
        if missing:
            console.print(Text(f"{output.label(title)} {_unmatched(missing, output)}", style="yellow"), "")


def _rows(proposals: Sequence[Suggestion], output: Output) -> Padding:
    """What is mapped to what; the setting that says so can be copied as it stands."""
    table = output.table(messages.SOURCE, messages.TARGET, messages.KEY, whole=[messages.KEY])
    for item in proposals:
        setting = f"mapping.{item.table}.{item.source}={item.target}"
        target = kind_and_state(item.target or "", output) if item.table == "order_statuses" else item.target_label
        table.add_row(item.source_label, target or output.text(messages.NO_TARGET), setting)
    return Padding(table, (0, 0, 0, 2), expand=False)


def _unmatched(names: Sequence[str], output: Output) -> str:
    return output.text(messages.UNMATCHED, names=", ".join(names))
