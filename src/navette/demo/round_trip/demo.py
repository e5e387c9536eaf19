"""Prepares a folder for the demo: data folder, sample company, simulated shop."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navette.bootstrap import open_workspace
from navette.bootstrap.company_lookup import create_sample
from navette.demo.round_trip.shop_side import DemoShop
from navette.demo.round_trip.simulated_prestashop import SimulatedPrestaShop
from navette.demo.round_trip.steps import Live, RoundTrip, Say
from navette.domain.errors import ConfigurationError
from navette.domain.messages import demo as messages

SHOPS: Mapping[str, type[SimulatedPrestaShop]] = {SimulatedPrestaShop.kind: SimulatedPrestaShop}


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where everything of one demo lies."""

    folder: Path

    @property
    def company(self) -> Path:
        """The company file."""
        return self.folder / "company.sage100"

    @property
    def data(self) -> Path:
        """The data folder of Navette."""
        return self.folder / "data"

    def prepare(self) -> None:
        """Make the folder; one that holds a demo already is left alone."""
        if self.company.exists() or self.data.exists():
            raise ConfigurationError(messages.FOLDER_TAKEN, folder=self.folder)
        self.folder.mkdir(parents=True, exist_ok=True)


def shop_named(kind: str, folder: Path, language: str) -> SimulatedPrestaShop:
    """The simulator of a kind of shop, in a language; raises ConfigurationError that lists those that exist."""
    if kind not in SHOPS:
        raise ConfigurationError(messages.UNKNOWN_SHOP, kind=kind, known=", ".join(SHOPS))
    return SHOPS[kind](folder, language)


@contextmanager
def opened_demo(
    place: DemoFolder, shop: AbstractContextManager[DemoShop], articles: int, live: Live, say: Say
) -> Iterator[RoundTrip]:
    """Make the company, start the shop, open the data folder; the shop stays open until the block ends."""
    say(messages.MAKING_COMPANY, articles=articles)
    create_sample(place.company, articles, today=date.today())  # noqa: DTZ011 (the company's local day)
    with shop as opened:
        say(messages.STARTING_SHOP, kind=opened.kind, url=opened.url)
        yield RoundTrip(open_workspace(place.data), place.company, opened, live, say)
