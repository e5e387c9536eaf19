"""Amounts, numbers and dates as the reader's language writes them."""

import os
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages
from navette.i18n.language import Language

ZONE_VARIABLE = "NAVETTE_TIME_ZONE"
DEFAULT_ZONE = "Europe/Paris"


def amount(value: Decimal, language: Language, currency: str = "EUR") -> str:
    """Write an amount of money: 1 234,56 € or €1,234.56."""
    from babel.numbers import format_currency  # noqa: PLC0415 (only pages with amounts need it)

    return format_currency(value, currency, locale=language)


def number(value: Decimal | int, language: Language) -> str:
    """Write a number with the separators of the language."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, locale=language)


def decimals(text: str, language: Language) -> str:
    """Write a number with as many decimals as it is given with, with the separators of the language."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    pattern = f"#,##0.{'0' * len(text.partition('.')[2])}"
    return format_decimal(Decimal(text), format=pattern, locale=language)


def moment(value: datetime, language: Language) -> str:
    """Write an instant in the reader's time zone, to the minute."""
    return _local(value).strftime("%d/%m/%Y %H:%M" if language is Language.FRENCH else "%Y-%m-%d %H:%M")


def local_time(text: str, language: Language) -> str:
    """Write a time that has no zone (the company's own), given as 2026-11-24 14:05:00; other text stays as it is."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return text
    return value.strftime("%d/%m/%Y %H:%M:%S") if language is Language.FRENCH else text


def day(value: date, language: Language) -> str:
    """Write a date."""
    return value.strftime("%d/%m/%Y" if language is Language.FRENCH else "%Y-%m-%d")


def journal_time(value: datetime) -> str:
    """Write an instant as the lines of a journal carry it, the same in every language (spec APP-JRN)."""
    return _local(value).strftime("%d/%m/%Y %H:%M:%S")


def local_zone() -> ZoneInfo:
    """The time zone in which instants are shown: that of NAVETTE_TIME_ZONE, else Europe/Paris."""
    return _zone(os.environ.get(ZONE_VARIABLE) or DEFAULT_ZONE)


def _local(value: datetime) -> datetime:
    return value.astimezone(local_zone())


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigurationError(messages.UNKNOWN_TIME_ZONE, zone=name, variable=ZONE_VARIABLE) from None
