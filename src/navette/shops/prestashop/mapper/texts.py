"""Texts that the shop takes: what each field forbids, how long it may be, and one text in every language.

The rules are the shop's own (classes/Validate.php): what breaks one is refused with 400, so it is told before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from unidecode import unidecode

from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages

_CATALOG_NAME = re.compile(r"[<>;=#{}]")
_GENERIC_NAME = re.compile(r"[<>={}]")
_REFERENCE = re.compile(r"[<>;={}]")
_TAGS = re.compile(r"<[^>]*>")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_DIGITS = re.compile(r"[^0-9]")
NOTHING_FORBIDDEN = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class TextRule:
    """What a field takes; `counts_tags` is off where the shop measures a text without its HTML tags."""

    forbidden: re.Pattern[str]
    length: int | None = None
    counts_tags: bool = True


PRODUCT_NAME = TextRule(_CATALOG_NAME, 128)
CATEGORY_NAME = TextRule(_CATALOG_NAME, 128)
BRAND_NAME = TextRule(_CATALOG_NAME, 64)
META_TITLE = TextRule(_GENERIC_NAME, 255)
META_DESCRIPTION = TextRule(_GENERIC_NAME, 512)
META_KEYWORDS = TextRule(_GENERIC_NAME, 255)
OPTION_NAME = TextRule(_GENERIC_NAME, 128)
FEATURE_VALUE = TextRule(_GENERIC_NAME, 255)
GROUP_NAME = TextRule(_GENERIC_NAME, 32)
REFERENCE = TextRule(_REFERENCE, 64)
BARCODE = TextRule(_NOT_DIGITS, 13)
DESCRIPTION = TextRule(NOTHING_FORBIDDEN)


def summary_rule(limit: int) -> TextRule:
    """Rule of the short description, whose limit is a setting of the shop."""
    return TextRule(NOTHING_FORBIDDEN, limit, counts_tags=False)


def checked(field: str, text: str, rule: TextRule, *, cleans: bool = False) -> str:
    """A text that the shop takes; raises RefusedError that names the field, unless texts are to be cleaned."""
    bad = sorted(set(rule.forbidden.findall(text)))
    if bad and not cleans:
        raise RefusedError(messages.FORBIDDEN_CHARACTERS, field=field, characters=" ".join(bad))
    if bad:
        text = " ".join(rule.forbidden.sub(" ", text).split())
    length = len(text if rule.counts_tags else _TAGS.sub("", text))
    if rule.length is None or length <= rule.length:
        return text
    if not cleans or not rule.counts_tags:
        raise RefusedError(messages.TOO_LONG, field=field, length=length, limit=rule.length)
    return text[: rule.length].rstrip()


def slug_of(text: str) -> str:
    """A friendly address from a text: plain letters, digits and hyphens."""
    return _NOT_SLUG.sub("-", unidecode(text).lower()).strip("-")[:128].rstrip("-")


def in_every_language(
    texts: Mapping[str, str | None],
    languages: Mapping[str, str],
    present: Mapping[str, str] | None = None,
) -> dict[str, str] | None:
    """One text by the shop's language ids, complete: a PATCH of some languages would empty the others.

    `texts` is by ISO code; a language without one keeps what the shop has now (`present`, by id), or, on creation,
    takes the text of the first language that has one. None when no language has a text to send.
    """
    given = {code: text for code, text in texts.items() if text is not None}
    known = {key: given[code] for key, code in languages.items() if code in given}
    if not known:
        return None
    first = next(iter(known.values()))
    rest = dict.fromkeys(languages, first) if present is None else dict(present)
    return {key: known.get(key, rest.get(key, rest.get("", ""))) for key in languages}


def lacks_language(texts: Mapping[str, str | None], languages: Mapping[str, str]) -> bool:
    """Whether a text is sent in some languages of the shop and not in others."""
    sent = [texts.get(code) is not None for code in languages.values()]
    return any(sent) and not all(sent)
