"""Long lists of keys, cut to what one statement takes on every database."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

# SQLite takes 32,766 parameters at the least, and plans short lists better.
CHUNK = 500


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Lists of at most `size` items, in their order; nothing is read ahead."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
