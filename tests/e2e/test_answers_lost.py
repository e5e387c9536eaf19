"""The shop does the work and its answer is lost or spoilt: what was done is found, and nothing is done twice."""

from collections.abc import Callable

import pytest
from deaths import EXPORT, IMPORT
from undisturbed import Undisturbed
from workbench import Workbench

from navette.demo.shops.prestashop.faults import Fault

pytestmark = pytest.mark.spec("design:1")
QUICK = (Fault.ERROR_AFTER_WORK, Fault.WARNING_AFTER_WORK)
# After these the shop may still be at work: it is looked at after a pause.
PATIENT = (Fault.TRUNCATED, Fault.CLOSED_AFTER_WORK, Fault.TIMEOUT)
MADE = (
    "categories",
    "manufacturers",
    "suppliers",
    "product_features",
    "product_feature_values",
    "products",
    "product_options",
    "product_option_values",
    "combinations",
    "product_suppliers",
    "images",
)


@pytest.mark.parametrize("fault", QUICK, ids=lambda fault: fault.value)
def test_every_kind_of_record_is_made_once(
    fault: Fault, new_bench: Workbench, undisturbed: Callable[[str], Undisturbed]
) -> None:
    for resource in MADE:
        new_bench.shop.fail(fault, method="POST", resource=resource)
    check_export(new_bench, undisturbed(EXPORT))
    struck = {entry.resource for entry in new_bench.shop.log if entry.fault}
    assert struck == set(MADE)


@pytest.mark.parametrize("fault", PATIENT, ids=lambda fault: fault.value)
def test_products_are_made_once_though_the_connection_broke(
    fault: Fault, new_bench: Workbench, undisturbed: Callable[[str], Undisturbed]
) -> None:
    for resource in ("products", "combinations"):
        new_bench.shop.fail(fault, method="POST", resource=resource, seconds=0.1)
    check_export(new_bench, undisturbed(EXPORT))


def check_export(bench: Workbench, whole: Undisturbed) -> None:
    ended = bench.run(EXPORT)
    assert (ended.code, ended.object["status"]) == (0, "success"), ended.object["items"]
    assert whole.states_of(bench.installation) == whole.states
    assert bench.run(EXPORT, "--full").object["requests"]["write"] == 0


@pytest.mark.parametrize("nth", [1, 2], ids=["statuses", "document numbers"])
@pytest.mark.parametrize("fault", [*QUICK, *PATIENT], ids=lambda fault: fault.value)
def test_the_orders_effects_are_made_once(
    fault: Fault, nth: int, bench: Workbench, undisturbed: Callable[[str], Undisturbed]
) -> None:
    bench.shop.fail(fault, method="PATCH", resource="orders", nth=nth, seconds=0.1)
    ended = bench.run(IMPORT)
    assert (ended.code, ended.object["status"]) == (0, "success"), ended.object
    whole = undisturbed(IMPORT)
    assert whole.states_of(bench.installation) == whole.states


@pytest.mark.parametrize("fault", [*QUICK, *PATIENT], ids=lambda fault: fault.value)
def test_quantities_are_set(fault: Fault, bench: Workbench) -> None:
    bench.in_company("UPDATE F_ARTSTOCK SET AS_QteSto = AS_QteSto + 5")
    bench.shop.fail(fault, method="PATCH", resource="stock_availables", seconds=0.1)
    ended = bench.run("export-stock", "--full")
    assert (ended.code, ended.object["status"]) == (0, "success"), ended.object
    assert ended.object["counts"]["updated"] > 20
    assert bench.run("export-stock", "--full").object["requests"]["write"] == 0


def test_effects_that_the_shop_fails_at_today_are_sent_by_the_next_run(
    bench: Workbench, undisturbed: Callable[[str], Undisturbed]
) -> None:
    bench.shop.fail(Fault.ERROR_BEFORE_WORK, method="PATCH", resource="orders", times=1_000)
    first = bench.run(IMPORT)
    bench.shop.faults.clear()
    second = bench.run(IMPORT)
    assert first.object["counts"]["created"] == 6
    assert second.object["status"] == "success"
    whole = undisturbed(IMPORT)
    assert whole.states_of(bench.installation) == whole.states
