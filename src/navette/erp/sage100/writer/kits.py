"""Commercial kits on documents: the kit's line, then the lines of its components (sage100 §4.10).

A kit priced as a whole is valued and its components are not; for one priced by its components it is the other way
round, and the price of the order is shared out. Linked articles (AR_Nomencl 4) are suggestions that the customer
either ordered or did not: they are never added. A kit inside a kit is unfolded with it, its own lines unvalued.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import bindparam, select

from navette.domain.document import DraftLine, LineRole
from navette.domain.money import ZERO, quantise
from navette.domain.order_total import STORED_PLACES, LineAmount
from navette.domain.tax import TaxKind
from navette.erp.sage100.tables import F_NOMENCLAT
from navette.erp.sage100.writer.articles import ArticleCard, Composition, read_cards
from navette.erp.sage100.writer.planned_line import PlannedLine, net_shares
from navette.erp.sage100.writer.session import WriteSession

_KITS = frozenset({Composition.PRICED_AS_WHOLE, Composition.PRICED_BY_COMPONENTS})
_DEEPEST = 5
_NOTHING = LineAmount(ZERO, ZERO, ZERO)

_COMPONENTS = (
    select(
        F_NOMENCLAT.c.AR_Ref,
        F_NOMENCLAT.c.AG_No1Comp,
        F_NOMENCLAT.c.AG_No2Comp,
        F_NOMENCLAT.c.NO_RefDet,
        F_NOMENCLAT.c.NO_Qte,
        F_NOMENCLAT.c.NO_Repartition,
        F_NOMENCLAT.c.AG_No1,
        F_NOMENCLAT.c.AG_No2,
    )
    .where(F_NOMENCLAT.c.AR_Ref.in_(bindparam("references", expanding=True)))
    .order_by(F_NOMENCLAT.c.AR_Ref, F_NOMENCLAT.c.NO_Ordre, F_NOMENCLAT.c.cbMarq)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A component of a kit: quantity for one kit, its share of the price where one is given."""

    of_values: tuple[int, int]
    reference: str
    quantity: Decimal
    price_share: Decimal
    values: tuple[int, int]

    def belongs_to(self, line: DraftLine) -> bool:
        """Whether it is part of the combination sold; 0 stands for all."""
        first, second = self.of_values
        return first in {0, line.range_value1} and second in {0, line.range_value2}


class Kits:
    """The kits among some articles, with all that they contain."""

    def __init__(self, session: WriteSession, cards: Mapping[str, ArticleCard]) -> None:
        self.cards = dict(cards)
        self._components: dict[str, list[Component]] = {}
        level = self._unread(cards.values())
        for _ in range(_DEEPEST):
            if not level:
                break
            self._read(session, level)
            level = self._unread(self.cards.values())

    def _unread(self, cards: Iterable[ArticleCard]) -> list[str]:
        references = (card.reference.upper() for card in cards if card.composition in _KITS)
        return sorted(reference for reference in references if reference not in self._components)

    def _read(self, session: WriteSession, references: Sequence[str]) -> None:
        self._components.update({reference: [] for reference in references})
        for row in session.all(_COMPONENTS, references=references):
            kit = self.cards[row.AR_Ref.upper()]
            component = Component(
                of_values=(row.AG_No1Comp or 0, row.AG_No2Comp or 0),
                reference=row.NO_RefDet.upper(),
                quantity=quantise(row.NO_Qte / kit.compound_quantity, STORED_PLACES),
                price_share=row.NO_Repartition or ZERO,
                values=(row.AG_No1 or 0, row.AG_No2 or 0),
            )
            self._components[kit.reference.upper()].append(component)
        contained = {component.reference for reference in references for component in self._components[reference]}
        self.cards.update(read_cards(session, contained - self.cards.keys()))

    def unfold(self, planned: PlannedLine) -> list[PlannedLine]:
        """Give the lines that stand for one: itself, or a kit and its components."""
        components = self._chosen(planned)
        if not components or planned.card is None:
            return [planned]
        kit = replace(planned, kit=planned.card.reference)
        parts = [self._part(planned, component) for component in components]
        if planned.card.composition != Composition.PRICED_BY_COMPONENTS or _has_unit_taxes(planned.line):
            return [kit, *self._nested([replace(part, is_valued=False) for part in parts])]
        weights = _price_weights(components, parts)
        taxed = [replace(part, line=replace(part.line, taxes=planned.line.taxes)) for part in parts]
        valued = net_shares(taxed, planned.amount.net, weights)
        unpriced = replace(planned.line, unit_price=ZERO, discounts=())
        return [replace(kit, line=unpriced, amount=_NOTHING, is_valued=False), *self._nested(valued)]

    def _chosen(self, planned: PlannedLine) -> list[Component]:
        if planned.card is None:
            return []
        components = self._components.get(planned.card.reference.upper(), [])
        return [component for component in components if component.quantity and component.belongs_to(planned.line)]

    def _part(self, planned: PlannedLine, component: Component) -> PlannedLine:
        card = self.cards[component.reference]
        quantity = quantise(planned.line.quantity * component.quantity, STORED_PLACES)
        line = DraftLine(
            role=LineRole.ARTICLE,
            article=card.reference,
            designation=card.designation,
            range_value1=component.values[0],
            range_value2=component.values[1],
            quantity=quantity,
        )
        kit = planned.card.reference if planned.card else ""
        return PlannedLine(line=line, amount=_NOTHING, card=card, packs=quantity, unit=card.unit, kit=kit)

    def _nested(self, parts: list[PlannedLine], depth: int = 1) -> list[PlannedLine]:
        lines = []
        for part in parts:
            lines.append(part)
            if depth < _DEEPEST:
                inner = [replace(self._part(part, one), is_valued=False) for one in self._chosen(part)]
                lines.extend(self._nested(inner, depth + 1))
        return lines


def _price_weights(components: Sequence[Component], parts: Sequence[PlannedLine]) -> list[Decimal]:
    """Weigh the shares of the price: those of the bill of materials, else by the components' own prices."""
    given = [max(component.price_share, ZERO) for component in components]
    if any(given):
        return given
    return [abs(part.line.quantity) * (part.card.sale_price if part.card else ZERO) for part in parts]


def _has_unit_taxes(line: DraftLine) -> bool:
    """Whether a tax is due per kit, which cannot be shared among components."""
    return any(tax.kind is not TaxKind.VAT for tax in line.taxes)
