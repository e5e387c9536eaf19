"""Rows for mappers: named and placed like those of a query."""

from collections import namedtuple


def record(**values: object) -> object:
    """A row with the columns given."""
    return namedtuple("Record", values)(**values)  # noqa: PYI024 (the columns are those of the test)
