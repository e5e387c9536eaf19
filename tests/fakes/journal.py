"""A journal that keeps what a run told."""

from collections.abc import Sequence

from navette.domain.messages.message import Message
from navette.domain.run import Counts, JournalLine


class MemoryJournal:
    def __init__(self) -> None:
        self.lines: list[JournalLine] = []
        self.steps: list[tuple[int, int | None]] = []

    def line(self, line: JournalLine) -> None:
        self.lines.append(line)

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        del counts
        self.steps.append((done, total))

    @property
    def codes(self) -> list[str]:
        return [line.message.code for line in self.lines]

    @property
    def texts(self) -> list[str]:
        return [line.message.render(line.values) for line in self.lines]

    def of(self, message: Message) -> Sequence[JournalLine]:
        """The lines of one message."""
        return [line for line in self.lines if line.message == message]

    def clear(self) -> None:
        self.lines.clear()
        self.steps.clear()
