"""Articles and categories (the port ErpCatalog)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from navette.domain.article import Article, CategoryNode
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.mapper.article import to_article
from navette.erp.sage100.mapper.article_fields import CARD_COLUMNS
from navette.erp.sage100.mapper.categories import catalogue_tree, family_tree
from navette.erp.sage100.media import MediaFolders
from navette.erp.sage100.reader.article_page import ArticleLists, ArticlePage
from navette.erp.sage100.reader.article_taxes import TaxBook
from navette.erp.sage100.reader.company_lists import read_catalogue, read_families, read_ranges
from navette.erp.sage100.reader.selection import article_walk, pages
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTICLE
from navette.ports.erp import ArticleFlow, ArticleSelection

_CARD = (
    "AR_Ref",
    *CARD_COLUMNS,
    "FA_CodeFamille",
    "AR_Publie",
    "AR_Sommeil",
    "AR_Contremarque",
    "AR_SuiviStock",
    "AR_UnitePoids",
    "AR_PoidsNet",
    "AR_PoidsBrut",
    "AR_CodeBarre",
    "AR_Garantie",
    "AR_Photo",
    "AR_Gamme1",
    "AR_Gamme2",
    "AR_Nomencl",
    "CL_No1",
    "CL_No2",
    "CL_No3",
    "CL_No4",
)


class CatalogReader:
    """Reads articles with all that hangs on them, and the trees of categories."""

    def __init__(
        self, database: Database, schema: BaseSchema, folders: MediaFolders, today: Callable[[], date]
    ) -> None:
        self._database = database
        self._schema = schema
        self._folders = folders
        self._today = today

    def articles(self, selection: ArticleSelection, accounting_category: int) -> Iterator[Sequence[Article]]:
        """Pages of articles in the order of their reference, each whole."""
        today = self._today()
        columns = self._schema.pick(*(F_ARTICLE.c[name] for name in _CARD))
        with self._database.reading() as session:
            walk = article_walk(session, selection, ArticleFlow.CATALOG, today, columns)
            lists = ArticleLists(
                read_families(session),
                read_catalogue(session),
                read_ranges(session),
                TaxBook.read(session, self._schema, accounting_category, today),
            )
        yield from pages(self._database, walk, lambda session, rows: self._page(session, rows, lists))

    def count_articles(self, selection: ArticleSelection, flow: ArticleFlow = ArticleFlow.CATALOG) -> int:
        """How many articles a selection will give when it is read for a flow."""
        today = self._today()
        with self._database.reading() as session:
            return article_walk(session, selection, flow, today).count(session)

    def family_categories(self) -> Sequence[CategoryNode]:
        """The families as a tree of categories, parents first."""
        with self._database.reading() as session:
            return family_tree(read_families(session))

    def catalogue_categories(self) -> Sequence[CategoryNode]:
        """The product catalogue (4 levels), parents first."""
        with self._database.reading() as session:
            return catalogue_tree(read_catalogue(session))

    def resolve_file(self, path: str) -> str | None:
        """Full path of a file that the ERP names, None if it is missing or outside the allowed folders."""
        return self._folders.resolve(path)

    def _page(self, session: ReadSession, rows: Sequence[Record], lists: ArticleLists) -> Sequence[Article]:
        page = ArticlePage.read(session, self._schema, rows, lists)
        return [to_article(row, page.parts_of(row, lists)) for row in rows]
