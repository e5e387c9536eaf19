"""A profile as callers see it."""

from dataclasses import dataclass

from navette.ports.store import Scope


@dataclass(frozen=True, slots=True)
class Connection:
    """A company or shop to connect to: kind of software, address (or company file), name (made from it if empty)."""

    kind: str
    url: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A company or shop that is remembered: its unique name, and what it says that it is ('' before first sight)."""

    name: str
    kind: str
    url: str
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRecord:
    """A profile: short name, name, both sides, and the store of the shop that it is for ('' is all)."""

    slug: str
    name: str
    company: Side
    shop: Side
    store: str
    web_prefix: str
    is_default: bool
    options_version: int
    row_version: int

    @property
    def scope(self) -> Scope:
        """Where the bindings, digests and claims of this profile belong."""
        return Scope(self.company.name, self.shop.name, self.store)
