"""Where our memory is: the data folder and the database, chosen by the caller or by the environment."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages

FOLDER_VARIABLE = "NAVETTE_DATA_DIR"
DATABASE_VARIABLE = "NAVETTE_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Place:
    """A data folder, and the address of the database if it is not a file in that folder."""

    folder: Path
    database_url: str = field(default="", repr=False)

    @property
    def database(self) -> Path:
        """The database file; unused where there is an address."""
        return self.folder / "navette.sqlite3"

    @property
    def backups(self) -> Path:
        """Where backups are made before an upgrade or a restore."""
        return self.folder / "backups"

    @property
    def key_file(self) -> Path:
        """The key of the secrets, where the system has no keyring for it."""
        return self.folder / "secrets.key"

    @property
    def upgrade_lock(self) -> Path:
        """Locked while the tables are brought up to date."""
        return self.folder / "upgrade.lock"

    def make_folder(self) -> None:
        """Make the data folder, readable by its owner only; raises ConfigurationError if it cannot be."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ConfigurationError(messages.FOLDER_UNUSABLE, folder=self.folder, reason=reason) from error
        if not os.access(self.folder, os.R_OK | os.W_OK | os.X_OK):
            raise ConfigurationError(messages.FOLDER_UNUSABLE, folder=self.folder, reason="not writable")


def place_of(folder: Path | None = None, database_url: str | None = None) -> Place:
    """The place asked for; what is None comes from the environment, else from the platform's custom."""
    if folder is None:
        named = os.environ.get(FOLDER_VARIABLE)
        folder = Path(named) if named else platformdirs.user_data_path("navette", appauthor=False)
    if database_url is None:
        database_url = os.environ.get(DATABASE_VARIABLE, "")
    return Place(folder.absolute(), database_url)


_chosen: list[Place] = []


def choose(place: Place) -> None:
    """Make a place the one that Django's settings read."""
    _chosen[:] = [place]


def chosen() -> Place:
    """The place that was chosen last, else that of the environment."""
    return _chosen[0] if _chosen else place_of()
