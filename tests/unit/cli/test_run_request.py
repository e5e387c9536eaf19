"""What is asked of a run on the command line."""

from datetime import UTC, datetime

import pytest

from navette.cli.running import check_only, start_of
from navette.domain.errors import ConfigurationError


def local(hour: int, minute: int) -> datetime:
    """A time of the company's own clock, which knows no zone."""
    return datetime(2026, 11, 24, hour, minute, tzinfo=UTC).replace(tzinfo=None)


def test_references_may_follow_each_other() -> None:
    assert check_only(["A"], ["B", "C"], "navette run") == {"A", "B", "C"}
    assert check_only(["A", "B"], [], "navette run") == {"A", "B"}
    assert check_only([], [], "navette run") == frozenset()


def test_references_without_the_option_are_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        check_only([], ["bijou"], "navette run")
    assert refusal.value.values["parameter"] == "bijou"


@pytest.mark.parametrize(
    ("text", "capability", "start"),
    [
        (None, "export-stock", None),
        ("2026-11-24", "export-stock", local(0, 0)),
        ("2026-11-24T14:05", "export-stock", local(14, 5)),
        ("2026-11-24T14:05+00:00", "export-stock", local(15, 5)),
        ("2026-11-24T14:05", "import-orders", datetime(2026, 11, 24, 13, 5, tzinfo=UTC)),
        ("2026-11-24T14:05Z", "import-orders", datetime(2026, 11, 24, 14, 5, tzinfo=UTC)),
    ],
)
def test_a_date_is_on_the_clock_of_what_is_read(text: str | None, capability: str, start: datetime | None) -> None:
    assert start_of(text, capability) == start


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        start_of("yesterday", "export-stock")
    assert refusal.value.code == "CLI-USE-007"


def test_a_date_for_an_unknown_capability_is_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        start_of("2026-11-24", "export-dreams")
    assert refusal.value.code == "RUN-CAP-001"
