"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence

from navette.domain.messages.message import Message
from navette.i18n import Language, render


def word(message: Message, language: Language, **values: object) -> str:
    """A text of the pages in their language."""
    return render(message, {name: str(value) for name, value in values.items()}, language)


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"{'#' * level} {text}\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty without rows."""
    lines = [_row(row) for row in rows]
    if not lines:
        return ""
    return "\n".join([_row(headings), _row(["---"] * len(headings)), *lines]) + "\n"


def code(text: str) -> str:
    """A text as it is typed."""
    return f"`{text}`" if text else ""


def _row(cells: Sequence[str]) -> str:
    escaped = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"
