"""Failures: what is told, and the exit code."""

import json
import logging

import pytest

from navette.cli.app import failure_of
from navette.cli.failures import ExitCode, exit_code_of, exit_code_of_run, tell
from navette.cli.output import Output
from navette.domain.errors import (
    BusyError,
    ConfigurationError,
    FailureKind,
    NavetteError,
    RefusedError,
    TransientError,
    WaitingError,
)
from navette.domain.messages import run as messages
from navette.domain.run import RunStatus
from navette.i18n import Language
from navette.log import JsonLines


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConfigurationError(messages.MISSING_RIGHTS, rights="products (PUT)"), 2),
        (BusyError(messages.FAILED), 4),
        (TransientError(messages.UNREACHABLE, number=3), 1),
        (RefusedError(messages.FAILED), 1),
        (WaitingError(messages.FAILED), 1),
        (NavetteError(messages.FAILED), 1),
    ],
)
def test_exit_code_of_a_failure(error: NavetteError, code: int) -> None:
    assert exit_code_of(error) == code


@pytest.mark.parametrize(
    ("status", "failure", "code"),
    [
        (RunStatus.SUCCESS, None, 0),
        (RunStatus.PARTIAL, None, 3),
        (RunStatus.FAILED, FailureKind.CONFIGURATION, 2),
        (RunStatus.FAILED, FailureKind.TRANSIENT, 1),
        (RunStatus.FAILED, FailureKind.BUG, 1),
    ],
)
def test_exit_code_of_a_run(status: RunStatus, failure: FailureKind | None, code: int) -> None:
    assert exit_code_of_run(status, failure) == code


def test_a_failure_is_told_with_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    error = ConfigurationError(messages.MISSING_RIGHTS, rights="products (PUT)")
    assert tell(error, Output(Language.ENGLISH)) is ExitCode.WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Error: The shop's key lacks rights: products (PUT). [RUN-RGT-001]\nGive them to the key")


def test_a_failure_is_one_object_on_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    tell(TransientError(messages.UNREACHABLE, number=3), Output(Language.ENGLISH, as_json=True))
    told = json.loads(capsys.readouterr().out)
    assert told["status"] == "failed"
    assert (told["error"]["code"], told["error"]["kind"]) == ("RUN-END-007", "transient")


def test_a_fault_of_the_program_tells_its_place_and_never_its_data() -> None:
    try:
        raise KeyError("marie@example.com")
    except KeyError as error:
        told = failure_of(error)
    assert told.code == "CLI-END-002"
    assert told.values["kind"] == "KeyError"
    assert told.values["place"].startswith("test_failures.py:")


def test_a_fault_shows_itself_to_those_who_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVETTE_DEBUG", "1")
    with pytest.raises(KeyError):
        failure_of(KeyError("x"))


def test_ctrl_c_is_told_in_a_sentence() -> None:
    assert failure_of(KeyboardInterrupt()).code == "CLI-END-001"


def test_the_log_holds_places_and_keys_and_no_data() -> None:
    try:
        raise ValueError("marie@example.com")
    except ValueError as error:
        record = logging.LogRecord(
            "navette", logging.ERROR, __file__, 1, "run failed", None, (type(error), error, error.__traceback__)
        )
    record.run = "r1"
    line = JsonLines().format(record)
    entry = json.loads(line)
    assert "marie" not in line
    assert (entry["message"], entry["run"], entry["error"]) == ("run failed", "r1", "ValueError")
    assert entry["places"][-1].startswith("test_failures.py:")
