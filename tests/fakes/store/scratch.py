"""A temporary table in memory."""

from collections.abc import Iterable, Mapping, Sequence


class MemoryScratch:
    def __init__(self) -> None:
        self._rows: dict[str, str] = {}

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        self._rows.update(rows)

    def get(self, keys: Sequence[str]) -> Mapping[str, str]:
        return {key: self._rows[key] for key in keys if key in self._rows}

    def close(self) -> None:
        self._rows.clear()
