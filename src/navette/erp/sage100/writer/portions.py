"""How much of each line goes into a later document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO, quantise
from navette.domain.order_total import STORED_PLACES
from navette.domain.tax import plain_rate
from navette.erp.sage100.writer.stored_document import StoredDocument, StoredLine


@dataclass(frozen=True, slots=True)
class Portion:
    """A line and the quantity of it that goes; the rest stays on the document."""

    line: StoredLine
    quantity: Decimal

    @property
    def rest(self) -> Decimal:
        """What stays."""
        return self.line.planned.line.quantity - self.quantity


def portions(document: StoredDocument, quantities: Mapping[int, Decimal] | None) -> list[Portion]:
    """Work out what goes of each line; `quantities` are by DL_Ligne, None takes everything.

    Components go with their kit, comments with the line above them. Raises RefusedError for a quantity that a line
    does not have, and if nothing would go.
    """
    if quantities is None:
        chosen = [Portion(line, line.planned.line.quantity) for line in document.lines]
    else:
        _require_lines(document, quantities)
        chosen = _chosen(document.lines, quantities)
    if not any(portion.line.planned.card for portion in chosen):
        raise RefusedError(messages.NOTHING_TO_TRANSFORM, piece=document.header.DO_Piece)
    return chosen


def _require_lines(document: StoredDocument, quantities: Mapping[int, Decimal]) -> None:
    available = {line.position: line.planned.line.quantity for line in document.lines if line.planned.card}
    for position, quantity in quantities.items():
        has = available.get(position, ZERO)
        is_part = 0 <= quantity <= has if has >= 0 else has <= quantity <= 0
        if position not in available or not is_part:
            raise RefusedError(
                messages.WRONG_QUANTITY,
                line=position,
                piece=document.header.DO_Piece,
                quantity=plain_rate(quantity),
                available=plain_rate(has),
            )


def _chosen(lines: Sequence[StoredLine], quantities: Mapping[int, Decimal]) -> list[Portion]:
    chosen = []
    kit_shares: dict[str, Decimal] = {}
    follows = True
    for line in lines:
        if line.planned.card is None:
            if follows:
                chosen.append(Portion(line, line.planned.line.quantity))
            continue
        share = _share(line, quantities, kit_shares)
        if line.planned.kit:
            kit_shares[line.planned.card.reference.upper()] = share
        follows = share > 0
        if follows:
            chosen.append(Portion(line, quantise(line.planned.line.quantity * share, STORED_PLACES)))
    return chosen


def _share(line: StoredLine, quantities: Mapping[int, Decimal], kit_shares: Mapping[str, Decimal]) -> Decimal:
    quantity = line.planned.line.quantity
    if line.position in quantities:
        return quantities[line.position] / quantity if quantity else Decimal(1)
    kit = line.planned.kit.upper()
    is_component = kit and kit != line.row.AR_Ref.upper()
    return kit_shares.get(kit, ZERO) if is_component else ZERO
