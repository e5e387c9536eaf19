"""One property for all capabilities: what apply writes equals what its plan said (design rule 3)."""

import pytest
from builders import an_article
from generated import REFERENCES, changes_of_company, changes_of_shop, orders
from hypothesis import given, settings
from hypothesis import strategies as st
from world import World

from navette.application.registry import capabilities
from navette.domain.binding import RecordKind
from navette.domain.document import DocumentKind
from navette.domain.run import Outcome
from navette.ports.shop import EffectKind

pytestmark = pytest.mark.spec("design:3")

FEW = settings(max_examples=40, deadline=None)
WRITTEN = {Outcome.CREATED, Outcome.UPDATED}
UNSETTLED = {Outcome.REFUSED, Outcome.WAITING}


def a_world() -> World:
    world = World()
    world.configure({"articles.prices.category": 1, "order_status.delivery": "4"}, groups={"2": "9"})
    return world


def said(world: World, capability: str) -> dict[str, tuple[Outcome, tuple[tuple[str, str, str], ...]]]:
    """What a preview says of each record that it would write."""
    report = world.run(capability, preview=True, full=True)
    return {item.record: (item.outcome, item.changes) for item in report.items if item.outcome in WRITTEN}


def done(world: World, capability: str) -> dict[str, tuple[Outcome, tuple[tuple[str, str, str], ...]]]:
    """What became of each record, with what was refused on the way put aside."""
    report = world.run(capability, full=True, confirm=True)
    assert report.failure is None, report.run.problem
    assert report.run.counts.add_up
    return {item.record: (item.outcome, item.changes) for item in report.items}


def check(world: World, capability: str) -> None:
    """A preview, then the run: the same records come to the same, but for those that the other side refuses.

    Afterwards nothing is left to be written but for records that wait for somebody.
    """
    plan, result = said(world, capability), done(world, capability)
    assert {record for record, (outcome, _) in result.items() if outcome in WRITTEN} <= plan.keys()
    for record, (outcome, changes) in plan.items():
        found, real = result[record]
        if found not in UNSETTLED:
            assert (found, _comparable(real)) == (outcome, _comparable(changes))
            assert shown(world, record, changes) == {name: after for name, _, after in changes if name in SHOWN}
    assert said(world, capability).keys() <= {record for record, (outcome, _) in result.items() if outcome in UNSETTLED}


SHOWN = ("stock", "price", "category", "total", "status", "piece")


def shown(world: World, record: str, changes: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    """What the other side really holds of a record now, for the changes that can be looked up there."""
    return {name: _held(world, record, name) for name, _, _ in changes if name in SHOWN}


def _held(world: World, record: str, name: str) -> str:
    kind, _, number = record.partition(":")
    if name == "total":
        [document] = world.company.of_web_number(number)
        return str(document.ref.total_gross)
    if kind == "order":
        return world.shop_state.shown[number][EffectKind(name)]
    ref = world.store.bindings.by_keys(RecordKind(KINDS[kind]), [record])[record].shop_ref
    if name == "category":
        names = [world.shop_state.categories[ref.id]]
        while names[0].parent:
            names.insert(0, world.shop_state.categories[names[0].parent])
        return " / ".join(category.names["fr"] for category in names)
    held = world.shop_state.products[ref.parent or ref.id]
    if name == "price":
        return f"{(held.price.net if held.price else held.sold.price.net):.6f}"
    return str((held.variants[ref.id] if ref.parent else held).quantity)


KINDS = {"article": "product", "variant": "variant", "category": "category"}


def _comparable(changes: tuple[tuple[str, str, str], ...]) -> list[tuple[str, str, str]]:
    """Changes without the number of a document, which only the company gives."""
    return [change for change in changes if change[0] != "document"]


@pytest.mark.parametrize("capability", [name for name in capabilities() if name.startswith("export-")][:4])
@given(data=st.data())
@FEW
def test_exports_do_what_their_plan_said(capability: str, data: st.DataObject) -> None:
    world = a_world()
    data.draw(changes_of_company(world))
    data.draw(changes_of_shop(world))
    if capability in {"export-prices", "export-stock"}:
        world.run("export-products")
    check(world, capability)
    data.draw(changes_of_company(world))
    data.draw(changes_of_shop(world))
    check(world, capability)


@given(data=st.data())
@FEW
def test_the_import_does_what_its_plan_said(data: st.DataObject) -> None:
    world = a_world()
    world.company.put(*(an_article(reference) for reference in REFERENCES[:2]))
    world.shop.place(*(data.draw(orders(str(number))) for number in range(1, data.draw(st.integers(2, 5)))))
    check(world, "import-orders")
    documents = len(world.company.documents)
    check(world, "import-orders")
    assert len(world.company.documents) == documents


@given(data=st.data())
@FEW
def test_the_update_of_orders_does_what_its_plan_said(data: st.DataObject) -> None:
    world = a_world()
    world.company.put(*(an_article(reference) for reference in REFERENCES[:3]))
    world.shop.place(*(data.draw(orders(str(number))) for number in range(1, 4)))
    world.run("import-orders")
    for held in list(world.company.documents):
        kind = data.draw(st.sampled_from([None, DocumentKind.DELIVERY, DocumentKind.INVOICE]))
        if kind:
            world.erp.writer.transform(held.ref, kind, None)
    for number in world.shop_state.orders:
        if status := data.draw(st.sampled_from(["", "4", "5"])):
            world.shop_state.set_status(number, status)
    check(world, "export-order-status")
    check(world, "export-order-status")
