"""Articles that are the same in every sample company, each there for what it shows; tests and the demo know them."""

from navette.demo.company.articles.article import SampleArticle
from navette.demo.company.articles.showcase.cards import CARDS
from navette.demo.company.articles.showcase.grouping import GROUPED
from navette.demo.company.articles.showcase.kits import KITS
from navette.demo.company.articles.showcase.oddities import ODDITIES
from navette.demo.company.articles.showcase.packs import PACKS
from navette.demo.company.articles.showcase.stock_cases import STOCK_CASES
from navette.demo.company.articles.showcase.tariffs import TARIFFS
from navette.demo.company.articles.showcase.tax_cases import TAX_CASES
from navette.demo.company.articles.showcase.utilities import UTILITY_ARTICLES
from navette.demo.company.articles.showcase.variants import VARIANTS

SHOWCASE: tuple[SampleArticle, ...] = (
    *CARDS,
    *ODDITIES,
    *TAX_CASES,
    *TARIFFS,
    *GROUPED,
    *VARIANTS,
    *PACKS,
    *KITS,
    *STOCK_CASES,
    *UTILITY_ARTICLES,
)

__all__ = ["SHOWCASE"]
