"""The sales documents in Sage's numbers: type, place in the numbering, ancestor columns (sage100 §2.4, §3.1)."""

from dataclasses import dataclass

from navette.domain.document import DocumentKind

SALES = 0
"""DO_Domaine of sales."""


@dataclass(frozen=True, slots=True)
class SalesKind:
    """A kind of sales document.

    `type` is DO_Type, `id_column` DC_IdCol of the next numbers, `stage` the letters of the ancestor columns that keep
    number, date and quantity of this kind on later documents ('' where there are none).
    """

    kind: DocumentKind
    type: int
    id_column: int
    stage: str = ""


_KINDS = (
    SalesKind(DocumentKind.QUOTE, 0, 0, "DE"),
    SalesKind(DocumentKind.ORDER, 1, 1, "BC"),
    SalesKind(DocumentKind.PREPARATION, 2, 2, "PL"),
    SalesKind(DocumentKind.DELIVERY, 3, 3, "BL"),
    SalesKind(DocumentKind.INVOICE, 6, 6),
    SalesKind(DocumentKind.POSTED_INVOICE, 7, 6),
)
BY_KIND = {kind.kind: kind for kind in _KINDS}
