"""Profiles and their settings as the command line shows them; secrets are never shown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from navette.cli.failures import failure_object
from navette.cli.failures import show as show_failure
from navette.cli.output import Json, JsonObject, Output
from navette.config.option import DeclaredOption
from navette.config.profile_file import is_secret
from navette.config.values import default_text, options_by_key
from navette.domain.messages import config as config_messages
from navette.domain.messages import profile as messages
from navette.i18n import option_title

if TYPE_CHECKING:
    from navette.bootstrap import ProfileRecord, ProfileView, Side

HIDDEN = "***"


def profile_object(record: "ProfileRecord") -> JsonObject:
    """A profile as JSON."""
    return {
        "profile": record.slug,
        "name": record.name,
        "is_default": record.is_default,
        "company": _side_object(record.company),
        "shop": _side_object(record.shop),
        "store": record.store,
        "web_prefix": record.web_prefix,
    }


def _side_object(side: "Side") -> JsonObject:
    return {"name": side.name, "kind": side.kind, "address": side.url, "identity": side.identity}


def show_profiles(profiles: Sequence["ProfileRecord"], output: Output, console: Console) -> None:
    """Write the list of profiles."""
    if not profiles:
        console.print(Text(output.with_remedy(messages.NONE_YET)))
        return
    headings = (messages.SHORT_NAME, messages.NAME, messages.COMPANY, messages.SHOP, messages.IS_DEFAULT)
    table = output.table(*headings)
    for record in profiles:
        mark = "✓" if record.is_default else ""
        table.add_row(record.slug, record.name, record.company.url, record.shop.url, mark)
    console.print(table)


def settings_object(view: "ProfileView", output: Output, *, everything: bool) -> JsonObject:
    """The settings of a profile as JSON."""
    rows: dict[str, Json] = {
        key: {"value": value, "default": default_text(option) if option else None, "is_set": key in view.stored.values}
        for key, option, value in _rows(view, everything=everything)
    }
    mappings: dict[str, Json] = {name: dict(table) for name, table in view.stored.mappings.items()}
    return {
        **profile_object(view.record),
        "options": rows,
        "mappings": mappings,
        "missing": list(view.missing),
        "unknown": list(view.unknown),
        "overridden": list(view.overridden),
        "error": failure_object(view.failure, output) if view.failure else None,
    }


def show_settings(view: "ProfileView", output: Output, console: Console, *, everything: bool) -> None:
    """Write the settings of a profile."""
    show_profiles([view.record], output, console)
    table = output.table(messages.OPTION, messages.KEY, messages.VALUE)
    for key, option, value in _rows(view, everything=everything):
        style = "bold" if everything and key in view.stored.values else ""
        table.add_row(option_title(option, output.language) if option else "?", key, value, style=style)
    if table.row_count:
        console.print("", table)
    _show_mappings(view, output, console)
    if view.missing:
        console.print(Text("\n" + output.text(messages.MISSING, options=", ".join(view.missing))))
    if view.overridden:
        console.print(Text(output.text(messages.OVERRIDDEN, options=", ".join(view.overridden))))
    if view.unknown:
        output.warn(config_messages.UNKNOWN_KEPT, keys=", ".join(view.unknown), profile=view.record.slug)
    if view.failure:
        show_failure(view.failure, output)


def _show_mappings(view: "ProfileView", output: Output, console: Console) -> None:
    table = output.table(messages.TABLE, messages.SOURCE, messages.TARGET)
    for name, rows in view.stored.mappings.items():
        for source, target in rows.items():
            table.add_row(name, source, target)
    if table.row_count:
        console.print("", table)


def _rows(view: "ProfileView", *, everything: bool) -> Iterator[tuple[str, DeclaredOption | None, str]]:
    """Options in the order of their declaration, then stored names that no option has any more."""
    stored = view.stored.values
    for key, option in options_by_key().items():
        if everything or key in stored:
            text = stored.get(key, default_text(option))
            yield key, option, HIDDEN if text and is_secret(key) else text
    for key in sorted(stored.keys() - options_by_key().keys()):
        yield key, None, stored[key]
