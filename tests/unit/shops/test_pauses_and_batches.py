"""Retry-After as a number and as a date; batches that shrink and grow."""

from datetime import UTC, datetime

import pytest

from navette.shops.batch_size import BatchSize
from navette.shops.retry_after import DEFAULT_PAUSE, pause_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 24 Nov 2026 09:01:30 GMT", 90),
        ("Tue, 24 Nov 2026 08:00:00 GMT", 0),
        ("Tue, 24 Nov 2026 09:00:10 -0000", 10),
        ("", DEFAULT_PAUSE),
        ("soon", DEFAULT_PAUSE),
        ("-5", DEFAULT_PAUSE),
    ],
)
def test_the_pause_that_a_shop_asks_for(header: str, seconds: float) -> None:
    assert pause_of(header, NOW) == seconds


def test_a_time_out_halves_the_batch_down_to_one() -> None:
    batch = BatchSize(20)
    sizes = []
    for _ in range(6):
        batch.halve()
        sizes.append(batch.current)
    assert sizes == [10, 5, 2, 1, 1, 1]


def test_success_grows_the_batch_up_to_its_maximum() -> None:
    batch = BatchSize(20)
    batch.halve()
    sizes = []
    for _ in range(5):
        batch.grow()
        sizes.append(batch.current)
    assert sizes == [12, 15, 18, 20, 20]
