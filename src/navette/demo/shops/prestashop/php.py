"""The few habits of PHP that show through the web service."""

import re
import unicodedata

_INTEGER = re.compile(r"\s*([+-]?\d+)")
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])[^>]*(?:>|$)")
_NOT_URL = re.compile(r"[^a-z0-9\s':/\[\]-]")


def is_empty(value: object) -> bool:
    """Tell what PHP's `empty` tells of a value."""
    return value in (None, "", "0", 0, False, {}, [])


def to_int(value: object) -> int:
    """Convert as `(int)` does: the number that the text begins with, else 0."""
    if isinstance(value, int):
        return int(value)
    found = _NUMBER.match(str(value or ""))
    if found is None:
        return 0
    whole = _INTEGER.fullmatch(found[1])
    return int(whole[1]) if whole else int(float(found[1]))


def numeric_prefix(text: str) -> str:
    """Return the number that a text begins with, as the database compares it; "0" without one."""
    found = _NUMBER.match(text)
    return found[1] if found else "0"


def is_numeric(text: str) -> bool:
    """Tell whether a text is a number for PHP."""
    return re.fullmatch(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*", text) is not None


def strip_tags(text: str) -> str:
    """Remove what looks like markup, as the shop does before it stores a plain text."""
    return _TAG.sub("", text)


def unaccented(text: str) -> str:
    """Return a text without its accents."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def fold(text: str | None) -> str | None:
    """Return a text as the database's collation compares it: in capitals, no accents, no blanks at the end."""
    if text is None:
        return None
    if text.isascii():
        return text.upper().rstrip(" ")
    return unaccented(text.upper()).upper().rstrip(" ")


def url_name(text: str) -> str:
    """Make the friendly address of a name, as the shop does when none is given."""
    plain = _NOT_URL.sub("", unaccented(text.strip().lower()))
    return re.sub(r"[\s':/\[\]-]+", "-", plain)


def levenshtein(first: str, second: str) -> int:
    """Count the signs to change, add or drop to turn one text into the other."""
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1]


def closest(word: str, words: list[str]) -> str:
    """Return the nearest word; of equally near ones the last, as the shop's hint does."""
    best, distance = "", -1
    for candidate in words:
        found = levenshtein(word, candidate)
        if found == 0:
            return candidate
        if found <= distance or distance < 0:
            best, distance = candidate, found
    return best
