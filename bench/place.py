"""A folder with a company, a shop in a process of its own, and a profile between them."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from navette.application.runner import run
from navette.application.session import RunReport, RunRequest, Session
from navette.bootstrap import Workspace, open_workspace
from navette.config.changes import Changes
from navette.demo.company.creation import create_sample_company
from navette.demo.round_trip.settings import profile_settings
from navette.domain.run import Counts, JournalLine

PROFILE = "bench"
CACHE = Path("var/bench-companies")


class SilentJournal:
    """Shows nothing."""

    def line(self, line: JournalLine) -> None:
        """Take a line."""

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        """Take the progress."""


class ShopProcess:
    """A simulated shop with a database file; it can be started again with other latencies."""

    kind = "prestashop"

    def __init__(self, database: Path) -> None:
        self._database = database
        self._process: subprocess.Popen[str] | None = None
        self._port = 0
        self.url = ""
        self.key = ""

    def start(self, latency: str = "none") -> None:
        """Start, or start again, answering with some latencies."""
        self.stop()
        command = [
            *(sys.executable, "-m", "navette.demo.shops.prestashop", "--database", str(self._database)),
            *("--port", str(self._port), "--latency", latency, "--countries", "FR,DE,CH"),
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self.url, self.key = self._process.stdout.readline().split()
        self._port = int(self.url.rpartition(":")[2])

    def stop(self) -> None:
        """Stop answering."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None


@dataclass(frozen=True, slots=True)
class Place:
    """Everything that a benchmark needs."""

    folder: Path
    company: Path
    shop: ShopProcess
    workspace: Workspace

    @contextmanager
    def session(self, capability: str = "") -> Iterator[Session]:
        """Open both sides."""
        with self.workspace.session(PROFILE, SilentJournal(), capability) as session:
            yield session

    def run(self, capability: str, *, full: bool = False) -> RunReport:
        """Run a capability in this process."""
        with self.session(capability) as session:
            report = run(RunRequest(capability=capability, full=full, confirm=True), session)
        if report.failure:
            raise RuntimeError(json.dumps([report.run.problem and report.run.problem.message.code], default=str))
        return report

    def set(self, values: Mapping[str, str]) -> None:
        """Change options of the profile."""
        self.workspace.settings.change(PROFILE, Changes(dict(values)))


def sample_company(articles: int) -> Path:
    """A sample company, made once and kept."""
    file = CACHE / f"{articles}" / "company.sage100"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        create_sample_company(file, articles)
    return file


@contextmanager
def place(articles: int) -> Iterator[Place]:
    """A new place with a company of so many articles and an empty shop."""
    folder = Path(tempfile.mkdtemp(prefix="navette-bench-"))
    shop = ShopProcess(folder / "shop.sqlite3")
    try:
        company = folder / "company.sage100"
        shutil.copy(sample_company(articles), company)
        shop.start()
        workspace = open_workspace(folder / "data")
        settings = {**profile_settings(company, shop), "articles.images.create": "false"}
        workspace.settings.create(PROFILE, Changes(settings))
        made = Place(folder, company, shop, workspace)
        suggestions = workspace.suggestions(PROFILE)
        suggestions.apply(suggestions.proposals())
        yield made
    finally:
        shop.stop()
        shutil.rmtree(folder, ignore_errors=True)
