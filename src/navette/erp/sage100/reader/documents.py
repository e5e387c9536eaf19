"""Sales documents (the port ErpDocuments): by web number, and which of them changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Select, and_, bindparam, exists, or_, select

from navette.domain.document import DocumentProgress, DocumentRef
from navette.erp.sage100.database import Database
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.reader.document_headers import IS_SALE, read_headers
from navette.erp.sage100.reader.progress import read_progress
from navette.erp.sage100.reader.sold_articles import read_sold_articles
from navette.erp.sage100.reader.tracking_fields import tracking_fields
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE
from navette.ports.erp import SoldArticle

PAGE = 500


class DocumentReader:
    """Reads sales documents and what can be sold on them."""

    def __init__(self, database: Database, schema: BaseSchema) -> None:
        self._database = database
        self._schema = schema

    def sold_articles(self, references: Sequence[str]) -> Mapping[str, SoldArticle]:
        """Articles, combinations and packagings by exact reference (normalised)."""
        with self._database.reading() as session:
            return read_sold_articles(session, self._schema, references)

    def find_documents(self, web_numbers: Sequence[str]) -> Mapping[str, Sequence[DocumentRef]]:
        """Documents of all sales types by web number; returns and credit notes are not among them."""
        found: dict[str, Sequence[DocumentRef]] = {}
        for chunk in _chunks(web_numbers):
            with self._database.reading() as session:
                headers = read_headers(session, self._schema, chunk)
            found |= {number: [header.document for header in group] for number, group in headers.items()}
        return found

    def progress(self, web_numbers: Sequence[str], fields: Sequence[str]) -> Mapping[str, DocumentProgress]:
        """Where the documents of web orders stand, with the tracking number from the first filled of `fields`."""
        wanted = tracking_fields(self._schema, fields)
        found: dict[str, DocumentProgress] = {}
        for chunk in _chunks(web_numbers):
            with self._database.reading() as session:
                found |= read_progress(session, self._schema, chunk, wanted)
        return found

    def changed_web_numbers(self, since: datetime | None) -> Iterator[Sequence[str]]:
        """Web numbers of documents that changed on or after an instant of the ERP's clock, by pages."""
        statement = _NUMBERS if since is None else _CHANGED_NUMBERS.params(since=since)
        last: str | None = ""
        while last is not None:
            with self._database.reading() as session:
                page = session.values(statement.params(last=last))
            last = page[-1] if len(page) == PAGE else None
            if page:
                yield [text(number) for number in page]


def _chunks(web_numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    wanted = sorted({number for number in web_numbers if number})
    return (wanted[start : start + PAGE] for start in range(0, len(wanted), PAGE))


_SINCE = bindparam("since", type_=DateTime)
_NUMBERS: Select[Any] = (
    select(F_DOCENTETE.c.DO_NoWeb)
    .where(IS_SALE, F_DOCENTETE.c.DO_NoWeb > bindparam("last"))
    .distinct()
    .order_by(F_DOCENTETE.c.DO_NoWeb)
    .limit(PAGE)
)
_CHANGED_NUMBERS = _NUMBERS.where(
    or_(
        F_DOCENTETE.c.cbModification >= _SINCE,
        exists().where(
            and_(
                F_DOCLIGNE.c.DO_Type == F_DOCENTETE.c.DO_Type,
                F_DOCLIGNE.c.DO_Piece == F_DOCENTETE.c.DO_Piece,
                F_DOCLIGNE.c.cbModification >= _SINCE,
            )
        ),
    )
)
