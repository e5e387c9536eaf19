"""Runs as the command line shows them (design: command-line contract)."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from navette.application.session import ReportedItem, RunReport, RunRequest
from navette.cli.changes_view import change_line
from navette.cli.failures import failure_object, problem_object
from navette.cli.output import Json, JsonObject, Output
from navette.domain.errors import NavetteError
from navette.domain.messages import run_view as messages
from navette.domain.messages.catalogue import message_of
from navette.domain.run import Counts, Outcome, Problem, Requests, RunMode, RunRecord, RunStatus
from navette.i18n.formats import moment
from navette.i18n.render import explain

STYLES = {RunStatus.SUCCESS: "green", RunStatus.PARTIAL: "yellow", RunStatus.FAILED: "red"}


def report_object(report: RunReport, output: Output) -> JsonObject:
    """A run that came to its end as JSON."""
    return {
        **_run_object(report.run),
        "seconds": round(report.seconds, 3),
        "peak_rss_mb": round(report.peak_rss_mb, 1),
        "items": [item_object(item, output) for item in report.items],
        "error": problem_object(report.run.problem, report.failure, output) if report.run.problem else None,
    }


def failed_object(request: RunRequest, profile: str, error: NavetteError, output: Output) -> JsonObject:
    """A run that could not start as JSON: of the same shape, with nothing counted."""
    record = RunRecord(
        id=request.id, profile=profile, capability=request.capability, mode=request.mode, status=RunStatus.FAILED
    )
    return {
        **_run_object(record),
        "seconds": 0.0,
        "peak_rss_mb": 0.0,
        "items": [],
        "error": failure_object(error, output),
    }


def _run_object(record: RunRecord) -> dict[str, Json]:
    return {
        "run": record.id,
        "capability": record.capability,
        "profile": record.profile,
        "mode": record.mode.value,
        "status": record.status.value,
        "counts": _counts(record.counts),
        "requests": _requests(record.requests),
    }


def stored_run_object(record: RunRecord, output: Output) -> JsonObject:
    """A run of the past as JSON."""
    return {
        **_run_object(record),
        "requested_by": record.requested_by,
        "trigger": record.trigger,
        "started_at": record.started_at.isoformat() if record.started_at else None,
        "ended_at": record.ended_at.isoformat() if record.ended_at else None,
        "error": problem_object(record.problem, None, output) if record.problem else None,
    }


def item_object(item: ReportedItem, output: Output) -> JsonObject:
    """What one record came to as JSON."""
    return {
        "record": item.record,
        "outcome": item.outcome.value,
        "changes": [{"name": name, "before": before, "after": after} for name, before, after in item.changes],
        "code": item.code,
        "message": _item_problem(item, output),
    }


def _counts(counts: Counts) -> dict[str, Json]:
    return dict(counts.as_dict())


def _requests(requests: Requests) -> dict[str, Json]:
    return {"read": requests.read, "write": requests.write}


def _item_problem(item: ReportedItem, output: Output) -> str:
    return explain(Problem(message_of(item.code), dict(item.values)), output.language) if item.code else ""


def show_summary(report: RunReport, output: Output, console: Console) -> None:
    """Write what follows the journal of a run."""
    record = report.run
    console.print(
        Text(
            output.text(
                messages.SUMMARY,
                run=record.id,
                seconds=f"{report.seconds:.1f}",
                read=report.requests.read,
                write=report.requests.write,
            )
        )
    )


def show_items(items: Sequence[ReportedItem], output: Output) -> None:
    """Write what each record came to, with its changes."""
    whole = (messages.RECORD, messages.OUTCOME)
    table = output.table(*whole, messages.CHANGES, whole=whole)
    for item in items:
        changes = [change_line(change, output) for change in item.changes]
        problem = _item_problem(item, output)
        table.add_row(
            item.record, outcome_word(item.outcome, output), "\n".join([*changes, *([problem] if problem else [])])
        )
    if table.row_count:
        output.console.print(table)


def show_runs(records: Sequence[RunRecord], output: Output, console: Console) -> None:
    """Write a list of runs."""
    whole = (messages.RUN, messages.STARTED, messages.CAPABILITY)
    headings = (messages.RUN, messages.STARTED, messages.PROFILE, messages.CAPABILITY, messages.STATUS, messages.COUNTS)
    table = output.table(*headings, whole=whole)
    for record in records:
        started = moment(record.started_at, output.language) if record.started_at else ""
        status = Text(_ending(record, output), style=STYLES.get(record.status, ""))
        table.add_row(
            record.id[:8], started, record.profile, record.capability, status, _short_counts(record.counts, output)
        )
    console.print(table if records else Text(output.text(messages.NO_RUNS)))


def _ending(record: RunRecord, output: Output) -> str:
    word = status_word(record.status, output)
    return output.text(messages.OF_PREVIEW, status=word) if record.mode is RunMode.PREVIEW else word


def _short_counts(counts: Counts, output: Output) -> str:
    shown = [(outcome, getattr(counts, outcome.value)) for outcome in Outcome]
    return ", ".join(
        output.text(messages.COUNT, outcome=outcome_word(outcome, output), number=number)
        for outcome, number in shown
        if number
    )


def outcome_word(outcome: Outcome, output: Output) -> str:
    """The word for what a record came to."""
    return output.text(messages.OUTCOME_WORDS[outcome])


def status_word(status: RunStatus, output: Output) -> str:
    """The word for the state of a run."""
    return output.text(messages.STATUS_WORDS[status])
