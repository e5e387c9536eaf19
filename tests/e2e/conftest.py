"""Installations for the tests from end to end, made once for each test process and copied for each test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from deaths import EXPORT, IMPORT, SEED
from installation import Installation
from preparation import prepare
from undisturbed import Undisturbed
from workbench import Workbench

from navette.demo.shops.prestashop import PrestaShopSimulator
from navette.store import close_connections

ORDERS = ("simple", "several VAT rates", "amount voucher", "guest", "variant", "two addresses")


@pytest.fixture(scope="session")
def with_orders(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Articles are exported, and customers have ordered."""
    return prepare(tmp_path_factory.mktemp("orders") / "installation", articles=120, orders=ORDERS)


@pytest.fixture(scope="session")
def with_articles(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A company with articles, and a shop that has none of them."""
    return prepare(tmp_path_factory.mktemp("articles") / "installation")


@pytest.fixture(scope="session")
def undisturbed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Undisturbed]:
    """What each capability comes to when nobody disturbs it."""
    fixtures = {IMPORT: "with_orders", EXPORT: "with_articles"}

    @cache
    def of(capability: str) -> Undisturbed:
        before: Installation = request.getfixturevalue(fixtures[capability])
        folder: Path = tmp_path_factory.mktemp("undisturbed") / "installation"
        return Undisturbed.of(capability, before, folder)

    return of


@pytest.fixture(scope="session")
def seed(request: pytest.FixtureRequest) -> int:
    """What random kills are drawn from."""
    return int(request.config.getoption("seed") or SEED)


@pytest.fixture
def bench(with_orders: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """Articles are exported, customers have ordered, nothing is imported yet."""
    with at_work(with_orders.copy_to(tmp_path / "installation"), monkeypatch) as found:
        yield found


@pytest.fixture
def new_bench(with_articles: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """The shop has none of the company's articles."""
    with at_work(with_articles.copy_to(tmp_path / "installation"), monkeypatch) as found:
        yield found


@contextmanager
def at_work(installation: Installation, environment: pytest.MonkeyPatch) -> Iterator[Workbench]:
    with PrestaShopSimulator(database=installation.shop) as shop:
        environment.setenv("NAVETTE_DATA_DIR", str(installation.data))
        for name, value in installation.overrides(shop.url).items():
            environment.setenv(name, value)
        found = Workbench(installation, shop, environment)
        found.remember()
        yield found
        close_connections()
