"""ERP keys and web numbers: typed values with one text form (design: identity)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.keys import ArticleKey, CategoryKey, PackKey, VariantKey, parse_stock_key
from navette.domain.web_number import (
    credit_web_number,
    day_web_number,
    order_id_of,
    order_web_number,
    return_web_number,
)

references = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), min_size=1, max_size=18)
numbers = st.integers(0, 10**6)
keys = st.one_of(
    st.builds(ArticleKey, references),
    st.builds(VariantKey, references, numbers, numbers),
    st.builds(PackKey, references, numbers),
)


@given(keys)
def test_a_key_comes_back_from_its_text(key: ArticleKey | VariantKey | PackKey) -> None:
    assert parse_stock_key(str(key)) == key


@given(references)
def test_case_and_trailing_blanks_make_no_other_key(reference: str) -> None:
    assert ArticleKey(f"{reference.lower()}  ") == ArticleKey(reference.lower().upper())


def test_a_text_that_is_no_such_key_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="category:x"):
        parse_stock_key("category:x")


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=4))
def test_paths_of_categories_do_not_run_into_each_other(path: list[str]) -> None:
    names = [name.strip() for name in path]
    key, joined = CategoryKey("catalogue", tuple(names)), CategoryKey("catalogue", ("/".join(names),))
    assert (str(key) == str(joined)) == (len(names) == 1)


def test_a_category_knows_its_parent() -> None:
    assert CategoryKey("families", ("A", "B")).parent == CategoryKey("families", ("A",))
    assert CategoryKey("families", ("A",)).parent is None


class TestWebNumbers:
    def test_their_forms(self) -> None:
        assert order_web_number("53") == "53"
        assert order_web_number("53", "B") == "B-53"
        assert return_web_number("7", "B") == "B-R7"
        assert credit_web_number("7") == "A7"
        assert day_web_number(date(2026, 11, 24), "1") == "J2611241"

    @pytest.mark.parametrize("number", ["", "1" * 18])
    def test_seventeen_characters_at_most_and_one_at_least(self, number: str) -> None:
        with pytest.raises(ValueError, match="17"):
            order_web_number(number)

    @given(st.integers(1, 10**12), st.sampled_from(["", "B", "B2"]))
    def test_an_order_is_told_from_its_number(self, order: int, prefix: str) -> None:
        assert order_id_of(order_web_number(str(order), prefix), prefix) == str(order)

    @pytest.mark.parametrize(
        ("number", "prefix"), [("B-53", ""), ("53", "B"), ("C-53", "B"), ("R7", ""), ("B-A7", "B")]
    )
    def test_other_shops_returns_and_credits_are_no_orders(self, number: str, prefix: str) -> None:
        assert order_id_of(number, prefix) is None
