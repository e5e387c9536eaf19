"""The forms in which an article is sold: combinations of ranges, and packagings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import bindparam, select

from navette.domain.document import DraftLine
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.tables import F_ARTENUMREF, F_ARTGAMME, F_CONDITION
from navette.erp.sage100.writer.articles import ArticleCard
from navette.erp.sage100.writer.session import WriteSession

_RANGE_VALUES = select(F_ARTGAMME.c.AG_No, F_ARTGAMME.c.AR_Ref, F_ARTGAMME.c.AG_Type).where(
    F_ARTGAMME.c.AG_No.in_(bindparam("numbers", expanding=True))
)
_DORMANT = select(F_ARTENUMREF.c.AR_Ref, F_ARTENUMREF.c.AG_No1, F_ARTENUMREF.c.AG_No2).where(
    F_ARTENUMREF.c.AR_Ref.in_(bindparam("references", expanding=True)), F_ARTENUMREF.c.AE_Sommeil == 1
)
_PACKS = select(F_CONDITION.c.CO_No, F_CONDITION.c.AR_Ref, F_CONDITION.c.EC_Enumere, F_CONDITION.c.EC_Quantite).where(
    F_CONDITION.c.CO_No.in_(bindparam("numbers", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A packaging: its label and the units of sale that it holds."""

    label: str
    quantity: Decimal


def check_combinations(session: WriteSession, lines: Sequence[DraftLine], cards: Mapping[str, ArticleCard]) -> None:
    """Refuse lines whose range values are not the article's own; those of dormant combinations wait."""
    ranged = [line for line in lines if line.article and (line.range_value1 or cards[line.article.upper()].has_ranges)]
    if not ranged:
        return
    numbers = {number for line in ranged for number in (line.range_value1, line.range_value2) if number}
    known = {
        (row.AR_Ref.upper(), row.AG_Type, row.AG_No) for row in session.all(_RANGE_VALUES, numbers=sorted(numbers))
    }
    references = sorted({line.article.upper() for line in ranged})
    dormant = {(row.AR_Ref.upper(), row.AG_No1, row.AG_No2) for row in session.all(_DORMANT, references=references)}
    for line in ranged:
        reference = line.article.upper()
        second = (reference, 1, line.range_value2)
        if (reference, 0, line.range_value1) not in known or (line.range_value2 and second not in known):
            raise RefusedError(messages.COMBINATION_MISSING, reference=line.article)
        if (reference, line.range_value1, line.range_value2) in dormant:
            raise WaitingError(messages.DORMANT_ARTICLE, reference=line.article)


def read_packs(session: WriteSession, lines: Sequence[DraftLine]) -> Mapping[int, Pack]:
    """Read the packagings of lines, by number; refuses one that is not the article's own."""
    packed = [line for line in lines if line.packaging]
    if not packed:
        return {}
    rows = session.all(_PACKS, numbers=sorted({line.packaging for line in packed}))
    packs = {(row.CO_No, row.AR_Ref.upper()): Pack(row.EC_Enumere, row.EC_Quantite) for row in rows}
    for line in packed:
        pack = packs.get((line.packaging, line.article.upper()))
        if pack is None or pack.quantity <= 0:
            raise RefusedError(messages.UNKNOWN_PACKAGING, reference=line.article, packaging=line.packaging)
    return {number: pack for (number, _), pack in packs.items()}
