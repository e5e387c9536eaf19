"""Where a run tells what it does, live; what is kept is written by the store with each batch."""

from typing import Protocol

from navette.domain.run import Counts, JournalLine


class Journal(Protocol):
    """Follows a run as it goes on: the terminal, a page, nothing."""

    def line(self, line: JournalLine) -> None:
        """Show one line."""
        ...

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        """Show how far the run is; the total is None while it is not known."""
        ...
