"""Runs on the command line, against a simulated shop."""

import json

import pytest

from navette.store import open_store

CONTRACT = [
    "run",
    "capability",
    "profile",
    "mode",
    "status",
    "counts",
    "requests",
    "seconds",
    "peak_rss_mb",
    "items",
    "error",
]
COUNTS = ["read", "created", "updated", "unchanged", "skipped", "waiting", "refused"]


def test_a_run_prints_the_object_of_the_contract(call, profile: str) -> None:
    answer = call("run", "export-categories", "--profile", profile, "--json")
    assert answer.code == 0, answer.err
    result = answer.object
    assert list(result) == CONTRACT
    assert list(result["counts"]) == COUNTS
    assert (result["capability"], result["profile"], result["status"]) == ("export-categories", "bijou", "success")
    assert result["counts"]["read"] == sum(result["counts"][name] for name in COUNTS[1:])
    assert set(result["requests"]) == {"read", "write"}
    assert "Start of the export" in answer.err


def test_the_journal_is_live_in_the_reader_s_language_and_kept(call, profile: str) -> None:
    answer = call("run", "export-categories", "--full", "--lang", "fr")
    assert answer.code == 0, answer.err
    assert "Catégories" in answer.out or "catégories" in answer.out
    run = call("runs", "--json").object["runs"][0]
    kept = call("journal", run["run"][:8], "--json").object
    assert kept["run"] == run["run"]
    assert {"at", "level", "record", "code", "message", "remedy"} == set(kept["lines"][0]) if kept["lines"] else True


def test_a_preview_writes_nothing(call, profile: str, shop) -> None:
    result = call("run", "export-products", "--preview", "--only", "BAOR01", "--items", "--json").object
    assert result["mode"] == "preview"
    assert result["requests"]["write"] == 0


def test_several_references_may_follow_only(call, profile: str) -> None:
    references = ["BAOR01", "CHAAR/VAR", "NOSUCH"]
    result = call("run", "export-stock", "--preview", "--only", *references, "--items", "--json").object
    assert result["status"] in {"success", "partial"}
    more = call("run", "export-stock", "BAOR01", "--json")
    assert more.code == 2
    assert more.object["error"]["code"] == "CLI-USE-009"


def test_items_are_listed_in_the_terminal(call, profile: str) -> None:
    answer = call("run", "export-categories", "--preview", "--full", "--items")
    assert answer.code == 0
    assert "Before → after" in answer.out


def test_an_unknown_capability_lists_those_that_exist(call, profile: str) -> None:
    answer = call("run", "export-dreams", "--json")
    assert answer.code == 2
    assert list(answer.object) == CONTRACT
    assert "export-stock" in answer.object["error"]["message"]


def test_a_run_with_missing_settings_says_which(call, profile: str) -> None:
    call("profile", "set", profile, "customers.import.template=", "orders.lines.gap_article=")
    answer = call("run", "import-orders", "--json")
    assert answer.code == 2
    assert answer.object["counts"]["read"] == 0
    assert "Template customer (customers.import.template)" in answer.object["error"]["message"]
    assert "Gap article (orders.lines.gap_article)" in answer.object["error"]["message"]


def test_one_missing_setting_lists_where_it_was_searched(call, profile: str) -> None:
    call("profile", "set", profile, "shop.key=")
    answer = call("run", "export-stock")
    assert answer.code == 2
    assert "NAVETTE_OPT_SHOP_KEY" in answer.err
    assert "navette profile set bijou shop.key=" in answer.err


def test_a_shop_that_cannot_be_reached_fails_the_run(call, profile: str, monkeypatch) -> None:
    monkeypatch.setenv("NAVETTE_OPT_SHOP_URL", "http://127.0.0.1:9")
    answer = call("run", "export-stock", "--json")
    assert answer.code == 1
    assert (answer.object["status"], answer.object["error"]["kind"]) == ("failed", "transient")
    assert "Traceback" not in answer.err


def test_a_busy_shop_names_who_is_at_work(call, profile: str, data_folder) -> None:
    store = open_store(data_folder, "").of_profile(profile)
    shop = store.leases
    resource = next(iter(_resources(profile, data_folder)))
    with shop.hold([resource], "bijou/export-stock/somebody"):
        answer = call("run", "export-stock", "--json")
    assert answer.code == 4
    assert answer.object["error"]["code"] == "STO-LEASE-001"
    assert "somebody" in answer.object["error"]["message"]


def _resources(profile: str, data_folder) -> list[str]:
    from navette.application.export_stock import ExportStock

    record = open_store(data_folder, "").profiles.get(profile)
    return [text.format(company=record.company.name, shop=record.shop.name) for text in ExportStock.resources]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_runs_are_listed(call, profile: str, language: str) -> None:
    call("run", "export-categories", "--preview")
    answer = call("runs", "--profile", profile, "--limit", "5", "--lang", language)
    assert answer.code == 0
    assert "export-categories" in answer.out
    assert {"fr": "réussi (aperçu)", "en": "succeeded (preview)"}[language] in answer.out
    assert {"fr": "\u00a0: 136", "en": ": 136"}[language] in answer.out
    listed = call("runs", "--json").object["runs"]
    assert {"run", "status", "counts", "started_at", "ended_at", "requested_by"} <= set(listed[0])


def test_an_unknown_run_is_told(call, profile: str) -> None:
    answer = call("journal", "no-such-run", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "STO-RUN-001"


def test_without_profiles_there_are_no_runs(call) -> None:
    assert call("runs").out == "There has been no run yet.\n"
    assert call("journal", "x").code == 2


def test_nothing_but_the_object_is_on_the_standard_output(call, profile: str) -> None:
    answer = call("run", "export-categories", "--json", "--items", "--full")
    assert answer.out.count("\n") == 1
    json.loads(answer.out)
