"""What can be wrong with a company file.

Each error carries a stable reason and the values that a message needs; people's words are found elsewhere.
"""

from pathlib import Path
from typing import ClassVar


class CompanyFileError(Exception):
    """A company file cannot be used; `reason` says why, `values` which one and how."""

    reason: ClassVar[str] = "unusable"

    def __init__(self, path: Path, **values: str) -> None:
        self.path = path
        self.values: dict[str, str] = {"path": str(path), **values}
        super().__init__(f"{self.reason}: {', '.join(f'{name}={value}' for name, value in self.values.items())}")


class CompanyMissingError(CompanyFileError):
    """There is no file at this place."""

    reason = "missing"


class CompanyExistsError(CompanyFileError):
    """There is a file already where a company should be made."""

    reason = "exists"


class NotACompanyError(CompanyFileError):
    """The file is something else than an embedded company."""

    reason = "not_a_company"


class CompanyLockedError(CompanyFileError):
    """Another process held the file longer than the wait; `seconds` were waited."""

    reason = "locked"


class CompanyReadOnlyError(CompanyFileError):
    """The file, its folder or its medium does not take writes."""

    reason = "read_only"


class NewerCompanyError(CompanyFileError):
    """The file was written by a newer Navette; values `found` and `known` are schema versions."""

    reason = "newer_version"


class CompanyDamagedError(CompanyFileError):
    """The file's contents are not whole; value `detail` says what was seen."""

    reason = "damaged"


class CompanyDiskError(CompanyFileError):
    """The disk is full or failed while the file was used; value `detail` says what was seen."""

    reason = "disk"


class ReadingTransactionError(RuntimeError):
    """A transaction that was opened for reading tried to write: a fault of the program."""
