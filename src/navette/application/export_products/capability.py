"""FLW-1: plans and sends products."""

from collections.abc import Iterator, Mapping, Sequence

from navette.application.article_selection import select_articles
from navette.application.article_taxes import check_taxes
from navette.application.capability import Applied, Capability, PlanItem, Risk, Side, Work, problem
from navette.application.category_tree import category_tree
from navette.application.export_categories import apply_categories, plan_categories
from navette.application.export_products.build import Builder
from navette.application.export_products.linked import LinkedPage
from navette.application.export_products.pictures import PictureFinder
from navette.application.export_products.plan import plan_product, undecided
from navette.application.export_products.sending import send_products
from navette.application.export_products.settings import check_fields
from navette.application.published_prices import price_choices
from navette.application.session import Session
from navette.domain.article import Article
from navette.domain.binding import RecordKind
from navette.domain.errors import ConfigurationError, WaitingError
from navette.domain.keys import CategoryKey
from navette.domain.messages import articles as messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.run import Outcome, Problem
from navette.ports.erp import ArticleSelection

PAGE = 200
CATEGORIES = "categories of articles"


class ExportProducts(Capability):
    """Products with texts, tax, price, codes, brand, supplier, categories, features, variants and pictures."""

    name = "export-products"
    flow = "FLW-1"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.SHOP
    kind = RecordKind.PRODUCT
    sections = ("articles", "texts", "taxes", "categories", "images", "prices", "update")
    tables = ("taxes", "texts", "features")
    resources = ("shop:{shop}:products", "shop:{shop}:categories")

    def check(self, session: Session) -> None:
        """Articles are switched on, and the taxes and fields that options name exist."""
        if not session.options.articles.create:
            raise ConfigurationError(messages.ARTICLES_OFF)
        check_taxes(session)
        check_fields(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare each article with what was last sent of it."""
        session = work.session
        builder = Builder(
            work=work,
            tree=category_tree(session),
            choices=price_choices(session),
            pictures=PictureFinder(session),
        )
        named: dict[str, CategoryKey] = {str(key): key for key in builder.tree.keys}
        work.facts[CATEGORIES] = named
        selection = select_articles(work, published_only=session.options.articles.published_only, page_size=PAGE)
        category = session.options.taxes.accounting_category
        for page in session.erp.catalog.articles(selection, category):
            sheets = _sheets(session, page, category)
            linked = LinkedPage.of(work, page)
            yield [_plan_article(article, sheets, linked, builder, named) for article in page]

    def prepare(self, work: Work) -> None:
        """Categories first: what articles name has to be there before them."""
        named = work.facts[CATEGORIES]
        if not work.session.options.categories.create or not isinstance(named, dict):
            return
        items = plan_categories(work, list(named.values()))
        to_write = [item for item in items if item.writes]
        paired = [binding for item in items if not item.writes for binding in item.bindings]
        if to_write:
            work.say(messages.CATEGORIES_FIRST, number=len(to_write))
        results = apply_categories(work, to_write)
        for result in results:
            if result.problem:
                work.say(result.problem.message, **result.problem.values)
        made = [binding for result in results for binding in result.bindings]
        work.session.store.bindings.save([*paired, *made])

    def batch_size(self, session: Session) -> int:
        """As many products as the shop takes in one request."""
        return session.shop.capabilities.product_batch

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Send a batch of products."""
        return send_products(work, items)


def _sheets(session: Session, page: Sequence[Article], accounting_category: int) -> Mapping[str, PriceSheet]:
    selection = ArticleSelection(
        references=frozenset(article.reference for article in page), published_only=False, page_size=PAGE
    )
    pages = session.erp.prices.price_sheets(selection, accounting_category)
    return {str(sheet.key): sheet for sheets in pages for sheet in sheets}


def _plan_article(
    article: Article,
    sheets: Mapping[str, PriceSheet],
    linked: LinkedPage,
    builder: Builder,
    named: dict[str, CategoryKey],
) -> PlanItem:
    key = str(article.key)
    if why := linked.problems.get(key):
        is_lost = why.message is messages.GONE_FROM_SHOP
        return undecided(key, article.reference, why, risk=Risk.REMOVAL if is_lost else None)
    if article.is_dormant:
        return undecided(key, article.reference, problem(messages.DORMANT, label=article.reference), Outcome.SKIPPED)
    remembered = linked.of_article(article)
    try:
        publication = builder.build(article, sheets[key], linked.pictures(article))
    except WaitingError as error:
        return undecided(key, article.reference, Problem(error.message, error.values))
    named.update({str(category): category for category in publication.categories})
    return plan_product(publication, remembered, builder.work.session.options.update)
