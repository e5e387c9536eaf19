"""Articles that an import puts on documents: miscellaneous, gap, shipping, discounts per rate, wrapping."""

from decimal import Decimal

from navette.demo.company.articles.article import SampleArticle, Tracking
from navette.demo.company.articles.families import UTILITIES
from navette.demo.company.foundations.taxes import VatClass


def _utility(reference: str, designation: str, vat: VatClass | None = None) -> SampleArticle:
    return SampleArticle(
        reference=reference,
        designation=designation,
        family=UTILITIES,
        price=Decimal(0),
        tracking=Tracking.NONE,
        is_published=False,
        vat=vat,
    )


UTILITY_ARTICLES = (
    _utility("ZDIVERS", "Article divers"),
    _utility("ZECART", "Écart d'arrondi", VatClass.EXEMPT),
    _utility("ZPORT", "Frais de port"),
    _utility("ZREMISE", "Remise"),
    _utility("ZREMISE_10", "Remise à 10 %", VatClass.INTERMEDIATE),
    _utility("ZREMISE_55", "Remise à 5,5 %", VatClass.REDUCED),
    _utility("ZREMISE_21", "Remise à 2,1 %", VatClass.PRESS),
    _utility("ZEMBALLAGE", "Emballage cadeau"),
)
