"""FLW-1: plans and sends products."""

from collections.abc import Iterator, Sequence

from navette.application.article_selection import select_articles
from navette.application.article_taxes import check_taxes
from navette.application.capability import Applied, Capability, PlanItem, Side, Work
from navette.application.export_categories import apply_categories, plan_categories
from navette.application.export_products.looking_again import find_made
from navette.application.export_products.planner import ArticlePlanner
from navette.application.export_products.sending import send_products
from navette.application.export_products.settings import check_fields
from navette.application.session import Session
from navette.domain.binding import RecordKind
from navette.domain.errors import ConfigurationError
from navette.domain.keys import CategoryKey
from navette.domain.messages import articles as messages
from navette.domain.run import RecordResult

PAGE = 200


class ExportProducts(Capability):
    """Products with texts, tax, price, codes, brand, supplier, categories, features, variants and pictures."""

    name = "export-products"
    flow = "FLW-1"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.SHOP
    guarded = (RecordKind.PRODUCT,)
    sections = ("articles", "texts", "taxes", "categories", "images", "prices", "update")
    tables = ("taxes", "texts", "features")
    resources = ("shop:{shop}:products", "shop:{shop}:categories")

    def __init__(self) -> None:
        self._categories: Sequence[CategoryKey] = ()

    def check(self, session: Session) -> None:
        """Articles are switched on, and the taxes and fields that options name exist."""
        if not session.options.articles.create:
            raise ConfigurationError(messages.ARTICLES_OFF)
        check_taxes(session)
        check_fields(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare each article with what was last sent of it."""
        options = work.session.options
        planner = ArticlePlanner(work)
        selection = select_articles(work, published_only=options.articles.published_only, page_size=PAGE)
        for page in work.session.erp.catalog.articles(selection, options.taxes.accounting_category):
            yield planner.plan_page(page)
        self._categories = planner.categories

    def prepare(self, work: Work) -> Sequence[RecordResult]:
        """Categories first: what articles name has to be there before them."""
        if not work.session.options.categories.create:
            return ()
        items = plan_categories(work, self._categories)
        to_write = [item for item in items if item.writes]
        if to_write:
            work.say(messages.CATEGORIES_FIRST, number=len(to_write))
        found = [item for item in items if item.is_remembered and not item.writes]
        results = apply_categories(work, to_write, found) if to_write else ()
        for result in results:
            if result.problem:
                work.say(result.problem.message, **result.problem.values)
        made = [result for result in results if not result.outcome.is_unsettled]
        return [*(item.result() for item in found), *made]

    def batch_size(self, session: Session) -> int:
        """As many products as the shop takes in one request."""
        return session.shop.capabilities.product_batch

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Send a batch of products."""
        return send_products(work, items)

    def look_again(self, work: Work, items: Sequence[PlanItem]) -> Sequence[PlanItem]:
        """Products that were made although the answer was lost are found by their references."""
        return find_made(work, items)
