"""Replay: a run of the capability of each entry, for its records alone."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console

from navette.application.session import RunReport, RunRequest
from navette.cli.call import Call
from navette.cli.failures import ExitCode, exit_code_of_run
from navette.cli.output import Output
from navette.cli.run_view import report_object, show_summary
from navette.cli.running import run_once
from navette.domain.messages import run_view as messages
from navette.ports.store import REPLAY, QuarantineEntry, QuarantineState

# The worst first: what a program that called several runs should be told.
WORST_FIRST = (ExitCode.WRONG_USE, ExitCode.FAILED, ExitCode.PARTIAL, ExitCode.SUCCESS)


def replay_entries(call: Call, profile: str, numbers: Sequence[int]) -> ExitCode:
    """Try entries again, all open ones if none is named; one run for each capability."""
    quarantine = call.workspace.store_of(profile).quarantine
    entries = [quarantine.get(number) for number in numbers] or quarantine.entries([QuarantineState.OPEN])
    reports = [_replay(call, profile, name, list(group)) for name, group in groupby(_sorted(entries), _capability)]
    output = call.output
    if not reports:
        output.done(messages.NOTHING_TO_REPLAY, {"runs": []})
        return ExitCode.SUCCESS
    objects = [report_object(report, output) for report in reports]
    output.result({"runs": objects}, lambda console: _show(reports, output, console))
    codes = {exit_code_of_run(report.run.status, report.failure) for report in reports}
    return next(code for code in WORST_FIRST if code in codes)


def _replay(call: Call, profile: str, capability: str, entries: Sequence[QuarantineEntry]) -> RunReport:
    request = RunRequest(
        capability=capability,
        only=frozenset(entry.record for entry in entries),
        trigger=REPLAY,
        requested_by=call.workspace.user,
        keeps_items=True,
    )
    return run_once(call, profile, request)


def _show(reports: Sequence[RunReport], output: Output, console: Console) -> None:
    for report in reports:
        show_summary(report, output, console)


def _sorted(entries: Sequence[QuarantineEntry]) -> list[QuarantineEntry]:
    return sorted(entries, key=_capability)


def _capability(entry: QuarantineEntry) -> str:
    return entry.capability
