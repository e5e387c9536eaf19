"""Which orders a run reads: changed since the mark, of a period, or named; and those that wait (spec ORD-SEL-1)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from navette.application.capability import Work
from navette.application.import_orders.facts import CompanyFacts
from navette.config.sections.orders import Period
from navette.ports.shop import OrderQuery

PREFIX = "order:"


def order_query(work: Work, company: CompanyFacts) -> Iterator[OrderQuery]:
    """The queries of a run, one after the other; records that wait are read by id and not a second time."""
    if work.request.only:
        yield OrderQuery(ids=tuple(sorted(order_id(text) for text in work.request.only)))
        return
    waiting = tuple(sorted(order_id(record) for record in work.waiting))
    if waiting:
        yield OrderQuery(ids=waiting)
    yield replace(_main_query(work, company), excluded=frozenset(waiting))


def _main_query(work: Work, company: CompanyFacts) -> OrderQuery:
    period = work.session.options.orders.period
    if period is Period.SINCE_LAST or work.request.since or work.request.full:
        return OrderQuery(changed_after=work.since)
    start, end = period_bounds(period, work.session.clock.now(), company.zone)
    return OrderQuery(created_from=start, created_to=end)


def order_id(text: str) -> str:
    """The order's id in a record key, or as a person types it."""
    return text.removeprefix(PREFIX)


def period_bounds(period: Period, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """First and last instant of a period in the shop's zone, as UTC; the end is None where it lies ahead.

    Weeks go from Monday to Sunday. Both nights of daylight saving are counted as the shop counts them.
    """
    today = now.astimezone(zone).date()
    month = today.replace(day=1)
    first, last = {
        Period.TODAY: (today, None),
        Period.YESTERDAY: (today - timedelta(days=1), today),
        Period.THIS_WEEK: (today - timedelta(days=today.weekday()), None),
        Period.LAST_7_DAYS: (today - timedelta(days=7), None),
        Period.THIS_MONTH: (month, None),
        Period.LAST_MONTH: ((month - timedelta(days=1)).replace(day=1), month),
        Period.SINCE_LAST: (today, None),
    }[period]

    return _midnight(first, zone), _midnight(last, zone) - timedelta(seconds=1) if last else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone).astimezone(UTC)
