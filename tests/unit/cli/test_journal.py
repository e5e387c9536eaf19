"""The journal as it is read in a terminal (spec APP-JRN)."""

import io
import re
from datetime import UTC, datetime

import pytest
from fakes.clock import FixedClock
from rich.console import Console

from navette.cli.journal import SEPARATOR, TerminalJournal, line_object, show_line, written_line
from navette.domain.messages import run as messages
from navette.domain.messages.message import Level
from navette.domain.run import Counts, JournalLine
from navette.i18n import Language

AT = datetime(2022, 3, 28, 14, 21, 27, tzinfo=UTC)
RECORD = JournalLine(
    message=messages.RECORD, values={"position": "2", "total": "5", "label": "CHAAR/VAR"}, record="article:CHAAR/VAR"
)
PARTIAL = JournalLine(message=messages.PARTIAL, values={"number": "2", "profile": "bijou"})


@pytest.mark.spec("APP-JRN")
@pytest.mark.parametrize(
    ("line", "language", "text"),
    [
        (JournalLine(message=messages.FULL_READ), Language.ENGLISH, "28/03/2022 16:21:27 - Everything is read"),
        (RECORD, Language.FRENCH, "--> 2/5 - CHAAR/VAR"),
        (JournalLine(message=messages.DONE, record="article:X"), Language.FRENCH, "--> Réussi"),
        (
            PARTIAL,
            Language.ENGLISH,
            (
                "28/03/2022 16:21:27 - Warning: The run is done; records that need a decision: 2\n"
                "    See them with: navette quarantine list --profile bijou"
            ),
        ),
    ],
)
def test_a_line_is_written(line: JournalLine, language: Language, text: str) -> None:
    assert written_line(AT, line, language).text == text


@pytest.mark.parametrize(
    ("level", "style"), [(Level.INFO, ""), (Level.SUCCESS, "green"), (Level.WARNING, "yellow"), (Level.ERROR, "red")]
)
def test_each_level_has_its_colour_and_warnings_a_word_too(level: Level, style: str) -> None:
    line = written_line(AT, JournalLine(message=messages.FULL_READ, level=level), Language.ENGLISH)
    assert line.style == style
    assert ("Warning: " in line.text, "Error: " in line.text) == (level is Level.WARNING, level is Level.ERROR)


def test_a_line_as_an_object() -> None:
    assert line_object(AT, RECORD, Language.FRENCH) == {
        "at": "2022-03-28T14:21:27+00:00",
        "level": "info",
        "record": "article:CHAAR/VAR",
        "code": "RUN-REC-001",
        "message": "2/5 - CHAAR/VAR",
        "remedy": "",
    }


def test_without_a_terminal_lines_are_plain() -> None:
    written = io.StringIO()
    with TerminalJournal(Console(file=written), Language.ENGLISH, FixedClock(AT)) as journal:
        journal.line(RECORD)
        journal.progress(2, 5, Counts(read=2, updated=2))
    assert written.getvalue().splitlines() == [SEPARATOR, "--> 2/5 - CHAAR/VAR", SEPARATOR]


def test_in_a_terminal_lines_break_between_words_and_go_on_a_little_to_the_right() -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=60, _environ={"TERM": "xterm-256color"})
    show_line(console, written_line(AT, PARTIAL, Language.FRENCH))
    assert re.sub(r"\x1b\[[0-9;]*m", "", written.getvalue()).splitlines() == [
        "28/03/2022 16:21:27 - Attention : L'exécution est faite ;",
        "    fiches qui demandent une décision : 2",
        "    Voyez-les avec : navette quarantine list --profile bijou",
    ]


def test_a_journal_without_lines_leaves_nothing() -> None:
    written = io.StringIO()
    with TerminalJournal(Console(file=written), Language.ENGLISH, FixedClock(AT)):
        pass
    assert written.getvalue() == ""


def test_in_a_terminal_there_is_a_bar_with_what_waits() -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=120, _environ={"TERM": "xterm-256color"})
    with TerminalJournal(console, Language.ENGLISH, FixedClock(AT)) as journal:
        journal.line(RECORD)
        journal.progress(2, 5, Counts(read=2, updated=1, waiting=1))
    assert "--> 2/5 - CHAAR/VAR" in written.getvalue()
    assert "2/5" in written.getvalue().replace("--> 2/5", "")
    assert "1 to decide" in written.getvalue()
