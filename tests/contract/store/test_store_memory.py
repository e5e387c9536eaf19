"""Marks, identities, temporary tables."""

from datetime import UTC, datetime, timedelta

import pytest

from navette.ports.store import Mark, Store

MARK = Mark(datetime(2026, 11, 24, 7, 30, tzinfo=UTC), "d1", 3, datetime(2026, 11, 20, tzinfo=UTC))


class TestMarks:
    def test_a_mark_moves(self, store: Store) -> None:
        assert store.marks.get("export-stock") is None
        store.marks.move("export-stock", MARK)
        assert store.marks.get("export-stock") == MARK
        later = Mark(MARK.source_clock + timedelta(microseconds=1), "d2", 4)
        store.marks.move("export-stock", later)
        assert store.marks.get("export-stock") == later

    def test_marks_belong_to_a_profile_and_a_capability(self, make_store) -> None:
        make_store().marks.move("export-stock", MARK)
        assert make_store().marks.get("export-prices") is None
        assert make_store("evening").marks.get("export-stock") is None


class TestIdentity:
    @pytest.mark.parametrize("side", ["company", "shop"])
    def test_the_first_sight_is_kept(self, store: Store, side: str) -> None:
        assert store.remember_identity(side, "one", "http://a") == "one"
        assert store.remember_identity(side, "two", "http://b") == "one"

    def test_sides_keep_apart(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        assert store.remember_identity("company", "c", "") == "c"
        assert store.remember_identity("shop", "s", "") == "s"
        assert other.remember_identity("company", "x", "") == "c"
        assert other.remember_identity("shop", "x", "") == "x"

    def test_there_are_two_sides(self, store: Store) -> None:
        with pytest.raises(ValueError):
            store.remember_identity("supplier", "x", "")


class TestScratch:
    def test_later_values_replace_earlier_ones(self, store: Store) -> None:
        scratch = store.scratch()
        scratch.put((f"key-{number}", str(number)) for number in range(3000))
        scratch.put([("key-7", "seven")])
        found = scratch.get([f"key-{number}" for number in range(5, 2005)] + ["none"])
        assert len(found) == 2000
        assert (found["key-5"], found["key-7"]) == ("5", "seven")
        scratch.close()

    def test_each_table_is_its_own(self, store: Store) -> None:
        one, other = store.scratch(), store.scratch()
        one.put([("a", "1")])
        assert other.get(["a"]) == {}
        one.close()
        other.close()

    def test_it_is_read_while_rows_come(self, store: Store) -> None:
        scratch = store.scratch()

        def rows():
            yield "a", "1"
            yield "b", str(len(scratch.get(["a"])))

        scratch.put(rows())
        assert scratch.get(["a", "b"])["a"] == "1"
        scratch.close()
