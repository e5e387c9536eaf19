"""Free fields: columns that a company adds to Sage's tables, described in cbSysLibre (sage100 §1.8)."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlalchemy import Column, Connection, DateTime, String, func, insert, select

from navette.erp.sage100.embedded.physical import add_column
from navette.erp.sage100.tables import F_ENUMLIBRECIAL, F_ENUMLIBRECPTA, Amount, ColumnFacts, cbSysLibre, metadata


class FreeFieldType(IntEnum):
    """CB_Type of a free field."""

    SHORT_DATE = 3
    NUMBER = 7
    TEXT = 9
    LONG_DATE = 14
    AMOUNT = 20
    LIST = 22


@dataclass(frozen=True, slots=True)
class FreeField:
    """A free field to add; `length` is that of its texts, `values` those of a list.

    `file_number` is Sage's number of the extended file in the list of permitted values (F_ENUMLIBRE…N_File).
    """

    table: str
    label: str
    type: FreeFieldType = FreeFieldType.TEXT
    length: int = 0
    values: tuple[str, ...] = ()
    file_number: int = 0


_LIST_LENGTH = 21
_NUMBER_SIZE = 14  # what CB_Len says of fields without a length of their own
_ACCOUNTING_FILES = ("F_COMPTET", "F_ECRITUREC", "F_COMPTEG")


def free_column(field: FreeField) -> Column[Any]:
    """Build the column of a free field, under its label."""
    match field.type:
        case FreeFieldType.TEXT:
            return Column(field.label, String(field.length), info={"sage": ColumnFacts(usable=field.length)})
        case FreeFieldType.LIST:
            return Column(field.label, String(_LIST_LENGTH), info={"sage": ColumnFacts(usable=_LIST_LENGTH)})
        case FreeFieldType.NUMBER | FreeFieldType.AMOUNT:
            return Column(field.label, Amount, info={"sage": ColumnFacts(optional=True)})
        case FreeFieldType.SHORT_DATE | FreeFieldType.LONG_DATE:
            return Column(field.label, DateTime, info={"sage": ColumnFacts(optional=True)})


def add_free_field(connection: Connection, field: FreeField) -> None:
    """Add a free field to a company: its column, its description, the values of its list."""
    if field.label in metadata.tables[field.table].c:
        raise ValueError(f"{field.table} has a column of its own named {field.label}.")
    add_column(connection, field.table, free_column(field))
    position = select(func.count() + 1).where(cbSysLibre.c.CB_File == field.table)
    number = connection.execute(position).scalar_one()
    description = {"CB_File": field.table, "CB_Name": field.label, "CB_Pos": number, "CB_Type": int(field.type)}
    connection.execute(insert(cbSysLibre).values(**description, CB_Len=_stored_length(field), CB_Flag=0))
    enumeration = F_ENUMLIBRECPTA if field.table in _ACCOUNTING_FILES else F_ENUMLIBRECIAL
    for value in field.values:
        row = {"N_File": field.file_number, "N_Info": number, "EL_Intitule": value}
        connection.execute(insert(enumeration).values(**row))


def _stored_length(field: FreeField) -> int:
    """CB_Len: for texts it counts the terminator."""
    match field.type:
        case FreeFieldType.TEXT:
            return field.length + 1
        case FreeFieldType.LIST:
            return _LIST_LENGTH + 1
        case _:
            return _NUMBER_SIZE
