"""A store of one profile on SQLite."""

import sys
from pathlib import Path

import pytest

from navette.ports.store import Store
from navette.store import OpenStore

# The short ways to say what a run leaves are shared with the contract suite.
sys.path.insert(0, str(Path(__file__).parents[2] / "contract" / "store"))


@pytest.fixture
def profile(opened: OpenStore) -> str:
    """A profile of a company and a shop."""
    from navette.store.profile_record import Connection

    company, shop = Connection("sage100", "C:/bijou.company", "BIJOU"), Connection("prestashop", "http://b", "boutique")
    return opened.profiles.create("bijou", company, shop).slug


@pytest.fixture
def store(opened: OpenStore, profile: str) -> Store:
    return opened.of_profile(profile)
