"""What a sales document comes to, computed again from its rows as Sage does (sage100 §4.3, §4.6).

Nothing here is shared with what writes documents: rows are read by plain SQL, and a stored amount that does not follow
from the others is told. VAT is computed on the document, tax code by tax code.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, RowMapping, bindparam, text

from navette.demo.audit import footer, lines
from navette.demo.audit.amounts import HUNDRED, ZERO, Vat, cents, exact
from navette.demo.audit.footer import early_payment_discounts, shipping
from navette.demo.audit.lines import Line, read_line

_HEADERS = f"""
SELECT DO_Type, DO_Piece, DO_NoWeb, DO_Statut, DO_Tiers, DO_TotalHT, DO_TotalHTNet, DO_TotalTTC, {footer.COLUMNS}
FROM F_DOCENTETE WHERE DO_Domaine = 0 AND {{condition}} ORDER BY DO_Type, DO_Piece
"""  # noqa: S608 (constants of this package)
_LINES = f"""
SELECT {lines.COLUMNS} FROM F_DOCLIGNE
WHERE DO_Domaine = 0 AND DO_Type = :kind AND DO_Piece = :piece ORDER BY DL_Ligne
"""  # noqa: S608 (constants of this package)
_UNCOLLECTED = "SELECT TA_Code FROM F_TAXE WHERE TA_NP = 1"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stored amount that does not follow from the rest; `line` is DL_Ligne, 0 for the header."""

    line: int
    column: str
    stored: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class AuditedDocument:
    """A sales document with its totals computed again; `kind` is DO_Type, the net total includes the footer."""

    web_number: str
    piece: str
    kind: int
    status: int
    account: str
    total_excl_tax: Decimal
    total_incl_tax: Decimal
    disagreements: tuple[Disagreement, ...]


def audit_sales(connection: Connection, web_numbers: Collection[str] | None = None) -> Iterator[AuditedDocument]:
    """Compute again all sales documents, or those of some web orders."""
    uncollected = frozenset(connection.scalars(text(_UNCOLLECTED)))
    condition = "1 = 1" if web_numbers is None else "DO_NoWeb IN :numbers"
    query = text(_HEADERS.format(condition=condition))
    if web_numbers is not None:
        query = query.bindparams(bindparam("numbers", value=list(web_numbers), expanding=True))
    for header in connection.execute(query).mappings().all():
        keys = {"kind": header["DO_Type"], "piece": header["DO_Piece"]}
        yield _audit(header, connection.execute(text(_LINES), keys).mappings().all(), uncollected)


def _audit(header: RowMapping, rows: Collection[RowMapping], uncollected: frozenset[str]) -> AuditedDocument:
    valued = [row for row in rows if row["DL_Valorise"]]
    amounts = [read_line(row, uncollected) for row in valued]
    totals = _totals(header, valued, amounts)
    return AuditedDocument(
        web_number=header["DO_NoWeb"] or "",
        piece=header["DO_Piece"],
        kind=header["DO_Type"],
        status=header["DO_Statut"] or 0,
        account=header["DO_Tiers"],
        total_excl_tax=cents(totals["DO_TotalHTNet"]),
        total_incl_tax=cents(totals["DO_TotalTTC"]),
        disagreements=(*_line_disagreements(amounts), *_header_disagreements(header, totals)),
    )


def _totals(header: RowMapping, rows: Collection[RowMapping], amounts: Collection[Line]) -> dict[str, Decimal]:
    """Add up a document, by the columns that keep its totals."""
    goods = sum((line.stored_net for line in amounts), ZERO)
    cost, footer_vat = shipping(header, rows, amounts)
    bases: dict[Vat, Decimal] = defaultdict(lambda: ZERO)
    if footer_vat:
        bases[footer_vat] += cost
    for line in amounts:
        if line.vat:
            bases[line.vat] += line.stored_net + line.collected + line.uncollected
    discount = ZERO
    for vat, amount in early_payment_discounts(header, amounts).items():
        discount += amount
        if vat:
            bases[vat] -= amount
    net = goods + cost - discount
    others = sum((line.collected for line in amounts), ZERO)
    gross = net + others + sum((cents(base * rate / HUNDRED) for (_, rate), base in bases.items()), ZERO)
    return {"DO_TotalHT": goods, "DO_TotalHTNet": net, "DO_TotalTTC": gross}


def _line_disagreements(lines: Collection[Line]) -> Iterator[Disagreement]:
    for line in lines:
        if line.stored_net != line.net:
            yield Disagreement(line.number, "DL_MontantHT", line.stored_net, line.net)
        if line.stored_gross != line.gross:
            yield Disagreement(line.number, "DL_MontantTTC", line.stored_gross, line.gross)


def _header_disagreements(header: RowMapping, totals: Mapping[str, Decimal]) -> Iterator[Disagreement]:
    for column, computed in totals.items():
        stored = exact(header[column])
        if stored != computed:
            yield Disagreement(0, column, stored, computed)
