"""What holds for every run: counts, journal, preview, failures, stops, identity (design rules 2, 3, 14)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import a_level, a_ranged_article, an_article
from world import World

from navette.application.registry import capabilities
from navette.application.runner import run
from navette.application.session import RunRequest
from navette.domain.errors import BusyError, ConfigurationError, FailureKind
from navette.domain.messages import run as messages
from navette.domain.run import Outcome, RunMode, RunStatus
from navette.ports.shop import MissingRight


@pytest.fixture
def filled(world: World) -> World:
    """A shop that has got everything of a small company."""
    world.company.put(*(an_article(f"BAOR{number:02d}") for number in range(1, 8)))
    world.run("export-products")
    world.run("export-stock")
    return world


class TestCounts:
    def test_every_record_read_ends_in_exactly_one_state(self, world: World) -> None:
        world.company.put(*(an_article(f"A{number}") for number in range(5)))
        world.company.put(an_article("UNTAXED", taxes=(replace(an_article().taxes[0], code="C99"), None, None)))
        report = world.run("export-products")
        assert report.run.counts.as_dict() == {
            "read": 6,
            "created": 5,
            "updated": 0,
            "unchanged": 0,
            "skipped": 0,
            "waiting": 1,
            "refused": 0,
        }
        assert report.run.status is RunStatus.PARTIAL
        assert [item.outcome for item in report.items].count(Outcome.CREATED) == 5

    def test_the_stored_run_says_the_same(self, filled: World) -> None:
        report = filled.run("export-stock", full=True)
        stored = filled.store.runs.get(report.run.id)
        assert (stored.counts, stored.status, stored.requests) == (
            report.run.counts,
            RunStatus.SUCCESS,
            report.requests,
        )

    @pytest.mark.parametrize("capability", capabilities())
    def test_an_empty_company_and_shop_succeed(self, world: World, capability: str) -> None:
        world.company.articles = {key: one for key, one in world.company.articles.items() if key.startswith("Z")}
        report = world.run(capability)
        assert (report.run.status, report.run.counts.read) == (RunStatus.SUCCESS, 0)


class TestJournal:
    def test_it_begins_and_ends_as_the_capability_says(self, filled: World) -> None:
        filled.company.put(an_article("NEW01"))
        filled.run("export-products", full=True)
        texts = filled.journal.texts
        assert texts[:3] == ["Start of the export of articles", "Reading the articles", "Everything is read"]
        assert "1/1 - NEW01" in texts
        assert texts[texts.index("1/1 - NEW01") + 1] == "Succeeded"
        assert texts[-2:] == ["The run succeeded", "End of the export of articles"]

    def test_what_is_kept_is_what_was_shown_each_line_once(self, filled: World) -> None:
        filled.company.put(an_article("NEW01"))
        report = filled.run("export-products")
        kept = [line.message.render(line.values) for _, line in filled.store.runs.journal(report.run.id)]
        assert kept == filled.journal.texts

    def test_a_run_that_changed_nothing_keeps_no_line(self, filled: World) -> None:
        report = filled.run("export-stock", full=True)
        assert list(filled.store.runs.journal(report.run.id)) == []

    def test_progress_counts_what_is_written(self, filled: World) -> None:
        filled.company.put(an_article("NEW01"), an_article("NEW02"))
        filled.run("export-products", full=True)
        assert filled.journal.steps[-1] == (2, 2)


class TestOnly:
    @pytest.mark.parametrize("name", ["BAOR01", "baor01 ", "article:BAOR01"])
    @pytest.mark.parametrize("capability", ["export-products", "export-stock"])
    def test_a_record_answers_to_its_reference_and_its_key(self, filled: World, capability: str, name: str) -> None:
        filled.run(capability, name)
        assert filled.journal.of(messages.NOT_FOUND) == []

    def test_a_combination_answers_to_its_article(self, world: World) -> None:
        world.company.put(a_ranged_article("GARANCE"))
        world.run("export-products")
        world.run("export-stock", "GARANCE")
        assert world.journal.of(messages.NOT_FOUND) == []

    @pytest.mark.parametrize("capability", ["export-products", "export-stock", "import-orders"])
    def test_a_name_that_nothing_answers_to_is_said(self, filled: World, capability: str) -> None:
        filled.run(capability, "NOPE")
        [line] = filled.journal.of(messages.NOT_FOUND)
        assert line.values == {"names": "NOPE"}


class TestPreview:
    def test_nothing_is_written_or_remembered(self, world: World) -> None:
        world.company.put(an_article("BAOR01"), an_article("BAOR02"))
        report = world.run("export-products", preview=True)
        assert report.run.counts.created == 2
        assert report.requests.write == 0
        assert world.shop_state.products == {}
        assert world.store.marks.get("export-products") is None
        assert world.counts("export-products") == {"created": 2}

    def test_a_record_that_waits_is_not_put_in_quarantine(self, world: World) -> None:
        world.company.put(an_article("NONAME", fields={"AR_Design": " "}))
        world.run("export-products", preview=True)
        assert world.open_entries() == []

    def test_its_items_and_its_journal_are_kept(self, world: World) -> None:
        world.company.put(an_article("BAOR01"))
        report = world.run("export-products", preview=True)
        [item] = world.store.runs.plan(report.run.id)
        assert (item.record, item.outcome) == ("article:BAOR01", Outcome.CREATED)
        assert ("price", "", "100.000000") in item.changes
        assert "BAOR01" in [line.values.get("label") for _, line in world.store.runs.journal(report.run.id)]

    def test_its_journal_is_written_as_it_grows(self, world: World) -> None:
        world.company.put(*(an_article(f"A{number:03d}") for number in range(450)))
        report = world.run("export-products", preview=True)
        batches = world.store.database.runs[report.run.id].batches
        assert len(batches) > 1
        assert max(len(batch.lines) for _, batch in batches.values()) < 900

    def test_it_does_not_claim_success_for_what_it_did_not_do(self, world: World) -> None:
        world.company.put(an_article("BAOR01"))
        world.run("export-products", preview=True)
        assert messages.DONE.code not in world.journal.codes

    def test_it_says_that_nothing_is_written(self, world: World) -> None:
        world.company.put(an_article("BAOR01"), an_article("NONAME", fields={"AR_Design": " "}))
        world.run("export-products", preview=True)
        codes = world.journal.codes
        assert messages.PREVIEW.code in codes
        assert messages.COUNTS_OF_PREVIEW.code in codes
        assert messages.PREVIEWED_IN_PART.code in codes
        assert {messages.COUNTS.code, messages.PARTIAL.code}.isdisjoint(codes)
        world.run("export-products", "BAOR01", preview=True)
        assert messages.PREVIEWED.code in world.journal.codes

    def test_applied_later_it_skips_what_moved(self, filled: World) -> None:
        filled.company.put_levels(a_level("BAOR01", 3))
        filled.company.put_levels(a_level("BAOR02", 4))
        preview = filled.run("export-stock", preview=True, full=True)
        based_on = {item.record: item.base_digest for item in filled.store.runs.plan(preview.run.id)}
        filled.company.put_levels(a_level("BAOR02", 5))
        report = filled.run("export-stock", *based_on, based_on=based_on)
        assert report.run.counts.updated == 1
        assert filled.shop_state.named("BAOR01").quantity == 3
        assert filled.shop_state.named("BAOR02").quantity == 10
        [moved] = filled.journal.of(messages.CHANGED_SINCE_PREVIEW)
        assert moved.values["label"] == "BAOR02"


class TestFailures:
    def test_a_fault_of_our_own_ends_the_run_without_its_data(self, filled: World) -> None:
        filled.company.levels["BAOR03"] = [replace(a_level("BAOR03"), physical=Decimal("NaN"))]
        report = filled.run("export-stock", full=True)
        assert (report.run.status, report.failure) == (RunStatus.FAILED, FailureKind.BUG)
        assert report.run.problem
        assert report.run.problem.message is messages.UNEXPECTED
        assert set(report.run.problem.values) == {"kind", "place"}

    def test_a_wrong_setting_stops_before_writing(self, filled: World) -> None:
        filled.configure({"articles.taxes.accounting_category": 9})
        filled.company.put(an_article("NEW01"))
        report = filled.run("export-products")
        assert report.failure is FailureKind.CONFIGURATION
        assert report.requests.write == 0

    def test_an_unreachable_shop_fails_the_run_and_leaves_the_mark(self, filled: World) -> None:
        before = filled.store.marks.get("export-stock")
        filled.pass_time(hours=5)
        filled.shop.faults.is_down = True
        report = filled.run("export-stock")
        assert (report.run.status, report.failure) == (RunStatus.FAILED, FailureKind.TRANSIENT)
        assert filled.store.marks.get("export-stock") == before

    def test_an_unknown_capability_is_refused_with_those_that_exist(self, world: World) -> None:
        with pytest.raises(ConfigurationError) as refusal:
            world.run("export-everything")
        assert "export-stock" in refusal.value.values["known"]

    def test_another_run_on_the_same_resource_is_named(self, world: World) -> None:
        held = world.store.leases.hold(["shop:boutique:stock"], "other/export-stock/1")
        with held, pytest.raises(BusyError) as busy:
            world.run("export-stock")
        assert busy.value.values["holder"] == "other/export-stock/1"

    def test_leases_are_given_back_after_a_failure(self, filled: World) -> None:
        filled.shop.faults.is_down = True
        filled.run("export-stock")
        assert filled.store.leases.holders() == []


class TestStop:
    def test_what_was_done_before_is_kept_and_the_rest_comes_later(self, world: World) -> None:
        world.company.put(*(an_article(f"A{number}") for number in range(12)))
        answers = iter([False] * 3 + [True])
        report = world.run("export-products", should_stop=lambda: next(answers))
        assert (report.run.status, report.run.problem.message) == (RunStatus.FAILED, messages.STOPPED)
        made = len(world.shop_state.products)
        assert 0 < made < 12
        assert report.run.counts.created == made
        assert world.store.marks.get("export-products") is None
        assert world.counts("export-products") == {"created": 12 - made, "unchanged": made}

    def test_a_stop_while_reading_writes_nothing(self, world: World) -> None:
        world.company.put(an_article())
        report = world.run("export-products", should_stop=lambda: True)
        assert (report.run.problem.message, report.requests.write) == (messages.STOPPED, 0)


@pytest.mark.spec("design:14")
class TestIdentity:
    def test_another_shop_is_refused_before_anything_is_written(self, filled: World) -> None:
        filled.shop_state.identity = "another"
        filled.company.put_levels(a_level("BAOR01", 3))
        report = filled.run("export-stock", full=True)
        assert report.run.problem.message is messages.OTHER_SHOP
        assert report.requests.write == 0

    def test_another_company_too(self, filled: World) -> None:
        filled.company.identity = "SOMEBODY ELSE"
        assert filled.run("export-stock").run.problem.message is messages.OTHER_COMPANY

    def test_missing_rights_are_named(self, filled: World) -> None:
        filled.shop.missing_rights = (MissingRight(resource="products", method="PUT"),)
        report = filled.run("export-stock")
        assert report.run.problem.values["rights"] == "products (PUT)"


def test_a_run_that_was_queued_before_keeps_its_id(world: World) -> None:
    report = run(RunRequest(capability="export-stock", id="queued-1", mode=RunMode.APPLY), world.session)
    assert world.store.runs.get("queued-1").status is report.run.status is RunStatus.SUCCESS
