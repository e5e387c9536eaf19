"""Where a command writes: its result on the standard output, all the rest on the error output."""

import json
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from io import TextIOWrapper

from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from navette.domain.messages import cli as messages
from navette.domain.messages.message import Message
from navette.domain.run import Problem
from navette.i18n import Language, render
from navette.i18n.render import explain

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = Mapping[str, Json]

# Wider than any line: a program that reads a table finds each row on one line.
UNBROKEN = 10_000


class Output:
    """The two outputs of a process, in the reader's language."""

    def __init__(self, language: Language, *, as_json: bool = False) -> None:
        self.language = language
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A pipe on Windows takes an encoding that lacks letters; JSON is UTF-8 everywhere.
                stream.reconfigure(encoding="utf-8" if as_json else None, errors="replace")
        self.console = _console()
        self.errors = _console(stderr=True)

    def text(self, message: Message, **values: object) -> str:
        """A message in the reader's language."""
        return render(message, {name: str(value) for name, value in values.items()}, self.language)

    def label(self, text: str) -> str:
        """What stands before a value, with its colon."""
        return self.text(messages.LABEL, text=text)

    def with_remedy(self, message: Message, **values: object) -> str:
        """A message followed by what the reader can do."""
        return explain(Problem(message, {name: str(value) for name, value in values.items()}), self.language)

    def result(self, data: JsonObject, show: Callable[[Console], None]) -> None:
        """Give the result of a command: as JSON if that was asked for, else as a person reads it."""
        if self.as_json:
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        else:
            show(self.console)

    def done(self, message: Message, data: JsonObject | None = None, **values: object) -> None:
        """Say that a command did what was asked."""
        text = self.with_remedy(message, **values)
        self.result({"message": text, **(data or {})}, lambda console: console.print(Text(text)))

    def warn(self, message: Message, **values: object) -> None:
        """Say something that the reader should know beside the result."""
        word = self.text(messages.WARNING_WORD)
        self.errors.print(Text.assemble((word, "yellow"), " ", self.with_remedy(message, **values)))

    def table(self, *headings: Message, numbers: Collection[Message] = (), whole: Collection[Message] = ()) -> Table:
        """An empty table with its headings; columns of numbers stand to the right, whole ones are never broken."""
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in headings:
            justify: JustifyMethod = "right" if heading in numbers else "left"
            unbroken = heading in whole or heading in numbers
            table.add_column(self.text(heading), overflow="fold", justify=justify, no_wrap=unbroken)
        return table


def _console(*, stderr: bool = False) -> Console:
    """An output that breaks lines between words in a terminal, and leaves them whole in a file or pipe."""
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal:
        console.soft_wrap = True
        if "COLUMNS" not in os.environ:
            console.width = UNBROKEN
    return console
