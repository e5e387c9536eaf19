"""Companies on the command line: made, and looked into without SQL."""

from pathlib import Path

import pytest

from navette.demo.company import SMALLEST


def test_a_sample_company_is_made_and_shown(call, tmp_path: Path) -> None:
    file = tmp_path / "bijou.company"
    made = call("company", "create", file, "--articles", "120", "--seed", "7", "--json").object
    shown = call("company", "show", file, "--json").object
    assert (made["articles"], shown["articles"]) == (120, 120)
    assert made["customers"] == shown["customers"]
    assert "120 articles" in call("company", "show", file, "--lang", "fr").out


def test_the_same_seed_makes_the_same_company(call, tmp_path: Path) -> None:
    def listed(name: str, seed: int) -> object:
        call("company", "create", tmp_path / name, "--articles", "120", "--seed", seed)
        return call("company", "documents", tmp_path / name, "--json").object

    assert listed("one", 1) == listed("two", 1)
    assert listed("three", 2) != listed("one", 1)


def test_a_file_that_is_there_is_left_alone(call, sample: Path) -> None:
    answer = call("company", "create", sample, "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "ERP-CON-002"


def test_too_few_articles_are_refused(call, tmp_path: Path) -> None:
    answer = call("company", "create", tmp_path / "b.company", "--articles", "3", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "ERP-CMP-002"
    assert f"at least {SMALLEST}" in answer.object["error"]["remedy"]


def test_documents_are_listed_latest_first_with_amounts_as_text(call, sample: Path) -> None:
    documents = call("company", "documents", sample, "--limit", "10", "--json").object["documents"]
    assert len(documents) == 10
    assert [item["date"] for item in documents] == sorted((item["date"] for item in documents), reverse=True)
    assert all(isinstance(item["total_incl_tax"], str) for item in documents)
    assert "Incl. tax" in call("company", "documents", sample).out


def test_documents_of_one_kind_are_listed(call, sample: Path) -> None:
    documents = call("company", "documents", sample, "--kind", "invoice", "--json").object["documents"]
    assert {item["type"] for item in documents} == {"invoice"}
    answer = call("company", "documents", sample, "--kind", "facture", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "ERP-CMP-004"


def test_documents_of_web_orders_are_listed(call, sample: Path) -> None:
    documents = call("company", "orders", sample, "--json").object["documents"]
    assert documents
    assert all(item["web_number"] for item in documents)


def test_a_document_is_shown_with_its_lines_by_piece_or_web_number(call, sample: Path) -> None:
    [listed] = call("company", "orders", sample, "--limit", "1", "--json").object["documents"]
    by_piece = call("company", "show", sample, listed["piece"], "--json").object
    assert by_piece["web_number"] == listed["web_number"]
    assert by_piece["lines"]
    by_number = call("company", "show", sample, listed["web_number"], "--json").object
    assert by_number["web_number"] == listed["web_number"]
    assert listed["piece"] in call("company", "show", sample, listed["piece"], "--lang", "fr").out


def test_an_unknown_document_is_told(call, sample: Path) -> None:
    answer = call("company", "show", sample, "ZZ99999", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "ERP-CMP-003"


@pytest.mark.parametrize("command", ["show", "orders", "documents"])
def test_a_missing_file_is_told_with_its_remedy(call, tmp_path: Path, command: str) -> None:
    answer = call("company", command, tmp_path / "none.company")
    assert answer.code == 2
    assert "There is no company file at" in answer.err
    assert "navette company create" in answer.err


def test_what_is_no_company_is_told(call, tmp_path: Path) -> None:
    file = tmp_path / "text.company"
    file.write_text("not a company" * 100)
    assert call("company", "show", file, "--json").object["error"]["code"] == "ERP-CON-003"
