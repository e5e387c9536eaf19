"""Sales documents and their progress."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from navette.domain.document import DeliveredLine, DocumentKind, DocumentProgress, DocumentRef
from navette.domain.keys import normalise_code
from navette.erp.sage100.mapper.values import amount, day, text
from navette.erp.sage100.rows import Record

SALES_TYPES = {
    0: DocumentKind.QUOTE,
    1: DocumentKind.ORDER,
    2: DocumentKind.PREPARATION,
    3: DocumentKind.DELIVERY,
    6: DocumentKind.INVOICE,
    7: DocumentKind.POSTED_INVOICE,
}
"""DO_Type of the documents of a sale; returns (4) and credit notes (5) are none."""

DELIVERED_TYPES = (3, 6, 7)

RETURN_PROVENANCES = (1, 2)
"""DO_Provenance of invoices that take back: returns and credits."""


def to_document(row: Record, total_net: Decimal, total_gross: Decimal) -> DocumentRef:
    """Map a header."""
    return DocumentRef(
        kind=SALES_TYPES[row.DO_Type],
        piece=text(row.DO_Piece),
        web_number=text(row.DO_NoWeb),
        account=normalise_code(row.DO_Tiers or ""),
        total_gross=total_gross,
        total_net=total_net,
        status=row.DO_Statut or 0,
        on=day(row.DO_Date),
    )


def to_progress(
    web_number: str,
    headers: Sequence[tuple[Record, DocumentRef]],
    fields: Mapping[tuple[int, str], Mapping[str, str]],
    delivered: Iterable[Record],
    changed_at: datetime | None,
) -> DocumentProgress:
    """Put together where the documents of one web order stand; `fields` are by type and piece."""
    ordered = sorted(headers, key=lambda pair: (pair[1].kind.rank, pair[1].piece), reverse=True)
    leading, _ = ordered[0]
    by_document = [fields.get((row.DO_Type, text(row.DO_Piece)), {}) for row, _ in ordered]
    return DocumentProgress(
        web_number=web_number,
        documents=tuple(document for _, document in headers),
        tracking_numbers=_first_filled(by_document),
        delivery_on=_delivery_date(leading),
        delivered=tuple(
            DeliveredLine(normalise_code(row.AR_Ref or ""), amount(row.DL_Qte), text(row.DL_Design))
            for row in delivered
        ),
        changed_at=changed_at,
        fields=dict(by_document[0]),
    )


def _first_filled(by_document: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The first filled field of each document, each number once, those of the most advanced document first."""
    numbers = (next((value for value in fields.values() if value), "") for fields in by_document)
    return tuple(dict.fromkeys(number for number in numbers if number))


def _delivery_date(row: Record) -> date | None:
    """The day of delivery if it is known, else of shipment, else the planned one."""
    return day(row.DO_DateLivrRealisee) or day(row.DO_DateExpedition) or day(row.DO_DateLivr)
