"""French_CI_AS on SQLite: letters' case and trailing blanks do not count, accents do."""

import sqlite3
import unicodedata
from functools import lru_cache

FRENCH_CI_AS = "FRENCH_CI_AS"
"""Collation of texts. Codes, stored trimmed and upper-case, use SQLite's own NOCASE, which is eight times faster."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})  # equal to their two letters, as ß is to ss


@lru_cache(maxsize=65_536)
def sort_key(value: str) -> tuple[str, str]:
    """Give the key that two equal texts share: base letters first, accents to tell them apart."""
    folded = value.rstrip(" ").casefold()
    if folded.isascii():
        return folded, ""
    folded = folded.translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFD", folded)
    base = "".join(character for character in decomposed if not unicodedata.combining(character))
    return base, folded if base != folded else ""


def compare(left: str, right: str) -> int:
    """Compare two texts for SQLite: negative, zero or positive."""
    if left == right:
        return 0
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


def register(connection: sqlite3.Connection) -> None:
    """Make the collation known on a connection; without it SQLite refuses the tables that use it."""
    connection.create_collation(FRENCH_CI_AS, compare)
