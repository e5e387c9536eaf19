"""Where the documents of web orders stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnClause, func, select

from navette.domain.document import DocumentProgress
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.document import DELIVERED_TYPES, to_progress
from navette.erp.sage100.reader.document_headers import (
    LINE_OF_HEADER,
    OF_WEB_NUMBERS,
    Header,
    comparable,
    read_headers,
)
from navette.erp.sage100.reader.tracking_fields import read_fields
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE


def read_progress(
    session: ReadSession, schema: BaseSchema, web_numbers: Sequence[str], wanted: Sequence[ColumnClause[Any]]
) -> Mapping[str, DocumentProgress]:
    """Read the progress of web orders that have a document."""
    headers = read_headers(session, schema, web_numbers)
    fields = read_fields(session, web_numbers, wanted)
    delivered = _delivered(session, web_numbers)
    changed = _line_changes(session, web_numbers)
    return {
        number: to_progress(
            number,
            [(header.row, header.document) for header in group],
            fields,
            delivered.get(comparable(number), ()),
            _latest(group, changed.get(comparable(number))),
        )
        for number, group in headers.items()
    }


def _latest(headers: Sequence[Header], of_lines: datetime | None) -> datetime | None:
    moments = [header.row.cbModification for header in headers] + [of_lines]
    return max((moment for moment in moments if moment), default=None)


def _delivered(session: ReadSession, web_numbers: Sequence[str]) -> Mapping[str, Sequence[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in session.all(_DELIVERED.params(web_numbers=list(web_numbers))):
        found[comparable(row.DO_NoWeb)].append(row)
    return found


_DELIVERED = (
    select(F_DOCENTETE.c.DO_NoWeb, F_DOCLIGNE.c.AR_Ref, F_DOCLIGNE.c.DL_Qte, F_DOCLIGNE.c.DL_Design)
    .join(F_DOCLIGNE, LINE_OF_HEADER)
    .where(
        OF_WEB_NUMBERS,
        F_DOCENTETE.c.DO_Type.in_(DELIVERED_TYPES),
        F_DOCLIGNE.c.DL_Valorise == 1,
        F_DOCLIGNE.c.AR_Ref.is_not(None),
        F_DOCLIGNE.c.AR_Ref != "",
    )
    .order_by(F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCLIGNE.c.DL_Ligne)
)


def _line_changes(session: ReadSession, web_numbers: Sequence[str]) -> Mapping[str, datetime]:
    rows = session.all(_LINE_CHANGES.params(web_numbers=list(web_numbers)))
    return {comparable(row.DO_NoWeb): row.changed_at for row in rows}


_LINE_CHANGES = (
    select(F_DOCENTETE.c.DO_NoWeb, func.max(F_DOCLIGNE.c.cbModification).label("changed_at"))
    .join(F_DOCLIGNE, LINE_OF_HEADER)
    .where(OF_WEB_NUMBERS)
    .group_by(F_DOCENTETE.c.DO_NoWeb)
)
