"""Friendly addresses made from names: small letters, digits and hyphens."""

import re

from unidecode import unidecode

NOT_ALLOWED = re.compile(r"[^a-z0-9]+")


def slug_of(text: str, length: int = 128) -> str:
    """The address part for a name, `article` if nothing of it can be used."""
    slug = NOT_ALLOWED.sub("-", unidecode(text).lower()).strip("-")
    return slug[:length].rstrip("-") or "article"
