"""The journal of a run as a person reads it: live in the terminal, or afterwards (spec APP-JRN)."""

from dataclasses import dataclass
from datetime import datetime
from textwrap import TextWrapper
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from navette.cli.output import JsonObject
from navette.domain.messages import cli as messages
from navette.domain.messages.message import Level
from navette.domain.run import Counts, JournalLine
from navette.i18n import Language, remedy, render
from navette.i18n.formats import journal_time
from navette.ports.clock import Clock

SEPARATOR = "-" * 72
INDENT = " " * 4
STYLES = {Level.INFO: "", Level.SUCCESS: "green", Level.WARNING: "yellow", Level.ERROR: "red"}
WORDS = {Level.WARNING: messages.WARNING_WORD, Level.ERROR: messages.ERROR_WORD}


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as text, with the colour that goes with its words."""

    text: str
    style: str


def written_line(at: datetime, line: JournalLine, language: Language) -> WrittenLine:
    """A line with its time, or a sub-line of a record with its arrow; warnings and errors say so in a word."""
    level = line.effective_level
    head = "--> " if line.record else f"{journal_time(at)} - "
    text = render(line.message, line.values, language)
    if level in WORDS:
        what_to_do = remedy(line.message, line.values, language)
        text = f"{render(WORDS[level], {}, language)} {text}" + (f"\n{INDENT}{what_to_do}" if what_to_do else "")
    return WrittenLine(head + text, STYLES[level])


def line_object(at: datetime, line: JournalLine, language: Language) -> JsonObject:
    """A line as JSON."""
    return {
        "at": at.isoformat(),
        "level": line.effective_level.value,
        "record": line.record,
        "code": line.message.code,
        "message": render(line.message, line.values, language),
        "remedy": remedy(line.message, line.values, language),
    }


def show_line(console: Console, line: WrittenLine) -> None:
    """Write a line, in a terminal broken between words; without one as it is, which is far quicker."""
    if console.is_terminal:
        console.print(Text(_broken(line.text, console.width), style=line.style))
    else:
        console.file.write(f"{line.text}\n")


def _broken(text: str, width: int) -> str:
    """A text with lines no longer than a width; what a line is broken into stands a little to the right."""
    wrapper = TextWrapper(width, subsequent_indent=INDENT, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrapper.fill(part) for part in text.splitlines())


class TerminalJournal:
    """Shows a run live: its lines, and below them a progress bar where there is a terminal.

    Implements navette.ports.journal.Journal; to be used as a context.
    """

    def __init__(self, console: Console, language: Language, clock: Clock) -> None:
        self._console = console
        self._language = language
        self._clock = clock
        self._bar = _progress_bar(console)
        self._task: TaskID | None = None
        self._is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._console.is_terminal:
            self._bar.stop()
        if self._is_open:
            self._console.print(SEPARATOR, style="dim")

    def line(self, line: JournalLine) -> None:
        """Show one line, the first one below a separator."""
        if not self._is_open:
            self._is_open = True
            self._console.print(SEPARATOR, style="dim")
        show_line(self._console, written_line(self._clock.now(), line, self._language))

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        """Move the bar; without a terminal nothing is shown."""
        if not self._console.is_terminal:
            return
        if self._task is None:
            self._bar.start()
            self._task = self._bar.add_task("", total=total, done="")
        unsettled = counts.waiting + counts.refused
        text = render(messages.UNSETTLED, {"number": str(unsettled)}, self._language) if unsettled else ""
        shown = f"{done}/{total}" if total else str(done)
        self._bar.update(self._task, completed=done, total=total, description=text, done=shown)


def _progress_bar(console: Console) -> Progress:
    columns = (
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.fields[done]}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    return Progress(*columns, console=console, transient=True)
