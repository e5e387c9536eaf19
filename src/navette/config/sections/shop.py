"""How the shop is reached (spec APP-SHP)."""

from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class TlsVersion(StrEnum):
    """Lowest version of TLS that is accepted."""

    TLS_1_2 = "1.2"
    TLS_1_3 = "1.3"


class ShopOptions(Section):
    """Address and credentials of the shop."""

    prefix: ClassVar[str] = "shop"
    title: ClassVar[str] = "Web shop"

    kind: str = option("prestashop", title="Kind of shop", help="The software of the web shop.", choices="shops")
    url: str = option("", title="Address", help="Address of the shop, with or without the final slash.")
    key: str = option("", title="Key", help="Web service key, made in the shop's back office.", secret=True)
    store: str = option(
        "", title="Store", help="Store of a multi-store shop; empty for all.", choices="stores", advanced=True
    )


class HttpOptions(Section):
    """How requests are made; the defaults suit nearly everyone."""

    prefix: ClassVar[str] = "shop.http"
    title: ClassVar[str] = "HTTP options"

    timeout: float = option(30, title="Time-out", help="Longest wait for an answer.", unit="s", minimum=1, maximum=600)
    pace: int = option(
        25, title="Delay between requests", help="Pause before each request.", unit="ms", minimum=0, maximum=60000
    )
    tries: int = option(
        3, title="Maximum tries", help="How often a request that could not be answered is made.", minimum=1, maximum=10
    )
    tls: TlsVersion = option(TlsVersion.TLS_1_2, title="Lowest TLS version", help="Older versions are refused.")
    user_agent: str = option("Navette", title="User agent", help="Name under which requests are made.", advanced=True)
    basic_user: str = option(
        "", title="HTTP user", help="User of an HTTP basic authentication in front of the shop.", advanced=True
    )
    basic_password: str = option("", title="HTTP password", help="Password of that user.", secret=True, advanced=True)
    alternative_methods: bool = option(
        default=False,
        title="Alternative methods",
        help="Send PUT, PATCH and DELETE as POST, for hosts whose firewall blocks them.",
        advanced=True,
    )
    proxy: str = option("", title="Proxy", help="Address of an HTTP proxy, such as http://proxy:3128.", advanced=True)
