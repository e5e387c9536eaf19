"""A Sage 100 company, opened: the port Erp."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine, select

from navette.erp.sage100.database import Database
from navette.erp.sage100.dialect import Location, company_clock
from navette.erp.sage100.media import MediaFolders
from navette.erp.sage100.reader.catalog import CatalogReader
from navette.erp.sage100.reader.choices import read_choices
from navette.erp.sage100.reader.documents import DocumentReader
from navette.erp.sage100.reader.parties import PartyReader
from navette.erp.sage100.reader.prices import PriceReader
from navette.erp.sage100.reader.probe import read_probe, require_company
from navette.erp.sage100.reader.stock import StockReader
from navette.erp.sage100.schema import BaseSchema, read_schema
from navette.ports.erp import ErpChoices, ErpProbe, ErpWriter

WriterFactory = Callable[[Engine, BaseSchema], ErpWriter]
"""Makes the writer of a base that was opened."""


class SageCompany:
    """Reads one company; what its base has is read when it is opened.

    `media_folders` are folders, beside the company's own Multimedia folder, from which files may be read. The lists of
    `choices` are read once.
    """

    def __init__(self, place: Location, writer: WriterFactory, media_folders: Iterable[Path] = ()) -> None:
        self._database = Database(place)
        try:
            with self._database.reading() as session:
                self._schema = read_schema(session)
            require_company(self._database, self._schema)
        except BaseException:
            self._database.close()
            raise
        self._make_writer = writer
        self._folders = MediaFolders(place.folder, media_folders)

    @property
    def schema(self) -> BaseSchema:
        """The columns and free fields of the base."""
        return self._schema

    @cached_property
    def catalog(self) -> CatalogReader:
        """Articles and categories."""
        return CatalogReader(self._database, self._schema, self._folders, self.today)

    @cached_property
    def stock(self) -> StockReader:
        """Stock levels."""
        return StockReader(self._database, self._schema, self.today)

    @cached_property
    def prices(self) -> PriceReader:
        """Price rows."""
        return PriceReader(self._database, self._schema, self.today)

    @cached_property
    def parties(self) -> PartyReader:
        """Customer accounts."""
        return PartyReader(self._database)

    @cached_property
    def documents(self) -> DocumentReader:
        """Sales documents."""
        return DocumentReader(self._database, self._schema)

    @cached_property
    def writer(self) -> ErpWriter:
        """The door through which the company is written."""
        return self._make_writer(self._database.engine, self._schema)

    def probe(self) -> ErpProbe:
        """Test the connection; raises ConfigurationError that says precisely what is wrong."""
        return read_probe(self._database, self._schema)

    def choices(self) -> ErpChoices:
        """The company's lists."""
        return self._choices

    @cached_property
    def _choices(self) -> ErpChoices:
        with self._database.reading() as session:
            return read_choices(session, self._schema)

    def clock(self) -> datetime:
        """The ERP's own clock, naive local time as its change marks are written."""
        with self._database.reading() as session:
            now: datetime = session.value(select(company_clock()))
        return now

    def today(self) -> date:
        """The ERP's own date."""
        return self.clock().date()

    def close(self) -> None:
        """Give the connection back."""
        self._database.close()
