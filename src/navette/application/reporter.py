"""What a run says: lines that are shown live at once and kept with the next batch."""

from navette.application.capability import Capability, PlanItem
from navette.application.session import Session
from navette.domain.messages import run as messages
from navette.domain.messages.message import Level, Message
from navette.domain.run import Counts, JournalLine, Outcome, RecordResult

LEVELS = {
    Outcome.CREATED: Level.SUCCESS,
    Outcome.UPDATED: Level.SUCCESS,
    Outcome.SKIPPED: Level.INFO,
    Outcome.UNCHANGED: Level.INFO,
    Outcome.WAITING: Level.WARNING,
    Outcome.REFUSED: Level.ERROR,
}


class Reporter:
    """Writes the journal of one run."""

    def __init__(self, session: Session, capability: Capability) -> None:
        self._journal = session.journal
        self._capability = capability
        self._kept: list[JournalLine] = []
        self._done = 0
        self._total: int | None = None

    def say(self, message: Message, about: str = "", /, **values: object) -> None:
        """Write a line about a record that the run does not count, or about none."""
        self._show(JournalLine(message=message, values=_texts(values), record=about))

    def expect(self, total: int) -> None:
        """Tell how many records there are to write."""
        self._total = total

    def record(self, item: PlanItem, result: RecordResult) -> None:
        """Write the lines of one record: its number and name, its own lines, then success or the problem."""
        if result.outcome is Outcome.UNCHANGED and not result.lines:
            return
        self._show(self._heading(item))
        for line in result.lines:
            self._show(line)
        if result.problem:
            self._show(
                JournalLine(
                    message=result.problem.message,
                    values=result.problem.values,
                    level=LEVELS[result.outcome],
                    record=item.record,
                    subject=item.subject,
                )
            )
        elif item.writes and self._is_writing:
            self._show(JournalLine(message=messages.DONE, record=item.record))

    @property
    def _is_writing(self) -> bool:
        """Whether the plan is whole and being carried out."""
        return self._total is not None

    def _heading(self, item: PlanItem) -> JournalLine:
        label = item.label or item.record
        message, values = self._capability.heading, {"label": label}
        if item.writes and self._is_writing:
            self._done += 1
            message = self._capability.numbered_heading
            values = {"position": str(self._done), "total": str(self._total), "label": label}
        return JournalLine(message=message, values=values, record=item.record, subject=item.subject)

    def progress(self, counts: Counts) -> None:
        """Show how far the run is."""
        done = self._done if self._is_writing else counts.read
        self._journal.progress(done, self._total, counts)

    @property
    def kept(self) -> int:
        """How many lines wait for the next batch."""
        return len(self._kept)

    def take_lines(self) -> tuple[JournalLine, ...]:
        """The lines since the last batch, to be kept with the next one."""
        lines, self._kept = tuple(self._kept), []
        return lines

    def _show(self, line: JournalLine) -> None:
        self._kept.append(line)
        self._journal.line(line)


def _texts(values: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}
