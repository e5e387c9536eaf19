"""One step of the upgrade chain of embedded companies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class UpgradeStep:
    """The way from one schema version to `version`; `added` names the columns that are new in it, by table."""

    version: int
    added: Mapping[str, tuple[str, ...]]
    apply: Callable[[Connection], None]
