"""Reading Retry-After: a number of seconds or a date (RFC 9110, 10.2.3)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DEFAULT_PAUSE = 10.0


def pause_of(header: str, now: datetime | None = None) -> float:
    """Seconds to wait; a header that is missing or cannot be read means ten."""
    text = header.strip()
    if text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return DEFAULT_PAUSE
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
