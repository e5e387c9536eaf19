"""The writer of embedded companies: each call is one transaction, whole or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Engine

from navette.domain.document import DocumentDraft, DocumentKind, DocumentRef, WrittenDocument
from navette.domain.errors import ConfigurationError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.dialect import EmbeddedFile
from navette.erp.sage100.embedded import is_embedded, write_transaction
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.writer.document_writing import write_document
from navette.erp.sage100.writer.failures import translated_failures
from navette.erp.sage100.writer.header_fields import set_header_fields
from navette.erp.sage100.writer.lots import LotChoice
from navette.erp.sage100.writer.rows import RowShaper
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.transformation import transform_document
from navette.ports.clock import Clock


class SqlWriter:
    """Writes documents into an embedded company by SQL (port ErpWriter).

    A database that is not marked as embedded is refused: real companies are written by the vendor's software only.
    The write lock is taken before anything is read, so a look-up and what follows from it cannot be overtaken.
    """

    def __init__(
        self, engine: Engine, schema: BaseSchema, clock: Clock, *, lots: LotChoice = LotChoice.FIRST_TO_EXPIRE
    ) -> None:
        self._engine = engine
        self._place = EmbeddedFile(Path(engine.url.database or ""))
        self._shaper = RowShaper(schema)
        self._clock = clock
        self._lots = lots
        with engine.connect() as connection:
            if not is_embedded(connection):
                raise ConfigurationError(messages.NOT_EMBEDDED, company=engine.url.database or "?")

    def write(self, draft: DocumentDraft) -> WrittenDocument:
        """Write one document with its customer, lines, payments and stock; adopt the one that has its web number."""
        with self._session() as session:
            return write_document(session, draft, self._lots)

    def transform(
        self, piece: DocumentRef, into: DocumentKind, quantities: Mapping[int, Decimal] | None
    ) -> DocumentRef:
        """Turn a document into a later kind, whole or by quantities of lines (keys are DL_Ligne)."""
        with self._session() as session:
            return transform_document(session, piece, into, quantities, self._lots)

    def set_fields(self, document: DocumentRef, fields: Mapping[str, str]) -> None:
        """Set header fields: reference, header texts, free fields."""
        with self._session() as session:
            set_header_fields(session, document, fields)

    @contextmanager
    def _session(self) -> Iterator[WriteSession]:
        now = self._clock.now().astimezone().replace(tzinfo=None)
        with translated_failures(self._place), write_transaction(self._engine) as connection:
            yield WriteSession(connection, self._shaper, now)
