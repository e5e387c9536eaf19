"""How a failure is told, and the exit code that it gives (design: command-line contract)."""

import logging
import traceback
from enum import IntEnum
from pathlib import Path

from rich.text import Text

from navette.cli.output import JsonObject, Output
from navette.domain.errors import BusyError, ConfigurationError, FailureKind, NavetteError
from navette.domain.messages import cli as messages
from navette.domain.run import Problem, RunStatus
from navette.i18n import remedy, render

logger = logging.getLogger(__name__)


class ExitCode(IntEnum):
    """What a command says to the program that called it."""

    SUCCESS = 0
    FAILED = 1
    WRONG_USE = 2
    PARTIAL = 3
    BUSY = 4


def exit_code_of(error: NavetteError) -> ExitCode:
    """The exit code of a failure."""
    if isinstance(error, BusyError):
        return ExitCode.BUSY
    return ExitCode.WRONG_USE if isinstance(error, ConfigurationError) else ExitCode.FAILED


def exit_code_of_run(status: RunStatus, failure: FailureKind | None) -> ExitCode:
    """The exit code of a run that came to its end."""
    if status is RunStatus.SUCCESS:
        return ExitCode.SUCCESS
    if status is RunStatus.PARTIAL:
        return ExitCode.PARTIAL
    return ExitCode.WRONG_USE if failure is FailureKind.CONFIGURATION else ExitCode.FAILED


def failure_object(error: NavetteError, output: Output) -> JsonObject:
    """A failure as `--json` prints it."""
    return problem_object(Problem(error.message, error.values), error.kind, output)


def problem_object(problem: Problem, kind: FailureKind | None, output: Output) -> JsonObject:
    """A problem as `--json` prints it; the kind of one that was stored is not known any more."""
    message, values = problem.message, problem.values
    return {
        "code": message.code,
        "kind": kind.value if kind else None,
        "message": render(message, values, output.language),
        "remedy": remedy(message, values, output.language),
        "target": message.target and message.render(values, message.target),
    }


def tell(error: NavetteError, output: Output) -> ExitCode:
    """Say what went wrong and what to do; never how the program got there."""
    if output.as_json:
        output.result({"status": RunStatus.FAILED.value, "error": failure_object(error, output)}, lambda _: None)
    show(error, output)
    return exit_code_of(error)


def show(error: NavetteError, output: Output) -> None:
    """Write a failure and its remedy on the error output."""
    word = output.text(messages.ERROR_WORD)
    text = render(error.message, error.values, output.language)
    output.errors.print(Text.assemble((word, "bold red"), f" {text} ", (f"[{error.code}]", "dim")))
    what_to_do = remedy(error.message, error.values, output.language)
    if what_to_do:
        output.errors.print(Text(what_to_do))


def unexpected(error: BaseException) -> NavetteError:
    """A fault of our own: its kind and place are told, its data never."""
    logger.error("unexpected failure", exc_info=error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "-"
    return NavetteError(messages.UNEXPECTED, kind=type(error).__name__, place=place)
