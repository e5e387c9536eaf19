"""What one connection to a shop holds: the client, what was found out once, how big batches may be."""

from functools import cached_property

from navette.ports.shop import ShopCapabilities
from navette.shops.batch_size import BatchSize
from navette.shops.policy import WritePolicy
from navette.shops.prestashop.adapter.settings import ShopSettings, read_settings
from navette.shops.prestashop.capabilities import VersionTraits, capabilities_of, parse_version, traits_of
from navette.shops.prestashop.client.answers import Index
from navette.shops.prestashop.client.client import Client


class ShopSession:
    """Shared by the parts of the adapter; everything is read when it is first needed, once."""

    def __init__(self, client: Client, *, store: str = "", policy: WritePolicy | None = None) -> None:
        self.client = client
        self.store = store
        self.policy = policy or WritePolicy()
        self._batches: dict[str, BatchSize] = {}

    @cached_property
    def index(self) -> Index:
        """The shop's name, version and the key's rights."""
        return self.client.index()

    @cached_property
    def settings(self) -> ShopSettings:
        """The shop's settings."""
        return read_settings(self.client, self.store)

    @cached_property
    def capabilities(self) -> ShopCapabilities:
        """What this version can do."""
        return capabilities_of(parse_version(self.index.version))

    @cached_property
    def traits(self) -> VersionTraits:
        """What this version has."""
        return traits_of(parse_version(self.index.version))

    def batch(self, purpose: str, size: int) -> BatchSize:
        """Size of the batches of one purpose, as the shop has borne them so far."""
        return self._batches.setdefault(purpose, BatchSize(size))
