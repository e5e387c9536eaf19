"""The upgrade chain of embedded companies: one module for each schema version after the first, never changed again."""

from navette.erp.sage100.embedded.upgrades.sage_v10_columns import SAGE_V10_COLUMNS
from navette.erp.sage100.embedded.upgrades.step import UpgradeStep

STEPS: tuple[UpgradeStep, ...] = (SAGE_V10_COLUMNS,)

FIRST_VERSION = 1
SCHEMA_VERSION = STEPS[-1].version
"""The version that this Navette makes and works with."""

__all__ = ["FIRST_VERSION", "SCHEMA_VERSION", "STEPS", "UpgradeStep"]
