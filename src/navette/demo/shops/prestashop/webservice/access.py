"""The keys of the web service and their rights per resource."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence

from navette.demo.shops.prestashop.http_message import Request
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.problems import Problems
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.versions import ShopVersion

KEY_LENGTH = 32
METHODS = ("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD")

Rights = Mapping[str, Sequence[str]]


def key_of(request: Request) -> str | None:
    """Return the key that a request carries: the user name, else `ws_key`; None without either."""
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(credentials).decode("utf-8", "replace").partition(":")[0]
        except binascii.Error:
            return ""
    return text_of(request.query, "ws_key")


def add_key(database: Database, key: str, rights: Rights) -> None:
    """Store a key with its rights."""
    database.write("INSERT OR REPLACE INTO webservice_key VALUES (?, ?)", (key, json.dumps(rights)))


def full_rights(resources: Sequence[str], version: ShopVersion) -> Rights:
    """Return every method on every resource, as far as the version knows it."""
    methods = [method for method in METHODS if method != "PATCH" or version.has_patch]
    return dict.fromkeys(resources, methods)


def rights_of(database: Database, key: str, problems: Problems) -> Rights | None:
    """Return the rights of a key, or None with the reason among the problems."""
    if not key:
        problems.add(401, "Authentication key is empty", 17)
        return None
    if len(key) != KEY_LENGTH:
        problems.add(401, "Invalid authentication key format", 18)
        return None
    found = database.value("SELECT rights FROM webservice_key WHERE key = ?", (key,))
    if found is None:
        problems.add(401, "Authentification key is not active", 20)
        problems.add(401, "No permission for this authentication key", 21)
        return None
    rights: Rights = json.loads(found)
    return rights
