"""Items of a plan on disk, so that a plan of any size is whole before its first write and memory stays flat."""

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Self

from navette.application.capability import PlanItem


class Spool:
    """A queue of plan items in a temporary file; written once, then read in batches."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="navette-plan-")  # noqa: SIM115 (closed by __exit__)
        self._length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._length

    def add(self, items: Sequence[PlanItem]) -> None:
        """Append items; they were made by this very process, so reading them back is safe."""
        for item in items:
            pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._length += len(items)

    def items(self) -> Iterator[PlanItem]:
        """All items in the order in which they were added."""
        self._file.seek(0)
        for _ in range(self._length):
            item: PlanItem = pickle.load(self._file)  # noqa: S301 (our own private temporary file)
            yield item
