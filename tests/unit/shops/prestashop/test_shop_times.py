"""The shop's local times: both nights on which clocks change, and every other one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.shops.prestashop.mapper.times import FORMAT, from_instant, lower_bound, to_instant, upper_bound

PARIS = ZoneInfo("Europe/Paris")
ZONES = st.sampled_from([PARIS, ZoneInfo("America/Martinique"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")])
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda instant: instant.replace(microsecond=0)
)
HOURS = st.floats(0, 6).map(lambda hours: timedelta(seconds=int(hours * 3600)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        ("2026-07-01 12:00:00", "2026-07-01T10:00"),
        ("2026-12-01 12:00:00", "2026-12-01T11:00"),
        ("2026-03-29 01:59:59", "2026-03-29T00:59:59"),
        ("2026-03-29 03:00:00", "2026-03-29T01:00"),
        ("2026-10-25 02:30:00", "2026-10-25T00:30"),
        ("2026-10-25 03:00:00", "2026-10-25T02:00"),
    ],
)
def test_a_time_of_the_shop_is_in_its_zone(local: str, instant: str) -> None:
    assert to_instant(local, PARIS) == at(instant)


@pytest.mark.parametrize("text", ["0000-00-00 00:00:00", "", None])
def test_no_time(text: str | None) -> None:
    assert to_instant(text, PARIS) is None


def test_a_bound_in_the_hour_that_comes_twice_starts_at_its_beginning() -> None:
    assert lower_bound(at("2026-10-25T00:50"), PARIS) == "2026-10-25 02:00:00"
    assert lower_bound(at("2026-10-25T01:10"), PARIS) == "2026-10-25 02:10:00"
    assert upper_bound(at("2026-10-25T01:10"), PARIS) == "2026-10-25 02:59:59"


def test_a_bound_before_the_hour_that_is_left_out() -> None:
    assert lower_bound(at("2026-03-29T00:50"), PARIS) == "2026-03-29 01:50:00"
    assert lower_bound(at("2026-03-29T01:10"), PARIS) == "2026-03-29 03:10:00"


@given(INSTANTS, HOURS, ZONES)
def test_no_later_change_is_below_the_bound(instant: datetime, later: timedelta, zone: ZoneInfo) -> None:
    assert lower_bound(instant, zone) <= (instant + later).astimezone(zone).strftime(FORMAT)


@given(INSTANTS, HOURS, ZONES)
def test_no_earlier_order_is_above_the_bound(instant: datetime, earlier: timedelta, zone: ZoneInfo) -> None:
    assert upper_bound(instant, zone) >= (instant - earlier).astimezone(zone).strftime(FORMAT)


@given(INSTANTS, ZONES)
def test_a_time_read_back_is_the_same_or_the_first_of_two(instant: datetime, zone: ZoneInfo) -> None:
    read = to_instant(from_instant(instant, zone), zone)
    assert read in {instant, instant - timedelta(hours=1), instant - timedelta(minutes=30)}
