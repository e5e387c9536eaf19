"""Our memory in the process's own memory: the same behaviour as the tables, held to it by tests/contract/store."""

from fakes.store.database import MemoryDatabase
from fakes.store.memory_store import MemoryStore

__all__ = ["MemoryDatabase", "MemoryStore"]
