"""The door of a PrestaShop shop, signed in with the web service key."""

import time
from collections.abc import Callable

import httpx

from navette.shops.connection import ShopConnection
from navette.shops.door import Door
from navette.shops.prestashop.errors import Judge


def open_door(
    connection: ShopConnection,
    *,
    transport: httpx.BaseTransport | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Door:
    """A door that signs in with the web service key.

    The key is the user of HTTP Basic. Where another authentication stands in front of the shop the key goes into the
    address, which works if that server keeps its own sign-in from the shop: PHP would take it for the key.
    """
    in_front = bool(connection.basic_user)
    auth = (connection.basic_user, connection.basic_password) if in_front else (connection.key, "")
    return Door(
        connection,
        judge=Judge(connection.public_url, connection.secrets),
        auth=auth,
        secret_query=[("ws_key", connection.key)] if in_front else (),
        override_parameter="ps_method",
        transport=transport,
        sleep=sleep,
    )
