"""An installation at work: its shop answers in this process and can be broken, its commands are called."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field

import pytest
import state
from calls import Answer, navette
from installation import Installation

from navette.config.changes import Changes
from navette.config.loader import environment_name
from navette.demo.shops.prestashop import PrestaShopSimulator

HISTORY = ("runs at work", "marks")


@dataclass(slots=True)
class Workbench:
    """What a test breaks and mends."""

    installation: Installation
    shop: PrestaShopSimulator
    environment: pytest.MonkeyPatch
    before: Mapping[str, state.Rows] = field(default_factory=dict)

    def option(self, key: str, value: str, environment: pytest.MonkeyPatch | None = None) -> None:
        """Give an option a value for the runs to come, as the environment can."""
        (environment or self.environment).setenv(environment_name(key), value)

    def configure(self, values: Mapping[str, str | None] | None = None, **mappings: Mapping[str, str | None]) -> None:
        """Change what is stored of the profile."""
        settings = self.installation.workspace(self.shop.url).settings
        settings.change(self.installation.profile, Changes(values or {}, mappings))

    def run(self, capability: str, *more: str, language: str = "en") -> Answer:
        return navette("run", capability, *more, "--json", "--items", "--lang", language)

    def waiting(self, language: str = "en") -> Mapping[str, Mapping[str, str]]:
        """What is in quarantine: problems by record."""
        entries = navette("quarantine", "list", "--json", "--lang", language).object["entries"]
        return {entry["record"]: entry["problem"] for entry in entries}

    def states(self) -> Mapping[str, state.Rows]:
        """Everything that a run may change, but for its own row and the mark."""
        parts = (state.of_memory, state.of_company, state.of_orders, state.of_products)
        found = {f"{part.__name__} {name}": rows for part in parts for name, rows in part(self.installation).items()}
        return {name: rows for name, rows in found.items() if not name.endswith(HISTORY)}

    def remember(self) -> None:
        """Note everything as it stands, and count the shop's requests anew."""
        self.before = self.states()
        self.shop.log.clear()

    def check_nothing_was_written(self) -> None:
        assert self.shop.log.writes == 0
        found = self.states()
        assert {name: rows for name, rows in found.items() if rows != self.before[name]} == {}

    def in_company(self, sql: str, *values: object) -> None:
        """Change rows of the company, as its own program would."""
        with closing(sqlite3.connect(self.installation.company, isolation_level=None)) as connection:
            connection.execute(sql, values)

    def in_shop(self, sql: str, *values: object) -> None:
        """Change rows of the shop, as somebody in its back office would."""
        with self.shop.shop.lock:
            self.shop.shop.database.write(sql, values)
