"""Companies: opened by the kind and address that options name."""

from collections.abc import Sequence
from pathlib import Path
from typing import assert_never

from sqlalchemy import Engine

from navette.config.sections.erp import ErpKind, ErpOptions
from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.dialect import Driver, EmbeddedFile, Location, SqlServer
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.writer.sql_writer import SqlWriter
from navette.ports.clock import Clock
from navette.ports.erp import Erp, ErpWriter


def open_company(options: ErpOptions, clock: Clock) -> Erp:
    """Open the company of a profile; raises ConfigurationError that says precisely what is wrong."""
    match options.kind:
        case ErpKind.SAGE100:
            return sage_company(location_of(options), clock, media_folders(options.media_folders))
        case _:
            assert_never(options.kind)


def sage_company(place: Location, clock: Clock, folders: Sequence[Path] = ()) -> SageCompany:
    """Open a Sage 100 company for reading, with the writer of embedded companies."""

    def writer(engine: Engine, schema: BaseSchema) -> ErpWriter:
        return SqlWriter(engine, schema, clock)

    return SageCompany(place, writer, folders)


def location_of(options: ErpOptions) -> Location:
    """Where a company's data are: its file goes before a database."""
    if options.file:
        return EmbeddedFile(Path(options.file))
    return SqlServer(
        server=options.server,
        database=options.database,
        user=options.user,
        password=options.password,
        driver=Driver(options.driver.value),
        encrypt=options.encrypt,
    )


def media_folders(text: str) -> list[Path]:
    """The folders of pictures and documents that the options name."""
    return [Path(part.strip()).expanduser() for part in text.split(";") if part.strip()]
