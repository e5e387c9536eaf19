"""The command line on a data folder of its own, with a sample company and a simulated shop."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from navette.demo.company import create_sample_company
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.store import close_connections

# How a line is called is shared with the unit tests of the command line.
sys.path.insert(0, str(Path(__file__).parents[2] / "unit" / "cli"))

from command_line import Answer, navette

Navette = Callable[..., Answer]
SETTINGS = {
    "customers.import.template": "COMPTOIR",
    "orders.lines.miscellaneous_article": "ZDIVERS",
    "orders.lines.gap_article": "ZECART",
    "orders.lines.wrapping_article": "ZEMBALLAGE",
    "orders.lines.shipping_article": "ZPORT",
    "orders.lines.discount_article": "ZREMISE",
    "shop.http.pace": "0",
    "shop.http.tries": "1",
}


@pytest.fixture
def call(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Navette]:
    """Calls a command in English, on a data folder that is empty at first."""
    monkeypatch.setenv("NAVETTE_LANG", "en")
    monkeypatch.setenv("NAVETTE_DATA_DIR", str(data_folder))
    yield navette
    close_connections()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sample company, only read."""
    path = tmp_path_factory.mktemp("sample") / "bijou.company"
    create_sample_company(path, articles=120)
    return path


@dataclass(frozen=True)
class Side:
    """What a profile needs to know of a simulated shop."""

    url: str
    key: str


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrestaShopSimulator]:
    simulator = PrestaShopSimulator(database=tmp_path_factory.mktemp("shop") / "shop.sqlite3", countries=("FR", "DE"))
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def profile(call: Navette, sample: Path, shop: PrestaShopSimulator) -> str:
    """A profile between the sample company and the simulated shop."""
    settings = {**SETTINGS, "erp.file": str(sample), "shop.url": shop.url, "shop.key": shop.key}
    answer = call("profile", "create", "Bijou", *(f"{key}={value}" for key, value in settings.items()))
    assert answer.code == 0, answer.err
    return "bijou"
