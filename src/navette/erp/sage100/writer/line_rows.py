"""Rows of F_DOCLIGNE from planned lines, with the long texts that they point to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from navette.domain.document import DocumentKind
from navette.domain.money import ZERO, quantise
from navette.domain.order_total import STORED_PLACES, unit_prices
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.erp.sage100.tables import F_DOCLIGNE, F_DOCLIGNETEXT
from navette.erp.sage100.writer import text
from navette.erp.sage100.writer.kinds import SALES, SalesKind
from navette.erp.sage100.writer.planned_line import MAX_DISCOUNTS, PlannedLine
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.stock import StockLedger, StockPlace, moves_goods
from navette.erp.sage100.writer.taxes import TaxSlots

LINE_STEP = 10_000
"""Distance between DL_Ligne of two lines, as Sage leaves it."""

_OUT, _IN = 3, 1
_NO_DISCOUNT = DiscountElement(ZERO, DiscountKind.AMOUNT)
DISCOUNT_KINDS = {DiscountKind.AMOUNT: 0, DiscountKind.PERCENT: 1, DiscountKind.FREE_UNITS: 2}
GRAMS = 1000
"""Grams in a kilogram: lines are weighed in grams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContext:
    """What the lines of one document have in common."""

    kind: SalesKind
    piece: str
    on: datetime
    account: str
    reference: str
    depot: int
    representative: int
    project: str
    delivery_on: datetime | None


def place_of(planned: PlannedLine, depot: int) -> StockPlace:
    """Where the stock of a line lies."""
    return StockPlace(planned.line.article.upper(), depot, planned.line.range_value1, planned.line.range_value2)


class LineRows:
    """Builds the rows of one document's lines."""

    def __init__(self, session: WriteSession, context: LineContext, taxes: TaxSlots, stock: StockLedger) -> None:
        self._session = session
        self._context = context
        self._taxes = taxes
        self._stock = stock
        self._texts: list[dict[str, Any]] = []

    def build(self, lines: Sequence[PlannedLine]) -> list[dict[str, Any]]:
        """Give the rows in the order of the lines, numbered by step."""
        return [self._row(planned, (index + 1) * LINE_STEP) for index, planned in enumerate(lines)]

    def insert(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write the rows and the long texts."""
        self._session.insert(F_DOCLIGNETEXT, self._texts)
        self._session.insert(F_DOCLIGNE, rows)

    def _row(self, planned: PlannedLine, position: int) -> dict[str, Any]:
        context = self._context
        return (
            {
                "DO_Domaine": SALES,
                "DO_Type": context.kind.type,
                "DO_DocType": context.kind.type,
                "DO_Piece": context.piece,
                "CT_Num": context.account,
                "DO_Date": context.on,
                "DL_Ligne": position,
                "DL_No": self._session.next_number(F_DOCLIGNE.c.DL_No),
                "DO_Ref": context.reference,
                "CO_No": context.representative,
                "CA_Num": context.project,
                "DL_Design": planned.line.designation or (planned.card.designation if planned.card else ""),
                "DT_No": self._text_number(planned),
                "DL_Valorise": int(planned.is_valued),
                "AR_RefCompose": planned.kit,
            }
            | ({"DO_DateLivr": context.delivery_on} if context.delivery_on else {})
            | self._article(planned)
            | self._quantities(planned)
            | self._prices(planned)
            | self._taxes.columns("DL", planned.line.taxes)
        )

    def _article(self, planned: PlannedLine) -> dict[str, Any]:
        card = planned.card
        cost = self._stock.unit_cost(place_of(planned, self._context.depot), card) if card else ZERO
        is_exit = card is not None and card.is_tracked and moves_goods(self._context.kind.kind)
        return {
            "AR_Ref": planned.line.article or None,
            "AG_No1": planned.line.range_value1,
            "AG_No2": planned.line.range_value2,
            "DE_No": self._context.depot if card else 0,
            "DL_NoRef": int(card is not None),
            "DL_Escompte": card.excludes_cash_discount if card else 0,
            "DL_FactPoids": card.is_billed_by_weight if card else 0,
            "DL_PrixRU": cost,
            "DL_CMUP": cost,
            "DL_MvtStock": movement(planned.line.quantity) if is_exit else 0,
        }

    def _quantities(self, planned: PlannedLine) -> dict[str, Any]:
        net, gross = (planned.card.net_grams, planned.card.gross_grams) if planned.card else (ZERO, ZERO)
        if planned.line.unit_weight_kg:
            net = planned.line.unit_weight_kg * GRAMS
        weights = {"DL_PoidsNet": planned.line.quantity * net, "DL_PoidsBrut": planned.line.quantity * gross}
        return {"EU_Enumere": planned.unit} | weights | quantity_columns(planned, self._context.kind)

    def _prices(self, planned: PlannedLine) -> dict[str, Any]:
        values = price_columns(planned)
        is_order = self._context.kind.kind is DocumentKind.ORDER
        return values | {
            "DL_PUDevise": planned.currency_price,
            "DL_PUBC": values["DL_PrixUnitaire"] if is_order else ZERO,
        }

    def _text_number(self, planned: PlannedLine) -> int:
        """Number of the long text: the note of a line, or a comment that is longer than its column."""
        note = planned.line.note
        if planned.card is None and len(text.one_line(planned.line.designation)) > self._design_length:
            note = "\n".join(part for part in (planned.line.designation, note) if part)
        if not note.strip():
            return 0
        number = self._session.next_number(F_DOCLIGNETEXT.c.DT_No)
        self._texts.append({"DT_No": number, "DT_Text": note})
        return number

    @property
    def _design_length(self) -> int:
        return self._session.usable_length(F_DOCLIGNE.c.DL_Design)


def movement(quantity: Decimal) -> int:
    """DL_MvtStock of a line that moves goods: out, or in for what comes back."""
    return _OUT if quantity >= 0 else _IN


def quantity_columns(planned: PlannedLine, kind: SalesKind) -> dict[str, Any]:
    """The columns of a line's quantity, with the one that keeps it for the documents to come."""
    quantity = planned.line.quantity
    values = {"DL_Qte": quantity, "EU_Qte": planned.packs}
    return values | ({f"DL_Qte{kind.stage}": quantity} if kind.stage else {})


def price_columns(planned: PlannedLine) -> dict[str, Any]:
    """The columns of a line's prices, discounts and amounts."""
    net, gross = unit_prices(planned.line, prices_include_tax=planned.includes_tax)
    return {
        "DL_PrixUnitaire": net,
        "DL_PUTTC": gross,
        "DL_TTC": int(planned.includes_tax),
        "DL_MontantHT": planned.amount.net,
        "DL_MontantTTC": planned.amount.gross,
        **discount_columns(planned.line.discounts),
    }


def discount_columns(discounts: Sequence[DiscountElement]) -> dict[str, Any]:
    """The columns of the three cascaded elements of a discount."""
    values: dict[str, Any] = {}
    for index in range(MAX_DISCOUNTS):
        element = discounts[index] if index < len(discounts) else _NO_DISCOUNT
        values[f"DL_Remise{index + 1:02d}REM_Valeur"] = quantise(element.value, STORED_PLACES)
        values[f"DL_Remise{index + 1:02d}REM_Type"] = DISCOUNT_KINDS[element.kind]
    return values
