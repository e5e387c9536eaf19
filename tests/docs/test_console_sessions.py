"""What the documentation shows is what comes: its console sessions are run, and compared line by line."""

import socket
from pathlib import Path

import pytest
from console_session import Step, plain, run_steps, steps_of

DOCS = Path(__file__).parents[2] / "docs"
PORT = "8093"  # that of the pages


def free_port() -> str:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return str(door.getsockname()[1])


def fails(step: Step, after: Step | None) -> bool:
    """Whether a command failed without the page saying so: its code is shown by the next one."""
    return step.code != 0 and (after is None or after.command != "echo $?")


PAGES = [page for page in sorted(DOCS.rglob("*.md")) if steps_of(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_sessions_go_as_the_page_shows(page: Path, tmp_path: Path) -> None:
    steps = steps_of(page.read_text(encoding="utf-8").replace(PORT, free_port()))
    run_steps(steps, tmp_path, "fr" if page.name.endswith(".fr.md") else "en")
    told = {step.command: step.missing for step in steps if step.missing}
    assert told == {}, [(step.command, step.output) for step in steps if step.missing]
    failed = [step for step, after in zip(steps, [*steps[1:], None], strict=True) if fails(step, after)]
    assert [(step.command, step.code, step.output) for step in failed] == []


def test_a_line_that_did_not_come_is_found() -> None:
    [step] = steps_of("```console\n$ echo a; echo b\na\n[…]\nc\n```\n")
    step.output = ["a", "b"]
    assert step.missing == ["c"]


def test_commands_may_go_on_over_lines() -> None:
    first, second = steps_of("text\n```console\n$ echo a \\\n> b\na b\n$ true\n```\n$ no command\n")
    assert (first.command, first.shown, second.command) == ("echo a \\\nb", ["a b"], "true")


def test_what_differs_from_run_to_run_is_left_out_of_account() -> None:
    line = "c2d2e883  2026-11-24 11:40  bijou  import-orders  succeeded  created: 1"
    assert plain(line) == plain("0123abcd  2027-01-02 23:59  bijou  import-orders  succeeded  created: 1")
    assert plain("Run 2427ef30-20c4-43bb-91a4-7d9cfd8f9159: 0.7 s") == "Run <id>: <seconds>"
    assert plain(line) != plain(line.replace("created", "updated"))
