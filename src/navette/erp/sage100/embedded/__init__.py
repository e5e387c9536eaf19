"""The embedded company: Sage 100's tables in one SQLite file, for demonstration, tests and small use.

It is no kinder than Sage: lengths and code rules hold, characters outside Windows-1252 are refused, keys are unique,
links are whole, every write moves cbModification.
"""

from navette.erp.sage100.embedded.connection import write_transaction
from navette.erp.sage100.embedded.creation import building_company, create_company
from navette.erp.sage100.embedded.errors import (
    CompanyDamagedError,
    CompanyDiskError,
    CompanyExistsError,
    CompanyFileError,
    CompanyLockedError,
    CompanyMissingError,
    CompanyReadOnlyError,
    NewerCompanyError,
    NotACompanyError,
    ReadingTransactionError,
)
from navette.erp.sage100.embedded.free_fields import FreeField, FreeFieldType, add_free_field
from navette.erp.sage100.embedded.marker import company_identity, is_embedded, schema_version
from navette.erp.sage100.embedded.opening import open_company
from navette.erp.sage100.embedded.upgrades import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "CompanyDamagedError",
    "CompanyDiskError",
    "CompanyExistsError",
    "CompanyFileError",
    "CompanyLockedError",
    "CompanyMissingError",
    "CompanyReadOnlyError",
    "FreeField",
    "FreeFieldType",
    "NewerCompanyError",
    "NotACompanyError",
    "ReadingTransactionError",
    "add_free_field",
    "building_company",
    "company_identity",
    "create_company",
    "is_embedded",
    "open_company",
    "schema_version",
    "write_transaction",
]
