"""The program starts quickly: what a command does not need is not loaded."""

import os
import signal
import subprocess
import sys

import pytest

from navette.cli.running import stops_when_told

SLOW = ("babel", "django", "httpx", "lxml", "pydantic", "sqlalchemy")


def test_the_declarations_of_commands_load_nothing_slow() -> None:
    code = f"import sys, navette.cli.main; print(sorted(set({SLOW!r}) & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_a_request_to_end_stops_a_run_in_order() -> None:
    former = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), stops_when_told():
        os.kill(os.getpid(), signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is former


def test_it_is_called_as_a_module_where_its_command_is_not_on_the_path() -> None:
    called = subprocess.run(
        [sys.executable, "-m", "navette", "--help", "--lang", "en"], capture_output=True, text=True, check=True
    )
    assert called.stdout.startswith("Usage: navette COMMAND")
