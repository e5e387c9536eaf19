"""The process dies at each named point of the protocol: a rerun ends with one document and its effects sent once."""

from collections.abc import Callable

import pytest
from builders import an_article
from fakes.crash import Killed, killed_at
from order_builders import a_customer, a_row, an_order
from world import World

from navette.application.runner import run
from navette.application.session import RunRequest
from navette.domain.errors import BusyError
from navette.domain.run import RunStatus
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import ClaimState, EffectState

pytestmark = pytest.mark.spec("design:1", "ORD-SEL-4")

NUMBERS = ("11", "12", "13")


@pytest.fixture
def world(world: World) -> World:
    world.company.put(an_article("BAOR01"))
    world.shop.place(*(an_order(number, customer=a_customer(number)) for number in NUMBERS))
    return world


POINTS: dict[str, tuple[Callable[[World], object], str, dict[str, object]]] = {
    "before the claims begin": (lambda world: world.store.claims, "begin", {}),
    "after the claims began": (lambda world: world.store.claims, "begin", {"after": True}),
    "before the first document": (lambda world: world.erp.writer, "write", {}),
    "after the first document": (lambda world: world.erp.writer, "write", {"after": True}),
    "before the last document": (lambda world: world.erp.writer, "write", {"number": 3}),
    "after the last document": (lambda world: world.erp.writer, "write", {"number": 3, "after": True}),
    "before the claims are finished": (lambda world: world.store.claims, "finish", {}),
    "after the claims are finished": (lambda world: world.store.claims, "finish", {"after": True}),
    "before the effects are read": (lambda world: world.shop, "read_present", {}),
    "before the effects are sent": (lambda world: world.shop, "apply_effects", {}),
    "after the effects are sent": (lambda world: world.shop, "apply_effects", {"after": True}),
    "before the effects are settled": (lambda world: world.store.outbox, "settle", {}),
    "before the mark moves": (lambda world: world.store.marks, "move", {}),
    "before the run is closed": (lambda world: world.store.runs, "close", {}),
}


@pytest.mark.parametrize("point", POINTS)
def test_a_rerun_ends_with_one_document_one_account_and_effects_once(world: World, point: str) -> None:
    target, call, when = POINTS[point]
    applied: list[OrderEffect] = []
    applying = world.shop._apply
    world.shop._apply = lambda effect: applied.append(effect) or applying(effect)
    with killed_at(target(world), call, **when):
        world.run("import-orders")
    report = world.run("import-orders")
    assert report.run.status is RunStatus.SUCCESS
    check_everything(world, applied)


def check_everything(world: World, applied: list[OrderEffect]) -> None:
    assert sorted(held.ref.web_number for held in world.company.documents) == list(NUMBERS)
    assert len({held.ref.account for held in world.company.documents}) == len(NUMBERS)
    assert len(world.company.accounts) == 1 + len(NUMBERS)
    claims = world.store.claims.open_orders("", 10)
    assert {claim.external_id: claim.piece for claim in claims} == {
        held.ref.web_number: held.ref.piece for held in world.company.documents
    }
    assert len(applied) == len(set(applied)) == 2 * len(NUMBERS)
    for held in world.company.documents:
        shown = world.shop_state.shown[held.ref.web_number]
        assert shown == {EffectKind.STATUS: "3", EffectKind.PIECE: held.ref.piece}
    rows = world.store.outbox.of_orders(NUMBERS, list(EffectKind))
    assert {row.state for row in rows} == {EffectState.SENT}
    assert world.open_entries() == []


def test_death_after_death_comes_to_the_same_end(world: World) -> None:
    applied: list[OrderEffect] = []
    applying = world.shop._apply
    world.shop._apply = lambda effect: applied.append(effect) or applying(effect)
    for target, call, when in POINTS.values():
        try:
            with killed_at(target(world), call, **when):
                world.run("import-orders")
        except AssertionError:
            continue  # this run had nothing left to do at that point
    world.run("import-orders")
    check_everything(world, applied)


def test_a_claim_that_is_being_written_is_taken_up_again_and_counted(world: World) -> None:
    with killed_at(world.erp.writer, "write", number=2):
        world.run("import-orders")
    claims = world.store.claims.get("order", NUMBERS)
    assert {claim.state for claim in claims.values()} == {ClaimState.WRITING}
    world.run("import-orders")
    assert {claim.attempts for claim in world.store.claims.get("order", NUMBERS).values()} == {2}


def test_an_order_that_changed_before_its_rerun_is_reported_against_its_document(world: World) -> None:
    with killed_at(world.erp.writer, "write", after=True):
        world.run("import-orders", "11")
    world.shop.place(an_order("11", a_row(quantity=2), customer=a_customer("11")))
    assert world.counts("import-orders", "11") == {"waiting": 1}
    [entry] = world.open_entries()
    assert entry.problem.values == {"order": "11", "piece": "BC00001", "before": "120.00", "after": "240.00"}
    assert world.counts("import-orders", "11") == {"waiting": 1}
    assert len(world.company.of_web_number("11")) == 1


def test_two_imports_at_once_do_not_overlap(world: World) -> None:
    beginning = world.store.claims.begin
    refused: list[BusyError] = []

    def interfering(claims: object, token: int) -> object:
        try:
            run(RunRequest(capability="import-orders"), world.session)
        except BusyError as error:
            refused.append(error)
        return beginning(claims, token)

    world.store.claims.begin = interfering
    assert world.counts("import-orders") == {"created": 3}
    assert len(refused) == 1
    assert len(world.company.documents) == 3


def test_a_writer_whose_lease_was_taken_over_finishes_nothing(world: World) -> None:
    writing = world.erp.writer.write

    def slow(draft: object) -> object:
        written = writing(draft)
        world.store.database.leases.clear()
        return written

    world.erp.writer.write = slow
    report = world.run("import-orders")
    assert report.run.status is RunStatus.FAILED
    del world.erp.writer.write
    assert world.counts("import-orders") == {"unchanged": 3}
    assert len(world.company.documents) == 3


def test_death_is_no_exception_that_a_run_handles(world: World) -> None:
    world.erp.writer.write = _dead
    with pytest.raises(Killed):
        run(RunRequest(capability="import-orders"), world.session)


def _dead(_draft: object) -> object:
    raise Killed
