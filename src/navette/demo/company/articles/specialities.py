"""What makes a part of the drawn articles more than plain ones."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from navette.demo.company.articles.article import Bill, Holding, Pack, Part, SampleArticle, Tracking
from navette.demo.company.articles.drawn_variants import draw_ranges
from navette.demo.company.articles.families import CASES, JEWELS, WATCHES
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.ranges import PACKS

_FEW = 3


def with_speciality(random: Random, article: SampleArticle) -> SampleArticle:
    """Give an article a speciality, in the share of each; a speciality may pass over what it does not suit."""
    drawn = random.random()
    for share, apply in _SPECIALITIES:
        if drawn < share:
            return apply(random, article)
        drawn -= share
    return article


def _ranges(random: Random, article: SampleArticle) -> SampleArticle:
    return draw_ranges(random, article) if article.family in JEWELS else article


def _packs(_random: Random, article: SampleArticle) -> SampleArticle:
    if article.family is not CASES:
        return article
    packs = (Pack(label, size, f"{article.reference}-{size}") for label, size in PACKS)
    return replace(article, packs=tuple(packs))


def _lots(_random: Random, article: SampleArticle) -> SampleArticle:
    return replace(article, tracking=Tracking.LOT)


def _serials(_random: Random, article: SampleArticle) -> SampleArticle:
    few = tuple(replace(holding, quantity=min(holding.quantity, _FEW)) for holding in article.holdings)
    return replace(article, tracking=Tracking.SERIAL, holdings=few)


def _back_to_back(_random: Random, article: SampleArticle) -> SampleArticle:
    return replace(article, is_back_to_back=True, holdings=(Holding(Depot.BESANCON, 0),))


def _untracked(_random: Random, article: SampleArticle) -> SampleArticle:
    return replace(article, tracking=Tracking.NONE, holdings=())


def _linked(_random: Random, article: SampleArticle) -> SampleArticle:
    if article.family is not WATCHES:
        return article
    return replace(article, bill=Bill.LINKED, parts=(Part("PILE01"), Part("ENTRET01")))


def _kit(random: Random, article: SampleArticle) -> SampleArticle:
    parts = (Part("OREPL01"), Part("ENTRET01", Decimal(2)))
    return replace(_untracked(random, article), bill=Bill.KIT_PRICED_WHOLE, parts=parts)


_SPECIALITIES: tuple[tuple[float, Callable[[Random, SampleArticle], SampleArticle]], ...] = (
    (0.07, _ranges),
    (0.10, _packs),
    (0.01, _lots),
    (0.01, _serials),
    (0.02, _back_to_back),
    (0.02, _untracked),
    (0.06, _linked),
    (0.01, _kit),
)
