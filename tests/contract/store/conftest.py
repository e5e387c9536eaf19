"""The store under test: in memory, on SQLite, on PostgreSQL. One suite holds all three."""

from collections.abc import Callable

import pytest
from fakes.clock import FixedClock
from fakes.store import MemoryDatabase, MemoryStore

from navette.ports.store import Scope, Store
from navette.store import OpenStore

MakeStore = Callable[..., Store]

BACKENDS = ("memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


@pytest.fixture(params=BACKENDS)
def make_store(request: pytest.FixtureRequest) -> MakeStore:
    """Makes stores over one database: make_store(profile, company=…, shop=…, store=…, locale=…)."""
    return request.getfixturevalue(f"make_{request.param}_store")


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    return make_store()


@pytest.fixture
def make_memory_store(clock: FixedClock) -> MakeStore:
    database = MemoryDatabase()

    def make(
        profile: str = "bijou", company: str = "BIJOU", shop: str = "boutique", store: str = "", locale: str = ""
    ) -> Store:
        return MemoryStore(profile, Scope(company, shop, store, locale), clock, database)

    return make


@pytest.fixture
def make_sqlite_store(opened: OpenStore) -> MakeStore:
    return _maker(opened)


@pytest.fixture
def make_postgres_store(opened_postgres: OpenStore) -> MakeStore:
    return _maker(opened_postgres)


def _maker(opened: OpenStore) -> MakeStore:
    def make(
        profile: str = "bijou", company: str = "BIJOU", shop: str = "boutique", store: str = "", locale: str = ""
    ) -> Store:
        from navette.store.django_store import DjangoStore
        from navette.store.profile_record import Connection

        if profile not in {record.slug for record in opened.profiles.all()}:
            opened.profiles.create(
                profile,
                Connection("sage100", f"{company}.company", company),
                Connection("prestashop", f"http://{shop}", shop),
                store=store,
            )
        return DjangoStore(profile, Scope(company, shop, store, locale), opened.clock)

    return make
