"""Header fields of documents that options name, free fields included."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnClause, TableClause, column, select, table

from navette.domain.errors import ConfigurationError
from navette.domain.messages import erp as messages
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.values import shown, text
from navette.erp.sage100.reader.document_headers import SALES
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_DOCENTETE

HEADER_FIELDS = ("DO_Ref", "DO_Coord01", "DO_Coord02", "DO_Coord03", "DO_Coord04", "DO_Contact", "DO_RefExterne")
"""Columns of the header that hold what people type."""

_KEYS = (F_DOCENTETE.c.DO_Domaine, F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCENTETE.c.DO_NoWeb)

DocumentFields = Mapping[tuple[int, str], Mapping[str, str]]
"""Fields by type and piece of the document, in the order in which they were asked for."""


def tracking_fields(schema: BaseSchema, names: Sequence[str]) -> Sequence[ColumnClause[Any]]:
    """The columns of some fields; raises ConfigurationError that lists the fields if one is unknown."""
    free = {field.name.casefold(): field for field in schema.free_fields.get(F_DOCENTETE.name, ())}
    own = {name.casefold(): name for name in HEADER_FIELDS if schema.has_column(F_DOCENTETE.name, name)}
    found: list[ColumnClause[Any]] = []
    for name in dict.fromkeys(names):
        key = name.strip().casefold()
        if key in own:
            found.append(column(own[key], F_DOCENTETE.c[own[key]].type))
        elif key in free:
            found.append(free[key].column)
        else:
            known = ", ".join([*own.values(), *(field.name for field in free.values())])
            raise ConfigurationError(messages.UNKNOWN_DOCUMENT_FIELD, field=name, known=known)
    return found


def read_fields(
    session: ReadSession, web_numbers: Sequence[str], wanted: Sequence[ColumnClause[Any]]
) -> DocumentFields:
    """Read the fields of the documents of web orders."""
    if not wanted:
        return {}
    headers: TableClause = table(F_DOCENTETE.name, *(column(key.name, key.type) for key in _KEYS), *wanted)
    statement = select(headers).where(headers.c.DO_Domaine == SALES, headers.c.DO_NoWeb.in_(list(web_numbers)))
    names = [found.name for found in wanted]
    return {
        (row.DO_Type, text(row.DO_Piece)): {
            name: shown(value).strip() for name, value in zip(names, row[len(_KEYS) :], strict=True)
        }
        for row in session.all(statement)
    }
