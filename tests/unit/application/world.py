"""A company, a shop and a profile between them, in memory; runs go through the one door of the application."""

from collections.abc import Mapping
from datetime import datetime

from builders import an_account, an_article
from fakes.clock import FixedClock
from fakes.erp import Company, FakeErp
from fakes.journal import MemoryJournal
from fakes.shop import FakeShop, ShopState
from fakes.store import MemoryStore
from fakes.store.memory_store import SCOPE

from navette.application.runner import run
from navette.application.session import RunReport, RunRequest, Session
from navette.config.loader import StoredOptions, load_options
from navette.config.profile import Options
from navette.domain.run import RunMode
from navette.ports.store import QuarantineEntry, QuarantineState

SETTINGS = {
    "orders.lines.miscellaneous_article": "ZDIVERS",
    "orders.lines.gap_article": "ZECART",
    "orders.lines.wrapping_article": "ZEMBALLAGE",
    "orders.lines.shipping_article": "ZPORT",
    "orders.lines.discount_article": "ZREMISE",
    "customers.import.template": "COMPTOIR",
}
MAPPINGS = {
    "taxes": {"C20": "1", "C10": "2", "C55": "3"},
    "order_taxes": {"FR|20": "C20", "FR|10": "C10", "FR|5.5": "C55", "FR|2.1": "C21"},
    "countries": {"FR": "1", "DE": "2", "DE|0": "2"},
    "order_statuses": {"2": "order:1:3", "10": "quote:0"},
    "payments": {"card": "2|BNP"},
    "carriers": {"2": "2"},
}
SPECIAL_ARTICLES = ("ZDIVERS", "ZECART", "ZEMBALLAGE", "ZPORT", "ZREMISE", "ZREMISE_55", "ZREMISE_10")


class World:
    """What a test drives."""

    def __init__(self) -> None:
        self.clock = FixedClock()
        self.company = Company()
        self.shop_state = ShopState()
        self.erp = FakeErp(self.company)
        self.shop = FakeShop(self.shop_state)
        self.store = MemoryStore(clock=self.clock)
        self.journal = MemoryJournal()
        self.settings = dict(SETTINGS)
        self.mappings = {name: dict(table) for name, table in MAPPINGS.items()}
        self.company.put(*(an_article(name, is_published=False) for name in SPECIAL_ARTICLES))
        self.company.put_accounts(an_account("COMPTOIR"))

    @property
    def options(self) -> Options:
        return load_options(StoredOptions(self.settings, self.mappings)).options

    def configure(self, settings: Mapping[str, object] | None = None, **tables: Mapping[str, str]) -> None:
        """Change options by dotted name, and rows of mapping tables."""
        self.settings |= {name: str(value) for name, value in (settings or {}).items()}
        for name, rows in tables.items():
            self.mappings.setdefault(name, {}).update(rows)

    @property
    def session(self) -> Session:
        return Session(
            profile="bijou",
            scope=SCOPE,
            options=self.options,
            erp=self.erp,
            shop=self.shop,
            store=self.store,
            journal=self.journal,
            clock=self.clock,
        )

    def run(self, capability: str, *only: str, preview: bool = False, **asked: object) -> RunReport:
        """Run a capability; the journal and the log of what was sent begin anew."""
        self.journal.clear()
        self.shop.sent.clear()
        self.shop.batch_sizes.clear()
        mode = RunMode.PREVIEW if preview else RunMode.APPLY
        values: dict[str, object] = {"keeps_items": True, "only": frozenset(only), "mode": mode, **asked}
        return run(RunRequest(capability=capability, **values), self.session)

    def counts(self, capability: str, *only: str, **asked: object) -> dict[str, int]:
        """Run a capability and give what its records came to, without the states that none ended in."""
        return counts_of(self.run(capability, *only, **asked))

    def open_entries(self) -> list[QuarantineEntry]:
        return list(self.store.quarantine.entries([QuarantineState.OPEN]))

    def waiting_codes(self) -> dict[str, str]:
        """Codes of the problems in quarantine, by record."""
        return {entry.record: entry.problem.message.code for entry in self.open_entries()}

    def pass_time(self, **delta: float) -> datetime:
        """Move all three clocks on; gives the company's."""
        self.clock.advance(**delta)
        self.company.advance(**delta)
        self.shop_state.now = self.clock.now()
        return self.company.now


def counts_of(report: RunReport) -> dict[str, int]:
    assert report.failure is None, report.run.problem
    assert report.run.counts.add_up
    return {name: number for name, number in report.run.counts.as_dict().items() if number and name != "read"}
