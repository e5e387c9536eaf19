"""Console sessions in the documentation: their commands, what they show, and what really comes.

A session is a block fenced as ```console. Lines that start with `$ ` are typed (`> ` goes on with one), the others
are shown. All sessions of a page are one: they run in one shell, in an empty folder.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "[…]"
# What differs from run to run, and what stands for it when the page is compared with reality.
VARYING = (
    (re.compile(r"\d{2}/\d{2}/\d{4} \d{2}:\d{2}(:\d{2})?|\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?"), "<time>"),
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<id>"),
    (re.compile(r"\b[0-9a-f]{16}\b"), "<id>"),
    (re.compile(r"^[0-9a-f]{8}(?= )"), "<id>"),
    (re.compile(r"\d+[.,]\d s\b"), "<seconds>"),
    (re.compile(r"\([A-Z]{9}\)"), "<order>"),
    (re.compile(r"http://127\.0\.0\.1:\d+"), "<shop>"),
    (re.compile(r"\s+"), " "),
)
MARK = "==end of command=="


@dataclass
class Step:
    """A command with the lines that the page shows under it, and what came when it was run."""

    command: str
    shown: list[str] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    code: int = 0

    @property
    def missing(self) -> list[str]:
        """Lines that the page shows and that did not come, or not in this order."""
        came = iter([plain(line) for line in self.output])
        return [line for line in self.shown if line.strip() not in {"", LEFT_OUT} and plain(line) not in came]


def plain(line: str) -> str:
    """A line without what differs from run to run."""
    for pattern, instead in VARYING:
        line = pattern.sub(instead, line)
    return line.strip()


def steps_of(page: str) -> list[Step]:
    """The commands of a page, in order."""
    steps: list[Step] = []
    for block in BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append(Step(line[2:]))
            elif line.startswith("> ") and steps and not steps[-1].shown:
                steps[-1].command += "\n" + line[2:]
            else:
                steps[-1].shown.append(line)
    return steps


def run_steps(steps: list[Step], folder: Path, language: str) -> None:
    """Run all commands in one shell; each gets its output and exit code."""
    script = "".join(
        f"{step.command}\n__code=$?; printf '%s %s\\n' '{MARK}' $__code; (exit $__code)\n" for step in steps
    )
    ended = subprocess.run(  # noqa: PLW1510 (each command's own code is looked at)
        ["bash", "-c", f"trap 'kill $(jobs -p) 2> /dev/null' EXIT\n{script}"],
        cwd=folder,
        env=_environment(language),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    outputs = list(_split(ended.stdout))
    assert len(outputs) == len(steps), ended.stdout
    for step, (lines, code) in zip(steps, outputs, strict=True):
        step.output, step.code = lines, code


def _environment(language: str) -> dict[str, str]:
    """The environment of a newcomer: nothing set, the program found by its name, lines that are not broken."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAVETTE_") and name != "COLUMNS"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "NAVETTE_LANG": language, "LC_ALL": "C.UTF-8"}


def _split(output: str) -> Iterator[tuple[list[str], int]]:
    lines: list[str] = []
    for line in output.splitlines():
        if line.startswith(MARK):
            yield lines, int(line.removeprefix(MARK))
            lines = []
        else:
            lines.append(line)
