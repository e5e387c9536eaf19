"""Proposed mappings as the command line shows them."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from navette.application.mapping_suggestions import Suggestion
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
    table = output.table(messages.TABLE, messages.SOURCE, messages.TARGET, messages.KEY)
    for item in proposals:
        if item.target is not None:
            title = table_text(MAPPING_TABLES[item.table], "title", output.language)
            setting = f"mapping.{item.table}.{item.source}={item.target}"
            table.add_row(title, item.source_label, item.target_label or "-", setting)
    if table.row_count:
        console.print(table)
    for name, mapping in MAPPING_TABLES.items():
        missing = [item.source_label for item in proposals if item.table == name and item.target is None]
        if missing:
            title = table_text(mapping, "title", output.language)
            console.print(Text(f"{title}: {output.text(messages.UNMATCHED, names=', '.join(missing))}", style="yellow"))
