"""A run that nobody disturbed: what it writes, and what stands afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import state
from deaths import IMPORT
from installation import Installation
from processes import run_in_child, shop_process


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """The installation before and after one run of a capability, and the writes of it."""

    capability: str
    before: Installation
    after: Installation
    writes: Sequence[str]
    states: Mapping[str, state.Rows]

    @classmethod
    def of(cls, capability: str, before: Installation, folder: Path) -> "Undisturbed":
        after = before.copy_to(folder)
        with shop_process(after) as url:
            ended = run_in_child(after, url, capability)
            assert ended.code == 0, ended
            again = run_in_child(after, url, capability, full=True)
            assert again.code == 0, again
        return cls(capability, before, after, ended.report["writes"], _states(capability, after))

    def states_of(self, installation: Installation) -> Mapping[str, state.Rows]:
        return _states(self.capability, installation)


def _states(capability: str, installation: Installation) -> Mapping[str, state.Rows]:
    memory = state.of_memory(installation)
    if capability == IMPORT:
        return {**memory, **state.of_company(installation), **state.of_orders(installation)}
    return {**memory, **state.of_products(installation)}
