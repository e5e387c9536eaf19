"""Looks at the installation, our store, the parts of each shop and the profiles."""

import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import navette.shops
from navette.bootstrap.check import Check, failed, found
from navette.bootstrap.workspace import Workspace
from navette.domain.errors import NavetteError
from navette.domain.messages import doctor as messages
from navette.store.place import Place

# Every shop has the same parts, each a module or a package; knowing one shop is knowing all.
SHOP_PARTS = ("client", "schemas", "mapper", "adapter", "capabilities", "errors", "quality.yaml")
OPTIONAL_PARTS = {"pymssql": "SQL Server (pymssql)", "psycopg": "PostgreSQL (psycopg)"}


def examine(workspace: Workspace) -> Iterator[Check]:
    """Look at everything that needs no connection to a company or shop."""
    yield found(
        messages.INSTALLATION,
        messages.INSTALLED,
        version=version("navette"),
        python=platform.python_version(),
        system=platform.platform(terse=True),
    )
    yield _store(workspace.store.place)
    yield _optional_parts()
    for folder in shop_folders():
        yield _shop_folder(folder)
    yield _leases(workspace)
    for profile in workspace.store.profiles.all():
        yield replace(_profile(workspace, profile.slug), name_values={"name": profile.name})


def shop_folders() -> list[Path]:
    """The folders of the shops that this version knows."""
    [root] = navette.shops.__path__
    return sorted(path for path in Path(root).iterdir() if (path / "__init__.py").exists())


def missing_parts(folder: Path) -> list[str]:
    """The parts that a shop's folder lacks."""
    return [name for name in SHOP_PARTS if not any((folder / form).exists() for form in (name, f"{name}.py"))]


def _store(place: Place) -> Check:
    if place.database_url:
        return found(messages.STORE, messages.STORE_WORKS, folder=place.folder, database="PostgreSQL")
    with closing(sqlite3.connect(place.database)) as database:
        [verdict] = database.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        return found(messages.STORE, messages.STORE_DAMAGED, verdict=verdict)
    return found(messages.STORE, messages.STORE_WORKS, folder=place.folder, database=place.database.name)


def _optional_parts() -> Check:
    present = [label for name, label in OPTIONAL_PARTS.items() if find_spec(name)]
    absent = [label for label in OPTIONAL_PARTS.values() if label not in present]
    return found(messages.DRIVERS, messages.PARTS, present=", ".join(present) or "-", absent=", ".join(absent) or "-")


def _shop_folder(folder: Path) -> Check:
    missing = missing_parts(folder)
    check = (
        found(messages.SHOP_FOLDER, messages.FOLDER_INCOMPLETE, missing=", ".join(missing))
        if missing
        else found(messages.SHOP_FOLDER, messages.FOLDER_COMPLETE)
    )
    return replace(check, name_values={"kind": folder.name})


def _leases(workspace: Workspace) -> Check:
    holders = workspace.lease_holders()
    if not holders:
        return found(messages.LEASES, messages.NO_RUN_GOES_ON)
    return found(messages.LEASES, messages.HELD, holders=", ".join(sorted({lease.holder for lease in holders})))


def _profile(workspace: Workspace, name: str) -> Check:
    try:
        view = workspace.settings.view(name)
    except NavetteError as error:
        return failed(messages.PROFILE, error)
    if view.failure:
        return failed(messages.PROFILE, view.failure)
    if view.missing:
        return found(
            messages.PROFILE, messages.PROFILE_INCOMPLETE, options=", ".join(view.missing), profile=view.record.slug
        )
    return found(messages.PROFILE, messages.PROFILE_READY)
