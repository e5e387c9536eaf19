"""Pages of articles: a walk along the references, or along those that changed (spec ART-FLT)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Select, bindparam, func, select

from navette.domain.errors import ConfigurationError
from navette.domain.keys import normalise_code
from navette.domain.messages import erp as messages
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.reader.changes import changed_references
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_ARTICLE
from navette.ports.erp import ArticleFlow, ArticleSelection

T = TypeVar("T")

LARGEST_PAGE = 1000
"""References in one query: SQL Server takes 2,100 parameters."""

_PUBLISHED = F_ARTICLE.c.AR_Publie == 1
_AWAKE = F_ARTICLE.c.AR_Sommeil == 0
_ONE_OF_PAGE = F_ARTICLE.c.AR_Ref.in_(bindparam("references", expanding=True))


class ArticleWalk(Protocol):
    """Goes through the selected articles once; None is the end."""

    def next_rows(self, session: ReadSession) -> Sequence[Record] | None:
        """Rows of the next page, maybe none."""
        ...

    def count(self, session: ReadSession) -> int:
        """How many articles there are in all."""
        ...


def article_walk(
    session: ReadSession,
    selection: ArticleSelection,
    flow: ArticleFlow,
    today: date,
    columns: Sequence[ColumnElement[Any]] = (F_ARTICLE.c.AR_Ref,),
) -> ArticleWalk:
    """Choose the way through a selection; the columns include AR_Ref."""
    if selection.condition.strip():
        raise ConfigurationError(messages.CONDITION_UNSUPPORTED, condition=selection.condition)
    filters = _filters(selection)
    size = max(1, min(selection.page_size, LARGEST_PAGE))
    references = _chosen(session, selection, flow, today)
    if references is None:
        return _KeyWalk(columns, filters, size)
    return _ListWalk(columns, filters, size, references)


def pages(
    database: Database, walk: ArticleWalk, assemble: Callable[[ReadSession, Sequence[Record]], Sequence[T]]
) -> Iterator[Sequence[T]]:
    """Read page after page; the session is closed whenever the reader of the pages is at work."""
    while True:
        with database.reading() as session:
            rows = walk.next_rows(session)
            page = assemble(session, rows) if rows else ()
        if rows is None:
            return
        if page:
            yield page


def _filters(selection: ArticleSelection) -> list[ColumnElement[bool]]:
    filters = []
    if selection.published_only:
        filters.append(_PUBLISHED)
    if not selection.with_dormant:
        filters.append(_AWAKE)
    return filters


def _chosen(session: ReadSession, selection: ArticleSelection, flow: ArticleFlow, today: date) -> list[str] | None:
    """The references to look at, None for all of them."""
    named = None if selection.references is None else {normalise_code(text) for text in selection.references}
    changed = changed_references(session, flow, selection.since, today) if selection.since else None
    if changed is None:
        return None if named is None else sorted(named)
    joined = changed | {normalise_code(text) for text in selection.always}
    return sorted(joined if named is None else joined & named)


class _KeyWalk:
    """Along the unique index of references."""

    def __init__(
        self, columns: Sequence[ColumnElement[Any]], filters: Sequence[ColumnElement[bool]], size: int
    ) -> None:
        self._filters = filters
        reference: Column[str] = F_ARTICLE.c.AR_Ref
        self._statement = (
            select(*columns).where(reference > bindparam("last"), *filters).order_by(reference).limit(size)
        )
        self._size = size
        self._last: str | None = ""

    def next_rows(self, session: ReadSession) -> Sequence[Record] | None:
        if self._last is None:
            return None
        rows = session.all(self._statement.params(last=self._last))
        self._last = rows[-1].AR_Ref if len(rows) == self._size else None
        return rows

    def count(self, session: ReadSession) -> int:
        return int(session.value(_counted(self._filters)))


class _ListWalk:
    """Along a list of references."""

    def __init__(
        self,
        columns: Sequence[ColumnElement[Any]],
        filters: Sequence[ColumnElement[bool]],
        size: int,
        references: Sequence[str],
    ) -> None:
        self._filters = filters
        self._statement = select(*columns).where(_ONE_OF_PAGE, *filters).order_by(F_ARTICLE.c.AR_Ref)
        self._references = references
        self._size = size
        self._position = 0

    def next_rows(self, session: ReadSession) -> Sequence[Record] | None:
        if self._position >= len(self._references):
            return None
        chunk = self._references[self._position : self._position + self._size]
        self._position += self._size
        return session.all(self._statement.params(references=chunk))

    def count(self, session: ReadSession) -> int:
        counted = _counted([_ONE_OF_PAGE, *self._filters])
        chunks = range(0, len(self._references), LARGEST_PAGE)
        return sum(
            int(session.value(counted.params(references=self._references[start : start + LARGEST_PAGE])))
            for start in chunks
        )


def _counted(filters: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return select(func.count()).select_from(F_ARTICLE).where(*filters)
