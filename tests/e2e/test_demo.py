"""`navette demo`: the whole round trip as a person or a program starts it, in both languages."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
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
FEW = "70"
AMOUNT = re.compile(r"-?\d+\.\d{2}")


def command(folder: Path, *more: str) -> list[str]:
    program = Path(sys.executable).with_name("navette")
    return [str(program), "demo", "--headless", "--dir", str(folder), *more]


def environment(language: str) -> Mapping[str, str]:
    """That of a person whose system speaks a language."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NAVETTE_"))}
    return {**inherited, "LANG": LOCALES[language], "TERM": "xterm-256color", "COLUMNS": "160"}


@pytest.mark.parametrize("language", LOCALES)
def test_as_json_it_is_one_object_and_the_journal_stands_beside_it(language: str, tmp_path: Path) -> None:
    line = command(tmp_path / "essai", "--json")
    ended = subprocess.run(
        line, env=environment(language), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert ended.stdout.count("\n") == 1
    assert WORDS[language][0] in ended.stderr
    assert not any(word in ended.stderr for other, words in WORDS.items() if other != language for word in words)
    result = json.loads(ended.stdout)
    check_shape(result)
    check_amounts(result)
    check_documents(result)
    check_quarantine(result)
    check_last_pass(result)


def check_shape(result: Any) -> None:
    """The shape of the contract."""
    assert {"runs", "documents", "orders"} <= set(result)
    for run in result["runs"]:
        assert list(run)[: len(RUN)] == RUN
        assert list(run["counts"]) == COUNTS
        assert run["counts"]["read"] == sum(run["counts"][name] for name in COUNTS[1:])
        assert set(run["requests"]) == {"read", "write"}
        assert run["status"] in {"success", "partial"}
    assert all(list(document) == DOCUMENT for document in result["documents"])
    assert all(list(order) == ORDER for order in result["orders"])


def check_amounts(result: Any) -> None:
    """Amounts are texts of two places."""
    amounts = [document[name] for document in result["documents"] for name in DOCUMENT[3:5]]
    amounts += [order["total_paid"] for order in result["orders"]]
    assert all(isinstance(amount, str) and AMOUNT.fullmatch(amount) for amount in amounts), amounts


def check_documents(result: Any) -> None:
    """Every order has one document, to the cent, of different kinds."""
    documents = {document["web_number"]: document for document in result["documents"]}
    assert len(result["documents"]) == len(documents) == len(result["orders"]) >= 8
    for order in result["orders"]:
        document = documents[order["id"]]
        assert Decimal(document["total_incl_tax"]) == Decimal(order["total_paid"]) > 0
        assert Decimal(document["total_excl_tax"]) <= Decimal(document["total_incl_tax"])
        assert order["piece"] == document["piece"]
    assert {"quote", "order", "invoice"} <= {document["type"] for document in result["documents"]}


def check_quarantine(result: Any) -> None:
    """One order waited, was replayed alone and has its document."""
    first, replayed = (run["counts"] for run in result["runs"] if run["capability"] == "import-orders")
    assert first["waiting"] == replayed["read"] == replayed["created"] == 1
    assert first["created"] + 1 == len(result["orders"])


def check_last_pass(result: Any) -> None:
    """Every export once more, and nothing is sent."""
    last = result["runs"][-len(EXPORTS) :]
    assert [run["capability"] for run in last] == EXPORTS
    for run in last:
        assert (run["counts"]["created"], run["counts"]["updated"], run["requests"]["write"]) == (0, 0, 0)
        assert run["counts"]["unchanged"] == run["counts"]["read"] > 0
    assert result["faults"] == []


@pytest.mark.parametrize("language", LOCALES)
def test_in_a_terminal_progress_journal_and_summary_are_shown(language: str, tmp_path: Path) -> None:
    shown = in_terminal(command(tmp_path / "essai", "--articles", FEW), environment(language))
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
