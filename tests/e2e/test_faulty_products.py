"""Articles that cannot be sent as they are, and products that the shop has twice, or has lost."""

import pytest
from deaths import EXPORT
from workbench import Workbench

from navette.domain.messages import articles, run, shop
from navette.domain.messages.message import Message

pytestmark = pytest.mark.spec("design:8", "design:14")
PARTIAL, WRONG_USE = 3, 2
ARTICLE, RECORD = "BAGOR01", "article:BAGOR01"


def check_told(bench: Workbench, message: Message, records: set[str], *told: str) -> None:
    """Some articles wait or are refused, told in both languages with what to do."""
    french, english = bench.waiting("fr"), bench.waiting("en")
    assert french.keys() == english.keys() == records
    for record in records:
        for problem in (french[record], english[record]):
            assert problem["code"] == message.code
            assert problem["remedy"]
            assert all(word in problem["message"] for word in told), problem
        assert french[record]["message"] != english[record]["message"]
        assert french[record]["remedy"] != english[record]["remedy"]


def products(bench: Workbench, reference: str = ARTICLE) -> list[int]:
    with bench.shop.shop.lock:
        return bench.shop.shop.database.column("SELECT id FROM product WHERE reference = ?", (reference,))


class TestForbiddenCharacters:
    @pytest.fixture(autouse=True)
    def named(self, new_bench: Workbench) -> None:
        new_bench.in_company("UPDATE F_ARTICLE SET AR_Design = 'Bague {or} <18 ct>' WHERE AR_Ref = ?", ARTICLE)

    def test_where_they_may_not_be_removed_the_article_is_refused_alone(self, new_bench: Workbench) -> None:
        new_bench.option("articles.strip_forbidden", "false")
        ended = new_bench.run(EXPORT)
        assert ended.code == PARTIAL
        refused = {item["record"] for item in ended.object["items"] if item["outcome"] == "refused"}
        assert RECORD in refused
        assert ended.object["counts"]["created"] + len(refused) == ended.object["counts"]["read"] == 49
        check_told(new_bench, shop.FORBIDDEN_CHARACTERS, refused)
        assert products(new_bench) == []
        new_bench.option("articles.strip_forbidden", "true")
        cured = new_bench.run(EXPORT)
        assert (cured.code, cured.object["counts"]["created"]) == (0, len(refused))
        assert len(products(new_bench)) == 1
        assert new_bench.waiting() == {}

    def test_where_they_may_they_are(self, new_bench: Workbench) -> None:
        assert new_bench.run(EXPORT).code == 0
        [product] = products(new_bench)
        with new_bench.shop.shop.lock:
            names = new_bench.shop.shop.database.column("SELECT name FROM product_lang WHERE id = ?", (product,))
        assert all("Bague" in name and not set(name) & set("<>{}=;#") for name in names), names


class TestTwiceInTheShop:
    def test_the_article_waits_until_one_is_left_and_is_linked_to_it(self, new_bench: Workbench) -> None:
        twins = [new_bench.shop.add("products", {**HAND_MADE, "reference": ARTICLE}) for _ in range(2)]
        ended = new_bench.run(EXPORT)
        assert (ended.code, ended.object["counts"]["waiting"]) == (PARTIAL, 1)
        check_told(new_bench, articles.DUPLICATE_IN_SHOP, {RECORD}, ARTICLE, *map(str, twins))
        assert products(new_bench) == twins
        new_bench.shop.lose("products", twins[0])
        cured = new_bench.run(EXPORT)
        assert (cured.code, cured.object["counts"]["updated"]) == (0, 1)
        assert products(new_bench) == twins[1:]
        assert new_bench.waiting() == {}
        assert new_bench.run(EXPORT, "--full").object["requests"]["write"] == 0


HAND_MADE = {
    "name": "Bague",
    "link_rewrite": "bague",
    "price": "10",
    "id_tax_rules_group": "1",
    "id_category_default": "2",
    "active": "1",
    "state": "1",
}


class TestUnmappedTax:
    def test_the_articles_of_this_tax_wait_until_it_is_mapped(self, new_bench: Workbench) -> None:
        new_bench.configure(taxes={"V20": None})
        ended = new_bench.run(EXPORT)
        waiting = new_bench.waiting()
        assert ended.code == PARTIAL
        assert {problem["code"] for problem in waiting.values()} == {articles.UNMAPPED_TAX.code}
        assert ended.object["counts"]["waiting"] == len(waiting) > 10
        assert ended.object["counts"]["created"] > 0
        assert products(new_bench) == []
        new_bench.configure(taxes={"V20": "1"})
        cured = new_bench.run(EXPORT)
        assert (cured.code, cured.object["counts"]["created"]) == (0, len(waiting))
        assert len(products(new_bench)) == 1


class TestLost:
    def test_one_waits_for_a_person_who_has_it_made_again(self, bench: Workbench) -> None:
        [product] = products(bench)
        bench.shop.lose("products", product)
        bench.remember()
        ended = bench.run(EXPORT, "--full")
        assert (ended.code, ended.object["counts"]["waiting"]) == (PARTIAL, 1)
        assert bench.shop.log.writes == 0
        check_told(bench, articles.GONE_FROM_SHOP, {RECORD}, ARTICLE)
        again = bench.run(EXPORT, "--only", ARTICLE)
        assert (again.code, again.object["counts"]["created"]) == (0, 1), again.object
        assert len(products(bench)) == 1
        assert bench.waiting() == {}
        assert bench.run(EXPORT, "--full").object["requests"]["write"] == 0

    @pytest.mark.parametrize("capability", ["export-stock", "export-prices"])
    def test_its_quantity_and_prices_wait_with_it(self, capability: str, bench: Workbench) -> None:
        [product] = products(bench)
        bench.shop.lose("products", product)
        ended = bench.run(capability, "--full")
        assert (ended.code, ended.object["counts"]["waiting"]) == (PARTIAL, 1), ended.object


@pytest.mark.parametrize("capability", [EXPORT, "export-stock", "export-prices"])
def test_a_shop_whose_articles_all_vanished_stops_the_run_until_a_person_confirms(
    capability: str, bench: Workbench
) -> None:
    with bench.shop.shop.lock:
        everything = bench.shop.shop.database.column("SELECT id FROM product")
    for product in everything:
        bench.shop.lose("products", product)
    bench.remember()
    french, english = (bench.run(capability, "--full", language=language) for language in ("fr", "en"))
    bench.check_nothing_was_written()
    for answer in (french, english):
        assert answer.code == WRONG_USE
        assert answer.object["error"]["code"] == run.MASS_REMOVAL.code, answer.object
        assert "--confirm" in answer.object["error"]["remedy"]
    assert french.object["error"]["message"] != english.object["error"]["message"]
    confirmed = bench.run(capability, "--full", "--confirm")
    assert confirmed.code == PARTIAL
    assert confirmed.object["counts"]["waiting"] > 100
    assert bench.shop.log.writes == 0
