"""What a run was asked for by name, and what of it was not there: a slip of the pen is no success."""

from collections.abc import Iterable, Iterator, Sequence

from navette.application.capability import PlanItem
from navette.domain.keys import normalise_code


class NamedRecords:
    """The names given with `--only`, until a record of the run answers to them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {normalise_code(name): name for name in names}

    def see(self, items: Sequence[PlanItem]) -> None:
        """Strike off the names of some records: their keys, labels, and the articles that they belong to."""
        if self._names:
            for item in items:
                for name in _names_of(item):
                    self._names.pop(name, None)

    @property
    def missing(self) -> str:
        """The names that nothing answered to, with commas."""
        return ", ".join(sorted(self._names.values()))


def _names_of(item: PlanItem) -> Iterator[str]:
    """What a person may call a record: `variant:RING/50`, `RING/50`, `RING`, or its label in the journal."""
    yield normalise_code(item.label)
    key = normalise_code(item.record)
    yield key
    _, _, rest = key.partition(":")
    while rest:
        yield rest
        rest = rest.rpartition("/")[0]
