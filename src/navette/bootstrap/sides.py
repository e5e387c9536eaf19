"""The company and the shop of a profile, and what happens when their address changes (design rule 14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from navette.config.loader import StoredOptions
from navette.config.values import default_text, option_named
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages
from navette.store.profile_record import Connection, ProfileRecord, Side

if TYPE_CHECKING:
    from navette.store.profiles import Profiles  # loads the models, which wait for Django's settings


class Moved(Enum):
    """What a person says of a company or shop whose address changed."""

    UNSAID = "unsaid"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sides:
    """Where the company and the shop of a profile are."""

    company: Connection
    shop: Connection


def sides_of(stored: StoredOptions) -> Sides:
    """Both sides as stored settings name them; right also where another setting is wrong."""
    server = "/".join(part for part in (_text(stored, "erp.server"), _text(stored, "erp.database")) if part)
    return Sides(
        Connection(_text(stored, "erp.kind"), _text(stored, "erp.file") or server),
        Connection(_text(stored, "shop.kind"), _text(stored, "shop.url").rstrip("/")),
    )


def check_moves(record: ProfileRecord, before: StoredOptions, after: StoredOptions, moved: Moved) -> None:
    """Refuse a new address of a side that is known already, until a person says whether it is the same one."""
    for _, side, connection in _changed(record, before, after):
        if side.identity and moved is Moved.UNSAID:
            raise ConfigurationError(messages.MOVED, name=side.name, old=side.url, new=connection.url)


def move_sides(
    profiles: "Profiles", record: ProfileRecord, before: StoredOptions, after: StoredOptions, moved: Moved, user: str
) -> None:
    """Point a profile to the sides that its settings name now."""
    for name, side, connection in _changed(record, before, after):
        if side.identity and moved is Moved.SAME:
            profiles.confirm_move(record.slug, name, connection.url, side.identity, user=user)
        elif name == "company":
            profiles.connect(record.slug, company=connection, user=user)
        else:
            profiles.connect(record.slug, shop=connection, user=user)


def _changed(
    record: ProfileRecord, before: StoredOptions, after: StoredOptions
) -> Iterator[tuple[str, Side, Connection]]:
    old, new = sides_of(before), sides_of(after)
    if old.company != new.company:
        yield "company", record.company, new.company
    if old.shop != new.shop:
        yield "shop", record.shop, new.shop


def _text(stored: StoredOptions, key: str) -> str:
    return stored.values.get(key, default_text(option_named(key))).strip()
