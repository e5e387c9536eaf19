"""Failures of the base while it is written, as errors that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError, StatementError

from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.dialect import Location
from navette.erp.sage100.errors import READING_FAULTS, translated
from navette.erp.sage100.tables import AmountOutOfRangeError


@contextmanager
def translated_failures(place: Location) -> Iterator[None]:
    """Turn failures of the base into Navette's own errors.

    What the base says of a row is given as it is: names of constraints, never the row's values.
    """
    try:
        yield
    except IntegrityError as error:
        raise RefusedError(messages.REFUSED_BY_BASE, detail=error.orig) from error
    except READING_FAULTS as error:
        if isinstance(error, StatementError) and isinstance(error.orig, AmountOutOfRangeError):
            raise RefusedError(messages.AMOUNT_TOO_LARGE, detail=error.orig) from error
        raise translated(error, place) from error
