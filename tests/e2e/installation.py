"""A whole installation in one folder: the company, the shop's records, and Navette's own data."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from navette.application.runner import run
from navette.application.session import RunReport, RunRequest, Session
from navette.bootstrap import Workspace, open_workspace
from navette.domain.run import Counts, JournalLine

PROFILE = "demo"


class SilentJournal:
    """Shows nothing: what a run says is kept by the store."""

    def line(self, line: JournalLine) -> None:
        pass

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Installation:
    """Everything of one merchant; a copy of the folder is another one, in the same state.

    A folder may hold further shops, and further data folders as a second machine would have them.
    """

    folder: Path
    profile: str = PROFILE
    data_name: str = "data"
    shop_name: str = "shop"

    @property
    def company(self) -> Path:
        return self.folder / "company.sage100"

    @property
    def shop(self) -> Path:
        """The records of the simulated shop."""
        return self.folder / f"{self.shop_name}.sqlite3"

    @property
    def data(self) -> Path:
        return self.folder / self.data_name

    def copy_to(self, folder: Path) -> "Installation":
        shutil.copytree(self.folder, folder)
        return Installation(folder)

    def overrides(self, url: str) -> Mapping[str, str]:
        """The environment that points the profile, which was made elsewhere, to this folder and a shop's address."""
        return {"NAVETTE_OPT_ERP_FILE": str(self.company), "NAVETTE_OPT_SHOP_URL": url}

    def workspace(self, url: str) -> Workspace:
        return open_workspace(self.data, environ=self.overrides(url))

    @contextmanager
    def session(self, url: str, capability: str = "") -> Iterator[Session]:
        with self.workspace(url).session(self.profile, SilentJournal(), capability) as session:
            yield session

    def run(self, url: str, capability: str, **asked: object) -> RunReport:
        """Run a capability in this process."""
        with self.session(url, capability) as session:
            return run(RunRequest(capability=capability, requested_by="test", **asked), session)
