"""Chooses what the customers of the demo buy among the articles that the shop has got, in sufficient quantity."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from navette.application.session import Session
from navette.demo.round_trip.purchases import Assortment
from navette.domain.article import Article
from navette.domain.binding import Binding, RecordKind, ShopRef
from navette.ports.erp import ArticleSelection

PER_RATE = 3
ENOUGH = 30


def choose_assortment(session: Session) -> Assortment:
    """The first articles of each VAT rate, and the first combination of ranges, of which the shop has enough."""
    held = {stock.ref: stock.quantity for page in session.shop.read_stock(None) for stock in page}
    by_rate: dict[Decimal, list[str]] = defaultdict(list)
    variant = ""
    for article, binding in _linked(session):
        if article.has_ranges:
            variant = variant or _variant(session, article, held)
        elif article.bill_of_materials == 0 and (vat := article.taxes[0]):
            found = by_rate[vat.rate]
            if len(found) < PER_RATE and held.get(binding.shop_ref, 0) >= ENOUGH:
                found.append(article.reference)
    chosen = {rate: references for rate, references in by_rate.items() if references}
    return Assortment(by_rate=dict(sorted(chosen.items(), reverse=True)), variant=variant)


def _linked(session: Session) -> Iterator[tuple[Article, Binding]]:
    category = session.options.taxes.accounting_category
    for page in session.erp.catalog.articles(ArticleSelection(), category):
        bound = session.store.bindings.by_keys(RecordKind.PRODUCT, [str(article.key) for article in page])
        for article in page:
            if str(article.key) in bound and not article.is_dormant:
                yield article, bound[str(article.key)]


def _variant(session: Session, article: Article, held: Mapping[ShopRef, int]) -> str:
    """The reference of a combination that the shop has in stock."""
    keys = [str(variant.key) for variant in article.variants if not variant.is_dormant and variant.reference]
    bound = session.store.bindings.by_keys(RecordKind.VARIANT, keys)
    names = {str(variant.key): variant.reference for variant in article.variants}
    return next((names[key] for key in keys if key in bound and held.get(bound[key].shop_ref, 0) > 1), "")
