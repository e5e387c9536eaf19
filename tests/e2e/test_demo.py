"""`navette demo`: the whole round trip as a person or a program starts it, in both languages."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

LOCALES = {"fr": "fr_FR.UTF-8", "en": "en_US.UTF-8"}
COUNTS = ["read", "created", "updated", "unchanged", "skipped", "waiting", "refused"]
RUN = ["run", "capability", "profile", "mode", "status", "counts", "requests", "seconds", "peak_rss_mb", "items"]
DOCUMENT = ["web_number", "piece", "type", "total_excl_tax", "total_incl_tax", "status"]
ORDER = ["id", "number", "total_paid", "status", "piece"]
EXPORTS = ["export-categories", "export-products", "export-prices", "export-stock", "export-order-status"]
WORDS = {
    "fr": ("Début de l'import des commandes", "Récapitulatif", "Où regarder"),
    "en": ("Start of the import of orders", "Summary", "Where to look"),
}
AMOUNT = re.compile(r"-?\d+\.\d{2}")


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


def command(folder: Path, *more: str) -> list[str]:
    program = Path(sys.executable).with_name("navette")
    return [str(program), "demo", "--headless", "--dir", str(folder), *more]


def environment(language: str) -> Mapping[str, str]:
    """That of a person whose system speaks a language."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NAVETTE_"))}
    return {**inherited, "LANG": LOCALES[language], "TERM": "xterm-256color", "COLUMNS": "160"}


@pytest.fixture(scope="module", params=LOCALES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def ended(language: str, tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The demo as a program reads it."""
    line = command(tmp_path_factory.mktemp("demo") / "essai", "--json")
    done = subprocess.run(
        line, env=environment(language), capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def result(ended: Ended) -> Any:
    assert ended.code == 0, ended.err[-2000:]
    return json.loads(ended.out)


class TestAsJson:
    def test_it_is_one_object_and_the_journal_stands_beside_it(self, ended: Ended, language: str) -> None:
        assert ended.code == 0, ended.err[-2000:]
        assert ended.out.count("\n") == 1
        assert isinstance(json.loads(ended.out), dict)
        assert WORDS[language][0] in ended.err
        assert not any(word in ended.err for other, words in WORDS.items() if other != language for word in words)

    def test_it_has_the_shape_of_the_contract(self, result: Any) -> None:
        assert {"runs", "documents", "orders"} <= set(result)
        for run in result["runs"]:
            assert list(run)[: len(RUN)] == RUN
            assert list(run["counts"]) == COUNTS
            assert run["counts"]["read"] == sum(run["counts"][name] for name in COUNTS[1:])
            assert set(run["requests"]) == {"read", "write"}
            assert run["status"] in {"success", "partial"}
        assert all(list(document) == DOCUMENT for document in result["documents"])
        assert all(list(order) == ORDER for order in result["orders"])

    def test_amounts_are_texts_of_two_places(self, result: Any) -> None:
        amounts = [document[name] for document in result["documents"] for name in DOCUMENT[3:5]]
        amounts += [order["total_paid"] for order in result["orders"]]
        assert all(isinstance(amount, str) and AMOUNT.fullmatch(amount) for amount in amounts), amounts

    def test_every_order_has_its_document_to_the_cent(self, result: Any) -> None:
        documents = {document["web_number"]: document for document in result["documents"]}
        assert len(result["documents"]) == len(documents) == len(result["orders"]) >= 8
        for order in result["orders"]:
            document = documents[order["id"]]
            assert Decimal(document["total_incl_tax"]) == Decimal(order["total_paid"]) > 0
            assert Decimal(document["total_excl_tax"]) <= Decimal(document["total_incl_tax"])
            assert order["piece"] == document["piece"]

    def test_the_documents_are_of_different_kinds(self, result: Any) -> None:
        assert {"quote", "order", "invoice"} <= {document["type"] for document in result["documents"]}

    def test_one_order_waited_and_was_replayed(self, result: Any) -> None:
        first, replayed = (run["counts"] for run in result["runs"] if run["capability"] == "import-orders")
        assert first["waiting"] == replayed["read"] == replayed["created"] == 1
        assert first["created"] + 1 == len(result["orders"])

    def test_the_last_pass_of_every_export_sends_nothing(self, result: Any) -> None:
        last = result["runs"][-len(EXPORTS) :]
        assert [run["capability"] for run in last] == EXPORTS
        for run in last:
            assert (run["counts"]["created"], run["counts"]["updated"], run["requests"]["write"]) == (0, 0, 0)
            assert run["counts"]["unchanged"] == run["counts"]["read"] > 0
        assert result["faults"] == []


def test_in_a_terminal_progress_journal_and_summary_are_shown(language: str, tmp_path: Path) -> None:
    shown = in_terminal(command(tmp_path / "essai"), environment(language))
    assert all(word in shown for word in WORDS[language])
    assert "━" in shown, "a progress bar"
    assert shown.count("BC000") >= 8
    assert f"navette company orders {tmp_path}" in shown


def in_terminal(line: list[str], environ: Mapping[str, str]) -> str:
    """What a command writes into a terminal, without its colours; nobody sits at the keyboard."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(line, env=environ, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = b"".join(until_closed(ours))
    os.close(ours)
    assert process.returncode == 0, written[-2000:]
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written.decode("utf-8"))


def until_closed(terminal: int) -> Iterator[bytes]:
    try:
        while part := os.read(terminal, 65_536):
            yield part
    except OSError:  # Linux says so when the last writer has gone
        return
