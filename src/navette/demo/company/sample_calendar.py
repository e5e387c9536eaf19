"""The dates of the sample company, all counted from one day."""

from datetime import date, datetime, time, timedelta

SAMPLE_DAY = date(2026, 1, 15)
"""The day that the sample company takes for today unless told otherwise."""


class SampleCalendar:
    """Gives dates around the sample's today, as Sage keeps them: local, without a time zone."""

    def __init__(self, today: date = SAMPLE_DAY) -> None:
        self.today = today

    def day(self, offset: int) -> datetime:
        """Give midnight of a day so many days after today."""
        return datetime.combine(self.today + timedelta(days=offset), time())

    def fiscal_year(self, number: int = 0) -> tuple[datetime, datetime]:
        """First and last day of a fiscal year: 0 is the last calendar year, 1 the current one."""
        first = self.today.year - 1 + number
        return datetime.combine(date(first, 1, 1), time()), datetime.combine(date(first, 12, 31), time())

    @property
    def change_mark(self) -> datetime:
        """When every row of the sample was written: the evening before, so that a first read is complete."""
        return self.day(-1) + timedelta(hours=18)
