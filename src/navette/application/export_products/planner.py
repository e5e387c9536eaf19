"""Plans the articles of a run, page after page."""

from collections.abc import Mapping, Sequence

from navette.application.capability import PlanItem, Risk, Work, problem
from navette.application.category_tree import category_tree, with_ancestors
from navette.application.export_products.build import Builder
from navette.application.export_products.linked import LinkedPage
from navette.application.export_products.pictures import PictureFinder
from navette.application.export_products.plan import plan_product, undecided
from navette.application.match_products import ProductMatcher
from navette.application.published_prices import price_choices
from navette.domain.article import Article
from navette.domain.errors import WaitingError
from navette.domain.keys import CategoryKey
from navette.domain.messages import articles as messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.run import Outcome, Problem
from navette.ports.erp import ArticleSelection


class ArticlePlanner:
    """Compares articles with what was last sent of them, and collects the categories that they are in."""

    def __init__(self, work: Work) -> None:
        session = work.session
        tree = category_tree(session)
        self._work = work
        self._builder = Builder(work=work, tree=tree, choices=price_choices(session), pictures=PictureFinder(session))
        self._matcher = ProductMatcher(session)
        self._categories: dict[str, CategoryKey] = {str(key): key for key in tree.keys}

    @property
    def categories(self) -> list[CategoryKey]:
        """The categories of the company and of the articles planned so far, parents first."""
        return with_ancestors(list(self._categories.values()))

    def plan_page(self, page: Sequence[Article]) -> list[PlanItem]:
        """Plan the articles of one page."""
        sheets = self._sheets(page)
        linked = LinkedPage.of(self._work, page, self._matcher)
        return [self._plan_article(article, sheets.get(str(article.key)), linked) for article in page]

    def _sheets(self, page: Sequence[Article]) -> Mapping[str, PriceSheet]:
        references = frozenset(article.reference for article in page)
        selection = ArticleSelection(references=references, published_only=False)
        taxes = self._work.session.options.taxes
        pages = self._work.session.erp.prices.price_sheets(
            selection, taxes.accounting_category, taxes.vat_slot, taxes.ecotax_slot
        )
        return {str(sheet.key): sheet for sheets in pages for sheet in sheets}

    def _plan_article(self, article: Article, sheet: PriceSheet | None, linked: LinkedPage) -> PlanItem:
        key = str(article.key)
        if why := linked.problems.get(key):
            risk = Risk.REMOVAL if why.message is messages.GONE_FROM_SHOP else None
            return undecided(key, article.reference, why, risk=risk)
        if article.is_dormant or sheet is None:
            dormant = problem(messages.DORMANT, label=article.reference)
            return undecided(key, article.reference, dormant, Outcome.SKIPPED)
        try:
            publication = self._builder.build(article, sheet, linked.pictures(article))
        except WaitingError as error:
            return undecided(key, article.reference, Problem(error.message, error.values))
        self._categories.update({str(category): category for category in publication.categories})
        item = plan_product(publication, linked.of_article(article), self._work.session.options.update)
        if not item.writes:
            for why in publication.picture_problems:
                self._work.say(why.message, **why.values)
        return item
