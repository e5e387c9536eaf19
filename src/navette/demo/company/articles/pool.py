"""Articles that documents may name: the known ones, and a part of the drawn ones."""

from collections.abc import Sequence

from navette.demo.company.articles.article import Bill, SampleArticle, Tracking
from navette.demo.company.articles.variant_rows import VariantNumbers
from navette.demo.company.trade.lines import Sold

_LIMIT = 1500
_DRAWN_TRACKING = (Tracking.AVERAGE_COST, Tracking.NONE)


class ArticlePool:
    """Keeps the known articles by reference, and the first drawn ones that are sold without lots or kits."""

    def __init__(self) -> None:
        self.known: dict[str, Sold] = {}
        self.drawn: list[Sold] = []

    def add_known(self, article: SampleArticle, variants: Sequence[VariantNumbers]) -> None:
        """Keep a known article."""
        self.known[article.reference] = Sold(article, tuple(variant.numbers for variant in variants))

    def offer(self, article: SampleArticle, variants: Sequence[VariantNumbers]) -> None:
        """Keep a drawn article if it is of use and there is room."""
        is_plain = article.tracking in _DRAWN_TRACKING and article.bill in (Bill.NONE, Bill.LINKED)
        if len(self.drawn) < _LIMIT and is_plain and not article.is_dormant:
            self.drawn.append(Sold(article, tuple(variant.numbers for variant in variants)))

    def __getitem__(self, reference: str) -> Sold:
        return self.known[reference]
