"""Header fields of a document that is there: reference, header texts, free fields (a tracking number, for one)."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import ColumnClause, bindparam, column, select, update
from sqlalchemy import table as light_table

from navette.domain.document import DocumentRef
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.schema import FreeField
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE, cbSysLibre
from navette.erp.sage100.writer import text
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.stored_document import read_header

WRITABLE = ("DO_Ref", "DO_Coord01", "DO_Coord02", "DO_Coord03", "DO_Coord04", "DO_RefExterne")

_FORMULA = select(cbSysLibre.c.CB_Formule).where(
    cbSysLibre.c.CB_File == F_DOCENTETE.name, cbSysLibre.c.CB_Name == bindparam("name")
)


def set_header_fields(session: WriteSession, document: DocumentRef, fields: Mapping[str, str]) -> None:
    """Write fields of a header; the reference is carried by the lines too."""
    header = read_header(session, document)
    own = {name: value for name, value in fields.items() if name in WRITABLE}
    free = {name: _free_value(session, name, value) for name, value in fields.items() if name not in own}
    if own:
        values = session.shaper.shape(F_DOCENTETE, own)
        if len(values) < len(own):
            raise RefusedError(messages.UNKNOWN_FIELD, field=", ".join(own.keys() - values.keys()))
        session.connection.execute(update(F_DOCENTETE).where(F_DOCENTETE.c.cbMarq == header.cbMarq).values(values))
    if free:
        headers = light_table(F_DOCENTETE.name, column("cbMarq"), *(field for field, _ in free.values()))
        values = {name: value for name, (_, value) in free.items()}
        session.connection.execute(update(headers).where(headers.c.cbMarq == header.cbMarq).values(values))
    if "DO_Ref" in own:
        lines = update(F_DOCLIGNE).where(
            F_DOCLIGNE.c.DO_Type == header.DO_Type, F_DOCLIGNE.c.DO_Piece == header.DO_Piece
        )
        session.connection.execute(lines.values(session.shaper.shape(F_DOCLIGNE, {"DO_Ref": own["DO_Ref"]})))


def _free_value(session: WriteSession, name: str, value: str) -> tuple[ColumnClause[Any], Any]:
    field = session.shaper.free_field(F_DOCENTETE, name)
    if field is None or _is_computed(session, name):
        raise RefusedError(messages.UNKNOWN_FIELD, field=name)
    try:
        return field.column, _typed(field, value)
    except (InvalidOperation, ValueError) as error:
        raise RefusedError(messages.WRONG_VALUE, field=name, value=value) from error


def _is_computed(session: WriteSession, name: str) -> bool:
    row = session.first(_FORMULA, name=name)
    return bool(row and row.CB_Formule)


def _typed(field: FreeField, value: str) -> Any:
    if field.kind.is_number:
        return Decimal(value) if value.strip() else None
    if field.kind.is_date:
        return datetime.fromisoformat(value) if value.strip() else None
    return text.fit(value, field.length)
