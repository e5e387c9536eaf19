"""From a draft to the lines that will be stored: units of sale, kits, comments, checked articles."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from navette.domain.document import DocumentDraft, DraftLine, LineRole
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO, quantise
from navette.domain.order_total import (
    STORED_PLACES,
    DocumentTotal,
    LineAmount,
    amount_of_net,
    document_total,
    line_amount,
    total_of_lines,
    unit_prices,
)
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.erp.sage100.writer.articles import ArticleCard, read_cards
from navette.erp.sage100.writer.kits import Kits
from navette.erp.sage100.writer.planned_line import PlannedLine, priced
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.sold_forms import Pack, check_combinations, read_packs

_NOTHING = LineAmount(ZERO, ZERO, ZERO)


def plan_lines(session: WriteSession, draft: DocumentDraft, original: DocumentDraft) -> list[PlannedLine]:
    """Plan the lines of a draft in the company's currency; `original` has the same lines in that of the order.

    Raises RefusedError or WaitingError for articles that cannot be sold.
    """
    articles = [line for line in draft.lines if line.article]
    cards = read_cards(session, (line.article.upper() for line in articles))
    _require_sellable(articles, cards)
    check_combinations(session, articles, cards)
    packs = read_packs(session, articles)
    kits = Kits(session, cards)
    lines: list[PlannedLine] = []
    for line, foreign in zip(draft.lines, original.lines, strict=True):
        planned = _planned(line, cards, packs, includes_tax=draft.prices_include_tax)
        if draft.currency and planned.card is not None:
            price, _ = unit_prices(foreign, prices_include_tax=draft.prices_include_tax)
            planned = replace(planned, currency_price=price)
        lines.extend(kits.unfold(planned))
    return lines + [_comment(DraftLine(role=LineRole.COMMENT, designation=text)) for text in draft.comments]


def _require_sellable(lines: list[DraftLine], cards: Mapping[str, ArticleCard]) -> None:
    for line in lines:
        card = cards.get(line.article.upper())
        if card is None:
            raise RefusedError(messages.UNKNOWN_ARTICLE, reference=line.article)
        if card.is_dormant:
            raise WaitingError(messages.DORMANT_ARTICLE, reference=line.article)


def _planned(
    line: DraftLine, cards: Mapping[str, ArticleCard], packs: Mapping[int, Pack], *, includes_tax: bool
) -> PlannedLine:
    if not line.article:
        return _comment(line)
    card = cards[line.article.upper()]
    amount = line_amount(line, prices_include_tax=includes_tax)
    if not line.packaging:
        line = priced(line, amount, includes_tax=includes_tax)
        return PlannedLine(
            line=line, amount=amount, card=card, includes_tax=includes_tax, packs=line.quantity, unit=card.unit
        )
    pack = packs[line.packaging]
    by_unit = priced(_in_units_of_sale(line, pack), amount, includes_tax=includes_tax)
    # A tax due per unit is due for each unit in the pack: where that was not foreseen, the totals differ.
    amount = amount_of_net(by_unit, amount.net, gross=amount.gross)
    return PlannedLine(
        line=by_unit, amount=amount, card=card, includes_tax=includes_tax, packs=line.quantity, unit=pack.label
    )


def _in_units_of_sale(line: DraftLine, pack: Pack) -> DraftLine:
    """Count packs in units of sale: what a pack costs, what is taken off it and what is free go by its quantity."""
    return replace(
        line,
        quantity=quantise(line.quantity * pack.quantity, STORED_PLACES),
        unit_price=quantise(line.unit_price / pack.quantity, STORED_PLACES),
        discounts=tuple(_by_unit(element, pack.quantity) for element in line.discounts),
    )


def _by_unit(element: DiscountElement, quantity: Decimal) -> DiscountElement:
    match element.kind:
        case DiscountKind.PERCENT:
            return element
        case DiscountKind.AMOUNT:
            return replace(element, value=element.value / quantity)
        case DiscountKind.FREE_UNITS:
            return replace(element, value=element.value * quantity)


def _comment(line: DraftLine) -> PlannedLine:
    return PlannedLine(line=line, amount=_NOTHING, is_valued=False)


def planned_total(draft: DocumentDraft, lines: list[PlannedLine]) -> DocumentTotal:
    """Add up the planned lines; raises WaitingError if they do not come to what the draft comes to."""
    valued = ((planned.line.taxes, planned.amount) for planned in lines if planned.is_valued)
    total = total_of_lines(valued, draft.shipping)
    expected = document_total(draft)
    if (total.net, total.gross) != (expected.net, expected.gross):
        raise WaitingError(messages.TOTAL_DIFFERS, computed=total.gross, expected=expected.gross)
    return total
