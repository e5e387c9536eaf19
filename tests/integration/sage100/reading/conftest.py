"""The small company, opened for reading."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading_company import build

from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.dialect import EmbeddedFile


def no_writer(*_: object) -> None:
    raise AssertionError("Reading asks for no writer.")


@pytest.fixture(scope="session")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "small.company"
    build(path)
    return path


@pytest.fixture(scope="session")
def small(small_path: Path) -> Iterator[SageCompany]:
    """Shared by the tests that only read it."""
    company = SageCompany(EmbeddedFile(small_path), no_writer)
    yield company
    company.close()


@pytest.fixture
def own_path(small_path: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(small_path, tmp_path / "own.company"))


@pytest.fixture
def own(own_path: Path) -> Iterator[SageCompany]:
    company = SageCompany(EmbeddedFile(own_path), no_writer)
    yield company
    company.close()
