"""A look into an embedded company, and the making of a sample one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navette.demo.company import SAMPLE_DAY, SMALLEST, SampleSize, create_sample_company
from navette.domain.document import DocumentRef
from navette.domain.errors import ConfigurationError
from navette.domain.messages import company as messages
from navette.erp.sage100.database import Database
from navette.erp.sage100.dialect import EmbeddedFile
from navette.erp.sage100.errors import READING_FAULTS, translated
from navette.erp.sage100.reader.listing import ListedLine, Wanted, find_document, list_documents, read_lines
from navette.erp.sage100.reader.probe import read_probe
from navette.erp.sage100.schema import BaseSchema, read_schema
from navette.ports.erp import ErpProbe

__all__ = ["CompanyFile", "ListedLine", "SampleSize", "Wanted", "create_sample", "look_into"]


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """An embedded company, opened to be looked at."""

    database: Database
    schema: BaseSchema

    def probe(self) -> ErpProbe:
        """The company as a whole."""
        return read_probe(self.database, self.schema)

    def documents(self, wanted: Wanted) -> Sequence[DocumentRef]:
        """Its sales documents, the latest first."""
        return list_documents(self.database, self.schema, wanted)

    def document(self, name: str) -> tuple[DocumentRef, Sequence[ListedLine]]:
        """One document by its piece number or web number, with its lines; the most advanced of several."""
        found = find_document(self.database, self.schema, name)
        if not found:
            raise ConfigurationError(messages.NO_SUCH_DOCUMENT, name=name)
        document = max(found, key=lambda item: item.kind.rank)
        return document, read_lines(self.database, document)


@contextmanager
def look_into(file: Path) -> Iterator[CompanyFile]:
    """Open a company file for reading."""
    database = Database(EmbeddedFile(file.absolute()))
    try:
        with database.reading() as session:
            schema = read_schema(session)
        yield CompanyFile(database, schema)
    finally:
        database.close()


def create_sample(file: Path, articles: int, seed: int = 1, today: date = SAMPLE_DAY) -> SampleSize:
    """Make a sample company in a file that is not there yet; its documents end before `today`."""
    if articles < SMALLEST:
        raise ConfigurationError(messages.TOO_FEW_ARTICLES, articles=articles, smallest=SMALLEST)
    try:
        return create_sample_company(file.absolute(), articles, seed, today)
    except READING_FAULTS as error:
        raise translated(error, EmbeddedFile(file)) from error
