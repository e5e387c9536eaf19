"""What was looked at and found, as the command line shows it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navette.cli.failures import ExitCode, problem_object
from navette.cli.output import Json, JsonObject, Output
from navette.domain.errors import FailureKind
from navette.domain.messages import doctor as messages
from navette.domain.messages.message import Level
from navette.i18n import render
from navette.i18n.render import explain

if TYPE_CHECKING:
    from navette.bootstrap.check import Check

WORDS = {
    Level.ERROR: (messages.BAD, "red"),
    Level.WARNING: (messages.NOTE, "yellow"),
    Level.SUCCESS: (messages.GOOD, "green"),
    Level.INFO: (messages.GOOD, "green"),
}


def tell_checks(checks: Sequence["Check"], output: Output) -> ExitCode:
    """Give the findings and what they mean for the program that called."""
    bad = [check for check in checks if check.is_bad]
    objects: list[Json] = [_check_object(check, output) for check in checks]
    data: JsonObject = {"ok": not bad, "checks": objects}
    output.result(data, lambda console: _show(checks, output, console))
    if not bad:
        return ExitCode.SUCCESS
    passing = all(check.kind is FailureKind.TRANSIENT for check in bad)
    return ExitCode.FAILED if passing else ExitCode.WRONG_USE


def _check_object(check: "Check", output: Output) -> JsonObject:
    return {
        "name": render(check.name, check.name_values, output.language),
        "ok": not check.is_bad,
        "level": check.level.value,
        **problem_object(check.finding, check.kind, output),
    }


def _show(checks: Sequence["Check"], output: Output, console: Console) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    for check in checks:
        word, style = WORDS[check.level]
        name = render(check.name, check.name_values, output.language)
        finding = explain(check.finding, output.language)
        table.add_row(Text(output.text(word), style), Text.assemble((output.label(name), "bold"), " ", finding))
    console.print(table)
