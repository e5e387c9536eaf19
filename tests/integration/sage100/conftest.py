"""Embedded companies for the tests of Sage 100."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from navette.erp.sage100.embedded import create_company, open_company


@pytest.fixture
def company_path(tmp_path: Path) -> Path:
    path = tmp_path / "société.company"
    create_company(path)
    return path


@pytest.fixture
def company(company_path: Path) -> Iterator[Engine]:
    engine = open_company(company_path, busy_seconds=1)
    yield engine
    engine.dispose()
