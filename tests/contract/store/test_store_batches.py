"""A batch is written whole: bindings, digests, files, lines, counts; a repeat replaces it."""

import pytest
from fakes.clock import FixedClock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_results import NOTE, batch, digest, line, picture, product, refused, result, started

from navette.domain.binding import Aspect, RecordKind, ShopRef
from navette.domain.errors import ConfigurationError
from navette.domain.messages.message import Level
from navette.domain.run import Change, Counts, Outcome, Requests, RunMode
from navette.ports.store import QuarantineState, Store

PRODUCT = RecordKind.PRODUCT
BOTH = [Aspect.PRICE, Aspect.STOCK]


def texts(store: Store, run: str) -> list[str]:
    return [line.values["what"] for _, line in store.runs.journal(run)]


class TestDigests:
    def test_digests_are_kept_by_record_and_aspect(self, store: Store) -> None:
        run = started(store)
        sent = [digest("A", Aspect.PRICE, "p1"), digest("A", Aspect.STOCK, "s1")]
        store.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),), digests=tuple(sent))))
        found = store.digests.of(PRODUCT, ["article:A", "article:B"], BOTH)
        assert found == {("article:A", item.aspect): item for item in sent}
        assert set(store.digests.of(PRODUCT, ["article:A"], [Aspect.STOCK])) == {("article:A", Aspect.STOCK)}

    def test_a_later_digest_replaces_the_former(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(
            batch(run, 1, result("A", bindings=(product("A", "1"),), digests=(digest("A", Aspect.PRICE, "p1"),)))
        )
        store.runs.commit(batch(run, 2, result("A", Outcome.UPDATED, digests=(digest("A", Aspect.PRICE, "p2"),))))
        assert store.digests.of(PRODUCT, ["article:A"], BOTH)["article:A", Aspect.PRICE].digest == "p2"

    def test_digests_of_a_replaced_binding_count_no_more(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(
            batch(run, 1, result("A", bindings=(product("A", "1"),), digests=(digest("A", Aspect.PRICE, "p1"),)))
        )
        store.runs.commit(batch(run, 2, result("A", bindings=(product("A", "2"),))))
        assert store.digests.of(PRODUCT, ["article:A"], BOTH) == {}

    def test_a_digest_without_binding_is_not_kept(self, store: Store) -> None:
        store.runs.commit(batch(started(store), 1, result("A", digests=(digest("A", Aspect.PRICE, "p1"),))))
        assert store.digests.of(PRODUCT, ["article:A"], BOTH) == {}

    def test_doubting_all_marks_those_of_the_scope(self, make_store) -> None:
        store, other = make_store(), make_store("outlet", shop="outlet")
        for place, profile in ((store, "bijou"), (other, "outlet")):
            run = started(place, f"run-{profile}", profile=profile)
            sent = (digest("A", Aspect.PRICE, "p1"),)
            place.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),), digests=sent)))
        store.digests.doubt_all()
        assert store.digests.of(PRODUCT, ["article:A"], BOTH)["article:A", Aspect.PRICE].is_doubtful
        assert not other.digests.of(PRODUCT, ["article:A"], BOTH)["article:A", Aspect.PRICE].is_doubtful

    def test_a_digest_sent_after_doubt_is_certain(self, store: Store) -> None:
        run = started(store)
        sent = (digest("A", Aspect.PRICE, "p1"),)
        store.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),), digests=sent)))
        store.digests.doubt_all()
        assert store.digests.doubtful(PRODUCT, Aspect.PRICE) == {"article:A"}
        assert store.digests.doubtful(PRODUCT, Aspect.STOCK) == frozenset()
        store.runs.commit(batch(run, 2, result("A", Outcome.UNCHANGED, digests=sent)))
        assert store.digests.doubtful(PRODUCT, Aspect.PRICE) == frozenset()
        assert not store.digests.of(PRODUCT, ["article:A"], BOTH)["article:A", Aspect.PRICE].is_doubtful


class TestFiles:
    def test_files_come_back_whole_and_in_their_order(self, store: Store) -> None:
        back, front = picture("A", "back.jpg", 2), picture("A", "front.jpg", 1)
        store.runs.commit(batch(started(store), 1, result("A", bindings=(product("A", "1"),), files=(back, front))))
        assert {key: list(files) for key, files in store.files.of(PRODUCT, ["article:A", "article:B"]).items()} == {
            "article:A": [front, back]
        }

    def test_files_are_replaced_and_forgotten(self, store: Store) -> None:
        run = started(store)
        back, front = picture("A", "back.jpg", 2), picture("A", "front.jpg", 1)
        store.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),), files=(back, front))))
        newer = picture("A", "back.jpg", 1, "h2", "32")
        store.runs.commit(batch(run, 2, result("A", Outcome.UPDATED, files=(newer,), forgotten_files=(front,))))
        assert list(store.files.of(PRODUCT, ["article:A"])["article:A"]) == [newer]


class TestBindings:
    def test_retired_pairs_are_live_no_more(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),))))
        store.runs.commit(batch(run, 2, result("A", Outcome.UPDATED, retired=(product("A", "1"),))))
        assert store.bindings.count(PRODUCT) == 0
        assert store.bindings.by_refs(PRODUCT, [ShopRef("1")])[ShopRef("1")].retired_at is not None

    def test_a_pair_can_be_retired_and_replaced_in_one_result(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, result("A", bindings=(product("A", "1"),))))
        store.runs.commit(batch(run, 2, result("A", retired=(product("A", "1"),), bindings=(product("A", "2"),))))
        assert store.bindings.by_keys(PRODUCT, ["article:A"])["article:A"].shop_ref == ShopRef("2")


class TestLines:
    def test_lines_of_the_batch_come_before_those_of_its_results(self, store: Store, clock: FixedClock) -> None:
        run = started(store)
        first = batch(run, 1, result("A", lines=(line("record", record="article:A", subject="x"),)), lines=(line("b"),))
        store.runs.commit(first)
        clock.advance(seconds=5)
        store.runs.commit(batch(run, 2, lines=(line("end", level=Level.WARNING),)))
        assert texts(store, run) == ["b", "record", "end"]
        (begin, _), (_, of_record), (end, last) = store.runs.journal(run)
        assert (end - begin).total_seconds() == 5
        assert (of_record.record, of_record.subject, of_record.message.code) == ("article:A", "x", NOTE.code)
        assert (of_record.effective_level, last.effective_level) == (Level.INFO, Level.WARNING)

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400))
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_text_comes_back_as_it_was(self, store: Store, text: str) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, refused("A", tax=text), lines=(line(text, record=text, subject=text),)))
        [(_, kept)] = store.runs.journal(run)
        assert (kept.values["what"], kept.record, kept.subject) == (text, text, text)
        [entry] = store.quarantine.entries([QuarantineState.OPEN])
        assert entry.problem.values == {"tax": text}

    def test_more_lines_than_a_page(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, lines=tuple(line(str(number)) for number in range(2100))))
        assert texts(store, run) == [str(number) for number in range(2100)]


class TestRepeat:
    def test_a_repeat_replaces_lines_and_counts(self, store: Store) -> None:
        run = started(store)
        store.runs.commit(batch(run, 1, result("A"), result("B"), lines=(line("first"), line("try"))))
        store.runs.commit(batch(run, 2, result("C")))
        store.runs.commit(batch(run, 1, result("A", Outcome.UPDATED), lines=(line("again"),), requests=Requests(7, 3)))
        assert texts(store, run) == ["again"]
        found = store.runs.get(run)
        assert found.counts == Counts(read=2, created=1, updated=1)
        assert found.requests == Requests(9, 4)

    def test_a_repeat_leaves_the_same_memory(self, store: Store) -> None:
        run = started(store)
        sent = batch(
            run,
            1,
            result(
                "A",
                bindings=(product("A", "1"),),
                digests=(digest("A", Aspect.PRICE, "p1"),),
                files=(picture("A", "front.jpg"),),
                changes=(Change("price", "", "12.00"),),
            ),
            refused("B"),
        )
        store.runs.commit(sent)
        store.runs.commit(sent)
        assert store.bindings.count(PRODUCT) == 1
        assert len(store.digests.of(PRODUCT, ["article:A"], BOTH)) == 1
        assert len(store.files.of(PRODUCT, ["article:A"])["article:A"]) == 1
        [entry] = store.quarantine.entries([QuarantineState.OPEN])
        assert entry.attempts == 1


class TestPreview:
    def test_a_preview_remembers_counts_and_lines_only(self, store: Store) -> None:
        run = started(store, mode=RunMode.PREVIEW)
        store.runs.commit(
            batch(
                run,
                1,
                result("A", bindings=(product("A", "1"),), digests=(digest("A", Aspect.PRICE, "p1"),)),
                refused("B"),
                lines=(line("preview"),),
            )
        )
        assert store.runs.get(run).counts == Counts(read=2, created=1, refused=1)
        assert texts(store, run) == ["preview"]
        assert store.bindings.count(PRODUCT) == 0
        assert store.quarantine.entries(list(QuarantineState)) == []

    def test_a_preview_settles_nothing(self, store: Store) -> None:
        store.runs.commit(batch(started(store, "run-1"), 1, refused("A")))
        store.runs.commit(batch(started(store, "run-2", mode=RunMode.PREVIEW), 1, result("A")))
        assert store.quarantine.open_records("export-products") == {"article:A"}


def test_a_batch_of_an_unknown_run_is_refused_whole(store: Store) -> None:
    with pytest.raises(ConfigurationError, match="STO-RUN-001"):
        store.runs.commit(batch("nowhere", 1, result("A", bindings=(product("A", "1"),))))
    assert store.bindings.count(PRODUCT) == 0
