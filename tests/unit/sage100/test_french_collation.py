"""French_CI_AS on SQLite."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.erp.sage100.embedded.collation import FRENCH_CI_AS, compare, register

texts = st.text(alphabet="aàâAÀeéEÉoœŒsßS -'zZ", max_size=6)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Écrin", "éCRIN"), ("Écrin", "écrin  "), ("", "   "), ("Œuvre", "oeuvre"), ("Straße", "STRASSE")],
)
def test_case_and_trailing_blanks_do_not_count(left, right):
    assert compare(left, right) == 0


@pytest.mark.parametrize(("left", "right"), [("ecrin", "écrin"), (" a", "a"), ("garcon", "garçon"), ("a b", "ab")])
def test_accents_and_leading_blanks_count(left, right):
    assert compare(left, right) != 0


def test_accented_letters_sort_beside_their_base():
    words = ["zèbre", "fil", "étui", "etui", "Ecrin"]
    with closing(sqlite3.connect(":memory:")) as connection:
        register(connection)
        connection.execute(f"CREATE TABLE t (word VARCHAR(20) COLLATE {FRENCH_CI_AS})")
        connection.executemany("INSERT INTO t VALUES (?)", [(word,) for word in words])
        found = [word for (word,) in connection.execute("SELECT word FROM t ORDER BY word")]
    assert found == ["Ecrin", "etui", "étui", "fil", "zèbre"]


@given(texts, texts, texts)
def test_it_is_an_order(first, second, third):
    assert compare(first, second) == -compare(second, first)
    if compare(first, second) <= 0 and compare(second, third) <= 0:
        assert compare(first, third) <= 0


def test_an_index_serves_equality_and_paging():
    with closing(sqlite3.connect(":memory:")) as connection:
        register(connection)
        connection.execute(f"CREATE TABLE t (word VARCHAR(20) COLLATE {FRENCH_CI_AS})")
        connection.execute("CREATE UNIQUE INDEX u ON t (word)")
        equal = connection.execute("EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE word = 'a'").fetchall()
        page = connection.execute("EXPLAIN QUERY PLAN SELECT word FROM t WHERE word > 'a' ORDER BY word").fetchall()
    assert "USING COVERING INDEX u (word=?)" in equal[0][3]
    assert [step[3] for step in page] == ["SEARCH t USING COVERING INDEX u (word>?)"]
