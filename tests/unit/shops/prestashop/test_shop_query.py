"""Filters: what can be asked for exactly, and what only by its beginning."""

from urllib.parse import quote

import pytest

from navette.shops.prestashop.client.json_rows import parse_rows
from navette.shops.prestashop.client.query import LARGEST_FILTER, LONGEST_FILTER, filters_for, is_plain


@pytest.mark.parametrize("value", ["ART-1", "A,B", "1,A", "demo_1", "50%", "l'été & co"])
def test_values_that_are_asked_for_exactly(value: str) -> None:
    assert is_plain(value)
    assert list(filters_for([value])) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("value", "filter_text"),
    [("P|Q", "[P]%"), ("10,20", "[10]%"), ("A[1]", "[A]%"), ("1.5,2", "[1.5]%")],
)
def test_values_that_the_shop_would_read_as_a_list_or_range(value: str, filter_text: str) -> None:
    assert list(filters_for([value])) == [filter_text]


def test_many_values_go_into_few_filters_of_a_length_that_servers_take() -> None:
    values = [f"RÉFÉRENCE-{number:05}" for number in range(1000)]
    filters = list(filters_for(values))
    assert [value for text in filters for value in text[1:-1].split("|")] == values
    assert all(len(quote(text, safe="")) <= LONGEST_FILTER + 10 for text in filters)
    assert all(text.count("|") < LARGEST_FILTER for text in filters)


def test_no_values_no_filters() -> None:
    assert list(filters_for(["", ""])) == []


@pytest.mark.parametrize(
    ("content", "rows"),
    [(b"[]", []), (b'{"order_slips":[{"id":1}]}', [{"id": 1}]), (b'{"products":[]}', [])],
)
def test_rows_of_a_list(content: bytes, rows: list[object]) -> None:
    assert parse_rows(content) == rows


@pytest.mark.parametrize("content", [b"", b'{"products":[{"id":1}', b'{"product":{"id":1}}', b"{}", b"<html>", b"3"])
def test_what_is_no_list(content: bytes) -> None:
    with pytest.raises(ValueError):
        parse_rows(content)
