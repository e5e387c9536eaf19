"""Which language a person reads: asked for, from the environment, or from the locale."""

import locale
from collections.abc import Mapping
from enum import StrEnum

from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages


class Language(StrEnum):
    """Languages that the product speaks; English is that of the source texts."""

    FRENCH = "fr"
    ENGLISH = "en"


VARIABLE = "NAVETTE_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_from(asked: str | None, environ: Mapping[str, str]) -> Language:
    """Give the language asked for, else that of NAVETTE_LANG, else that of the locale, else English."""
    wished = asked or environ.get(VARIABLE)
    if wished:
        return _exact(wished)
    named = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), None)
    return _of_locale(named if named is not None else locale.getlocale()[0] or "")


def _exact(wished: str) -> Language:
    try:
        return Language(wished.lower())
    except ValueError:
        valid = ", ".join(Language)
        raise ConfigurationError(messages.UNKNOWN_LANGUAGE, language=wished, valid=valid) from None


def _of_locale(name: str) -> Language:
    # `fr_FR.UTF-8` on Linux, `French_France` on Windows.
    return Language.FRENCH if name.lower().startswith("fr") else Language.ENGLISH
