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
        made: dict[str, ShopRef] = {}
        with self._write(writes):
            return [self._write_category(write, made) for write in writes]

    def _write_category(self, write: CategoryWrite, made: dict[str, ShopRef]) -> WriteResult:
        if problem := self.faults.refusal(write.category.key.path[-1]):
            return refused(problem)
        if write.ref and write.ref.id not in self.state.categories:
            return gone(write.ref)
        parent = write.parent_ref or made.get(str(write.category.parent))
        if write.category.parent and parent is None:
            return gone(ShopRef(str(write.category.parent)))
        ref = made[str(write.category.key)] = write.ref or ShopRef(self.state.new_id())
        names = dict(write.category.names)
        self.state.categories[ref.id] = FoundCategory(ref=ref, parent=parent.id if parent else "", names=names)
        return WriteResult(outcome=Outcome.UPDATED if write.ref else Outcome.CREATED, ref=ref)
