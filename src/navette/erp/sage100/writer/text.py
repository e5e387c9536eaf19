"""Texts as Sage stores them: Windows-1252, then measured, then cut.

Transliteration comes first: one character can become several. Accents and typographic signs that Windows-1252 has
are kept.
"""

import re
import unicodedata

from unidecode import unidecode

_BLANKS = re.compile(r"\s+")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def to_windows_1252(text: str) -> str:
    """Replace what Windows-1252 does not have by its nearest letters; control characters become blanks."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(_character(character) for character in composed)


def _character(character: str) -> str:
    if character in "\n\t" or (character.isprintable() and _is_encodable(character)) or character == "\xa0":
        return character
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" | "Cs":  # invisible signs, broken halves of a pair
            return ""
    return "".join(letter for letter in unidecode(character) if letter.isprintable())


def _is_encodable(character: str) -> bool:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def one_line(text: str) -> str:
    """Give a text on one line, without doubled or outer blanks."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", to_windows_1252(text)).strip()


def fit(text: str, length: int) -> str:
    """Give a text as a column of a length holds it."""
    return one_line(text)[:length].rstrip()


def long_text(text: str) -> str:
    """Give a text of any length, its lines ended as Windows ends them."""
    lines = (to_windows_1252(line).rstrip() for line in _LINE_ENDS.split(text))
    return "\r\n".join(lines).strip()


def wrapped(text: str, first: int, second: int) -> tuple[str, str]:
    """Spread a text over two columns, at a blank where there is one; what exceeds both is cut."""
    whole = one_line(text)
    if len(whole) <= first:
        return whole, ""
    head = whole[: first + 1].rsplit(" ", 1)[0] if " " in whole[: first + 1] else whole[:first]
    return head.rstrip(), whole[len(head) :].strip()[:second].rstrip()


def code(text: str) -> str:
    """Give a code its stored form: capitals, no blanks outside, nothing that Windows-1252 does not have."""
    return one_line(text).upper()
