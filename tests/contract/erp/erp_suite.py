"""What holds for every ERP behind the port: subclasses give an opened company and say what it holds.

The company has at least: an article without ranges, one with ranges of which some combination has a reference, a
dormant or unpublished article, a customer account with an e-mail, a document with a web number.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain

import pytest

from navette.domain.article import Article
from navette.domain.customer import Account
from navette.domain.keys import ArticleKey, VariantKey, normalise_code
from navette.ports.erp import ArticleFlow, ArticleSelection, Erp

EVERY = ArticleSelection(published_only=False, with_dormant=True)
CATEGORY = 1


def flat(pages: Iterable[Sequence[object]]) -> list:
    return list(chain.from_iterable(pages))


class ErpSuite:
    """Tests of the reading ports; the fixtures `erp`, `account` and `web_number` come from the subclass."""

    @pytest.fixture
    def erp(self) -> Erp:
        raise NotImplementedError

    @pytest.fixture
    def account(self, erp: Erp) -> Account:
        """An account that has an e-mail of its own."""
        raise NotImplementedError

    @pytest.fixture
    def web_number(self, erp: Erp) -> str:
        """The web number of a document."""
        raise NotImplementedError

    @pytest.fixture
    def articles(self, erp: Erp) -> list[Article]:
        return flat(erp.catalog.articles(EVERY, CATEGORY))

    def test_articles_come_once_each_in_the_order_of_their_reference(self, articles: list[Article]) -> None:
        references = [article.reference for article in articles]
        assert references == sorted(set(references))
        assert all(article.key == ArticleKey(article.reference) for article in articles)

    @pytest.mark.parametrize("size", [1, 7])
    def test_pages_are_never_empty_nor_longer_than_asked(self, erp: Erp, articles: list[Article], size: int) -> None:
        selection = ArticleSelection(published_only=False, with_dormant=True, page_size=size)
        pages = [len(page) for page in erp.catalog.articles(selection, CATEGORY)]
        assert sum(pages) == len(articles)
        assert 1 <= min(pages) <= max(pages) <= size

    @pytest.mark.parametrize("flow", ArticleFlow)
    def test_the_count_is_that_of_the_articles_read(self, erp: Erp, articles: list[Article], flow: ArticleFlow) -> None:
        assert erp.catalog.count_articles(EVERY, flow) == len(articles)
        published = flat(erp.catalog.articles(ArticleSelection(), CATEGORY))
        assert erp.catalog.count_articles(ArticleSelection(), flow) == len(published)

    def test_only_published_articles_that_are_awake_unless_asked(self, erp: Erp, articles: list[Article]) -> None:
        found = {article.reference for article in flat(erp.catalog.articles(ArticleSelection(), CATEGORY))}
        assert found == {article.reference for article in articles if article.is_published and not article.is_dormant}
        assert len(found) < len(articles)

    def test_references_are_found_in_any_case_and_unknown_ones_left_out(
        self, erp: Erp, articles: list[Article]
    ) -> None:
        wanted = articles[-1].reference
        some = frozenset({wanted.lower(), "NO SUCH ARTICLE"})
        selection = ArticleSelection(references=some, published_only=False, with_dormant=True)
        assert [article.reference for article in flat(erp.catalog.articles(selection, CATEGORY))] == [wanted]

    @pytest.mark.parametrize("flow", ArticleFlow)
    def test_nothing_changed_after_now_but_what_waits_joins(self, erp: Erp, flow: ArticleFlow) -> None:
        later = erp.clock() + timedelta(days=1)
        assert erp.catalog.count_articles(ArticleSelection(since=later), flow) == 0
        waiting = flat(erp.catalog.articles(ArticleSelection(), CATEGORY))[0].reference
        selection = ArticleSelection(since=later, always=frozenset({waiting}))
        assert erp.catalog.count_articles(selection, flow) == 1

    def test_everything_changed_since_long_ago(self, erp: Erp) -> None:
        long_ago = erp.clock() - timedelta(days=36_500)
        known = erp.catalog.count_articles(ArticleSelection())
        assert erp.catalog.count_articles(ArticleSelection(since=long_ago)) == known

    def test_combinations_are_keys_of_their_article(self, articles: list[Article]) -> None:
        variants = [(article, variant) for article in articles for variant in article.variants]
        assert variants
        for article, variant in variants:
            assert variant.key.reference == normalise_code(article.reference)
            assert variant.values
        assert len({variant.key for _, variant in variants}) == len(variants)

    def test_a_stock_level_for_each_thing_that_can_be_sold(self, erp: Erp, articles: list[Article]) -> None:
        expected = set()
        for article in articles:
            active = {variant.key for variant in article.variants if not variant.is_dormant}
            expected |= active if article.variants else {article.key}
        levels = flat(erp.stock.stock(EVERY, None))
        assert [level.key for level in levels if level.key not in expected] == []
        assert {level.key for level in levels} == expected
        assert all(level.article.reference == level.key.reference for level in levels)

    def test_a_price_sheet_for_each_article(self, erp: Erp, articles: list[Article]) -> None:
        sheets = flat(erp.prices.price_sheets(EVERY, CATEGORY))
        assert [sheet.key for sheet in sheets] == [article.key for article in articles]
        active = {
            article.key: {variant.key for variant in article.variants if not variant.is_dormant} for article in articles
        }
        for sheet in sheets:
            assert {key for key in sheet.variants if isinstance(key, VariantKey)} == active[sheet.key]

    def test_prices_name_accounts_that_exist_and_are_awake(self, erp: Erp) -> None:
        named = erp.prices.priced_accounts()
        known = erp.parties.accounts_by_code([account.code for account in named])
        assert [account.code for account in named] == sorted(known)
        assert not any(account.is_dormant for account in named)

    def test_accounts_by_code_and_by_email_in_any_case(self, erp: Erp, account: Account) -> None:
        assert erp.parties.accounts_by_code([account.code.lower(), "NOBODY"]) == {account.code: account}
        email = account.email.lower()
        found = erp.parties.accounts_by_email([email, "nobody@example.com"])
        assert found.keys() == {email}
        assert account in found[email]

    def test_articles_and_combinations_are_sold_under_their_references(self, erp: Erp, articles: list[Article]) -> None:
        article, variant = next(
            (article, variant) for article in articles for variant in article.variants if variant.reference
        )
        wanted = [article.reference, variant.reference.lower(), "NO SUCH ARTICLE"]
        found = erp.documents.sold_articles(wanted)
        own, combined = found[normalise_code(article.reference)], found[normalise_code(variant.reference)]
        assert len(found) == 2
        assert (own.reference, own.range_value1) == (normalise_code(article.reference), 0)
        assert own.has_ranges
        assert VariantKey(combined.reference, combined.range_value1, combined.range_value2) == variant.key

    def test_documents_by_web_number(self, erp: Erp, web_number: str) -> None:
        found = erp.documents.find_documents([web_number, "no such"])
        assert found.keys() == {web_number}
        assert all(document.web_number == web_number for document in found[web_number])
        progress = erp.documents.progress([web_number, "no such"], [])
        assert progress.keys() == {web_number}
        assert list(progress[web_number].documents) == list(found[web_number])

    def test_changed_documents_are_those_since_an_instant(self, erp: Erp, web_number: str) -> None:
        assert web_number in flat(erp.documents.changed_web_numbers(None))
        changed_at = erp.documents.progress([web_number], [])[web_number].changed_at
        assert web_number in flat(erp.documents.changed_web_numbers(changed_at))
        assert web_number not in flat(erp.documents.changed_web_numbers(changed_at + timedelta(seconds=1)))

    def test_nothing_is_found_for_nothing(self, erp: Erp) -> None:
        assert erp.parties.accounts_by_code([]) == {}
        assert erp.parties.accounts_by_email([]) == {}
        assert erp.documents.sold_articles([]) == {}
        assert erp.documents.find_documents([]) == {}
        assert erp.stock.arrivals([]) == {}

    def test_every_field_that_is_offered_is_an_article_field(self, erp: Erp, articles: list[Article]) -> None:
        offered = {field.name for field in erp.choices().article_fields}
        assert {"AR_Design", "glossary"} <= offered
        assert {"AR_Design", "glossary"} <= articles[0].fields.keys()

    def test_the_connection_test_counts(self, erp: Erp, articles: list[Article]) -> None:
        probe = erp.probe()
        assert probe.articles == len(articles)
        assert probe.identity
        assert erp.today() == erp.clock().date()

    def test_a_file_that_is_not_there(self, erp: Erp) -> None:
        assert erp.catalog.resolve_file("no/such/file.jpg") is None
