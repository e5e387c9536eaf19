"""The shop's local times, which it writes without a zone.

On the night on which clocks go back an hour happens twice: a time read in it is taken as the first of the two, and a
bound to search from as the earliest local time that any later instant can have, so that no change is missed.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

FORMAT = "%Y-%m-%d %H:%M:%S"
NO_TIME = "0000-00-00 00:00:00"
_LOOK_AHEAD = timedelta(hours=3)
_STEP = timedelta(minutes=15)


def to_instant(text: str | None, zone: ZoneInfo) -> datetime | None:
    """A shop's time as aware UTC; None where there is none."""
    if not text or text.startswith("0000"):
        return None
    return datetime.strptime(text, FORMAT).replace(tzinfo=zone).astimezone(UTC)


def from_instant(instant: datetime, zone: ZoneInfo) -> str:
    """An aware instant as the shop writes it."""
    return instant.astimezone(zone).strftime(FORMAT)


def from_day(day: date) -> str:
    """The midnight of a day as the shop writes it."""
    return day.strftime("%Y-%m-%d 00:00:00")


def lower_bound(instant: datetime, zone: ZoneInfo) -> str:
    """The earliest local time that an instant at or after this one can have."""
    local = [instant.astimezone(zone).replace(tzinfo=None)]
    quarter = instant.replace(minute=instant.minute // 15 * 15, second=0, microsecond=0) + _STEP
    while quarter <= instant + _LOOK_AHEAD:
        local.append(quarter.astimezone(zone).replace(tzinfo=None))
        quarter += _STEP
    return min(local).strftime(FORMAT)


def upper_bound(instant: datetime, zone: ZoneInfo) -> str:
    """The latest local time that an instant at or before this one can have."""
    local = [instant.astimezone(zone).replace(tzinfo=None)]
    quarter = instant.replace(minute=instant.minute // 15 * 15, second=0, microsecond=0)
    while quarter >= instant - _LOOK_AHEAD:
        local.append((quarter - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None))
        quarter -= _STEP
    return max(local).strftime(FORMAT)
