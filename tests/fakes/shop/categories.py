"""Categories."""

from collections.abc import Sequence

from fakes.shop.calls import ShopCalls, gone, refused

from navette.domain.binding import ShopRef
from navette.domain.run import Outcome
from navette.ports.shop import CategoryWrite, FoundCategory, WriteResult


class CategoryCalls(ShopCalls):
    def read_categories(self) -> Sequence[FoundCategory]:
        self._read()
        return list(self.state.categories.values())

    def write_categories(self, writes: Sequence[CategoryWrite]) -> Sequence[WriteResult]:
        with self._write(writes):
            return [self._write_category(write) for write in writes]

    def _write_category(self, write: CategoryWrite) -> WriteResult:
        if problem := self.faults.refusal(write.category.key.path[-1]):
            return refused(problem)
        if write.ref and write.ref.id not in self.state.categories:
            return gone(write.ref)
        ref = write.ref or ShopRef(self.state.new_id())
        parent = write.parent_ref.id if write.parent_ref else ""
        self.state.categories[ref.id] = FoundCategory(ref=ref, parent=parent, names=dict(write.category.names))
        return WriteResult(outcome=Outcome.UPDATED if write.ref else Outcome.CREATED, ref=ref)
