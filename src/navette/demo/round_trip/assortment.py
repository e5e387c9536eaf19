"""Chooses what the customers of the demo buy among the articles that the shop has got."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from navette.application.session import Session
from navette.demo.round_trip.purchases import Assortment
from navette.domain.article import Article
from navette.domain.binding import RecordKind
from navette.ports.erp import ArticleSelection

PER_RATE = 3


def choose_assortment(session: Session) -> Assortment:
    """The first published articles of each VAT rate, and the first combination of ranges."""
    by_rate: dict[Decimal, list[str]] = defaultdict(list)
    variant = ""
    for article in _published(session):
        if article.has_ranges:
            variant = variant or _first_variant(session, article)
        elif article.bill_of_materials == 0 and (vat := article.taxes[0]):
            found = by_rate[vat.rate]
            if len(found) < PER_RATE:
                found.append(article.reference)
    return Assortment(by_rate=dict(sorted(by_rate.items(), reverse=True)), variant=variant)


def _published(session: Session) -> Iterator[Article]:
    category = session.options.taxes.accounting_category
    for page in session.erp.catalog.articles(ArticleSelection(), category):
        keys = [str(article.key) for article in page]
        bound = session.store.bindings.by_keys(RecordKind.PRODUCT, keys)
        yield from (article for article in page if str(article.key) in bound and not article.is_dormant)


def _first_variant(session: Session, article: Article) -> str:
    """The reference of a combination that the shop has."""
    keys = [str(variant.key) for variant in article.variants if not variant.is_dormant and variant.reference]
    bound = session.store.bindings.by_keys(RecordKind.VARIANT, keys)
    names = {str(variant.key): variant.reference for variant in article.variants}
    return next((names[key] for key in keys if key in bound), "")
