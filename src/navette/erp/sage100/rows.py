"""The type of a row of any query."""

from typing import Any

from sqlalchemy import Row

Record = Row[*tuple[Any, ...]]
"""A row whose columns are those of its query, by name and by place."""
