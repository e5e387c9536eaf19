"""How a shop is reached: address, credentials and the manner of asking."""

import ssl
from dataclasses import dataclass, field
from typing import Literal

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopConnection:
    """Settings of one shop's door; secrets are left out of its text form.

    `timeout` and `delay` are in seconds. `tries` counts the attempts of a request that failed in passing; `patience`
    is the longest time in seconds that limits (429, 503) may pause one request. `basic_user` and `basic_password`
    belong to an authentication in front of the shop. `overrides_methods` sends PUT, PATCH and DELETE as POST, for
    hosts whose firewall knows GET and POST only. `store` is one store of a multi-store shop, '' for all.
    """

    url: str
    key: str = field(repr=False)
    store: str = ""
    timeout: float = 30.0
    delay: float = 0.025
    tries: int = 3
    patience: float = 900.0
    concurrency: int = 2
    proxy: str = field(default="", repr=False)
    tls_minimum: Literal["1.2", "1.3"] = "1.2"
    user_agent: str = "Navette"
    basic_user: str = field(default="", repr=False)
    basic_password: str = field(default="", repr=False)
    overrides_methods: bool = False
    response_limit: int = 256 * MEBIBYTE

    @property
    def base_url(self) -> str:
        """The address with its scheme and without a final slash."""
        url = self.url.strip()
        return (url if "://" in url else f"https://{url}").rstrip("/")

    @property
    def public_url(self) -> str:
        """The address without a user and password that it may hold."""
        scheme, _, rest = self.base_url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never appear in a log or an error."""
        return tuple(secret for secret in (self.key, self.basic_password, self.proxy) if secret)

    def tls_context(self) -> ssl.SSLContext:
        """A context that verifies certificates and refuses versions of TLS below the minimum."""
        context = ssl.create_default_context()
        versions = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}
        context.minimum_version = versions[self.tls_minimum]
        return context
