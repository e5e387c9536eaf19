"""Filters of the web service, and their pitfalls.

`[a|b]` is one of, `[a,b]` a range when both are numbers or dates, `>[v]` after. `>=` does not exist and silently
gives every record. A value that holds `|`, or two numbers with a comma, cannot be asked for exactly: the part before
it is asked as a beginning, and the caller compares what comes back.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

# Web servers take addresses of 8 kB; the rest of the address is short.
LONGEST_FILTER = 6000
LARGEST_FILTER = 250
_RANGE = re.compile(r"^[\d.:\-\s]+,[\d.:\-\s]+$")
_SEPARATORS = re.compile(r"[|,\[\]]")


def one_of(values: Sequence[str]) -> str:
    """Filter for records that have one of some values."""
    return f"[{'|'.join(values)}]"


def after(value: str) -> str:
    """Filter for values above one."""
    return f">[{value}]"


def between(first: str, last: str) -> str:
    """Filter for a range of numbers or dates, both ends in."""
    return f"[{first},{last}]"


def beginning(value: str) -> str:
    """Filter for texts that begin so; `%` and `_` in them match more, never less."""
    return f"[{value}]%"


def is_plain(value: str) -> bool:
    """Whether a value can be asked for exactly."""
    return bool(value) and not ("|" in value or "[" in value or "]" in value or _RANGE.match(value))


def filters_for(values: Sequence[str]) -> Iterator[str]:
    """Filters that together find every record with one of some values (and perhaps others besides)."""
    yield from (one_of(chunk) for chunk in _chunks([value for value in values if is_plain(value)]))
    for value in values:
        if value and not is_plain(value):
            yield beginning(_SEPARATORS.split(value, maxsplit=1)[0])


def _chunks(values: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    length = 0
    for value in values:
        size = len(quote(value, safe="")) + 3
        if chunk and (length + size > LONGEST_FILTER or len(chunk) == LARGEST_FILTER):
            yield chunk
            chunk, length = [], 0
        chunk.append(value)
        length += size
    if chunk:
        yield chunk
