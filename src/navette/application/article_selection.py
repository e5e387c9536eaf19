"""The articles that an export reads, from what was asked, the mark, and what waits."""

from navette.application.capability import Work
from navette.domain.keys import ArticleKey, normalise_code, parse_stock_key
from navette.ports.erp import ArticleSelection


def select_articles(
    work: Work, *, published_only: bool, doubtful: frozenset[str] = frozenset(), page_size: int = 1000
) -> ArticleSelection:
    """The selection of a run: `--only` references (or record keys), else changes since the mark.

    Records that wait, and those whose last sending is doubtful, join every selection.
    """
    only = frozenset(article_reference(text) for text in work.request.only)
    return ArticleSelection(
        since=work.since,
        references=only or None,
        always=frozenset(article_reference(record) for record in work.waiting | doubtful),
        published_only=published_only and not only,
        page_size=page_size,
    )


def article_reference(text: str) -> str:
    """The article's reference in a record key (`variant:REF/1/2`) or as a person types it."""
    if ":" not in text:
        return normalise_code(text)
    try:
        key = parse_stock_key(text)
    except ValueError:
        return normalise_code(text)
    return key.reference


def reference_of(key: object) -> str:
    """The reference that a person knows a key by."""
    return key.reference if isinstance(key, ArticleKey) else str(key).partition(":")[2]
