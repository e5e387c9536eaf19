"""Runs started from the command line: what was asked, the live journal, the result."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import NoReturn

from navette.application.capability import Side
from navette.application.registry import capability_named
from navette.application.runner import run
from navette.application.session import RunReport, RunRequest
from navette.cli.call import Call
from navette.cli.failures import ExitCode, exit_code_of, exit_code_of_run
from navette.cli.failures import show as show_failure
from navette.cli.journal import TerminalJournal
from navette.cli.run_view import failed_object, report_object, show_items, show_summary
from navette.domain.errors import ConfigurationError, NavetteError
from navette.domain.messages import cli as messages
from navette.i18n.formats import local_zone


def run_and_show(call: Call, profile: str | None, request: RunRequest) -> ExitCode:
    """Run a capability of a profile and give its result."""
    output = call.output
    name = call.workspace.profile_named(profile).slug
    try:
        report = run_once(call, name, request)
    except NavetteError as error:
        if not output.as_json:
            raise
        output.result(failed_object(request, name, error, output), lambda _: None)
        show_failure(error, output)
        return exit_code_of(error)
    output.result(report_object(report, output), lambda console: show_summary(report, output, console))
    if request.keeps_items and not output.as_json:
        show_items(report.items, output)
    return exit_code_of_run(report.run.status, report.failure)


def run_once(call: Call, profile: str, request: RunRequest) -> RunReport:
    """Run a capability, its journal shown live: in the terminal, or on the error output beside a JSON result."""
    capability_named(request.capability)
    output = call.output
    console = output.errors if output.as_json else output.console
    journal = TerminalJournal(console, output.language, call.workspace.store.clock)
    with journal, stops_when_told(), call.workspace.session(profile, journal, request.capability) as session:
        return run(request, session)


def check_only(only: Sequence[str], more: Sequence[str], command: str) -> frozenset[str]:
    """The references of `--only A B C`; without the option nothing more is taken."""
    if more and not only:
        raise ConfigurationError(messages.TOO_MANY, parameter=" ".join(more), command=command)
    return frozenset([*only, *more])


def start_of(text: str | None, capability: str) -> datetime | None:
    """Read a date on the clock of what is read: the company's local time, or an instant for orders of the shop."""
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(messages.NOT_A_DATE, value=text) from None
    if capability_named(capability).writes_to is Side.SHOP:
        return at.astimezone(local_zone()).replace(tzinfo=None) if at.tzinfo else at
    return (at if at.tzinfo else at.replace(tzinfo=local_zone())).astimezone(UTC)


@contextmanager
def stops_when_told() -> Iterator[None]:
    """End a run in order when the system asks the process to end, as when a person stops it."""
    former = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
