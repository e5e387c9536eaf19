"""Embedded companies for the tests of Sage 100."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from navette.demo.company import create_sample_company
from navette.erp.sage100.embedded import create_company, open_company


@pytest.fixture(scope="session")
def empty_company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.company"
    create_company(path)
    return path


@pytest.fixture
def company_path(tmp_path: Path, empty_company: Path) -> Path:
    return Path(shutil.copy(empty_company, tmp_path / "société.company"))


@pytest.fixture
def company(company_path: Path) -> Iterator[Engine]:
    engine = open_company(company_path, busy_seconds=1)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample company of 250 articles, shared by the tests that only read it."""
    path = tmp_path_factory.mktemp("sample") / "sample.company"
    create_sample_company(path, articles=250)
    return path


@pytest.fixture(scope="session")
def sample(sample_path: Path) -> Iterator[Engine]:
    engine = open_company(sample_path)
    yield engine
    engine.dispose()
