"""Our own memory: a Django app on SQLite or PostgreSQL, behind navette.ports.store.

Importing this package loads no Django; `open_store` does. Modules that use the tables are imported after it.
"""

from navette.store.setup import OpenStore, close_connections, in_transaction, open_store

__all__ = ["OpenStore", "close_connections", "in_transaction", "open_store"]
