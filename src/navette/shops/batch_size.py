"""The size of batches, as the shop can bear it: halved on a time-out, grown on success (design rule 10)."""


class BatchSize:
    """A number of records per request between one and a maximum."""

    def __init__(self, maximum: int) -> None:
        self._maximum = maximum
        self._current = maximum

    @property
    def current(self) -> int:
        """How many records the next request may carry."""
        return self._current

    def halve(self) -> None:
        """The last request was too much for the shop."""
        self._current = max(1, self._current // 2)

    def grow(self) -> None:
        """The last request passed: the next may be a quarter larger."""
        self._current = min(self._maximum, self._current + max(1, self._current // 4))
