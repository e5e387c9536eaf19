"""Another program holds the company file: the run says so and loses nothing; the next one writes each order once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial

import pytest
from deaths import IMPORT
from undisturbed import Undisturbed
from workbench import Workbench

from navette.erp.sage100 import dialect
from navette.erp.sage100.embedded import open_company

pytestmark = pytest.mark.spec("design:1", "design:13")


def test_the_run_ends_without_a_document_and_the_next_one_writes_them(
    bench: Workbench, undisturbed: Callable[[str], Undisturbed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "open_company", partial(open_company, busy_seconds=0.2))
    with closing(sqlite3.connect(bench.installation.company, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = [bench.run(IMPORT, language=language) for language in ("fr", "en")]
        other.execute("ROLLBACK")
    assert bench.shop.log.writes == 0
    for answer, told in zip(answers, ("Un autre programme", "Another program"), strict=True):
        assert (answer.code, answer.object["error"]["kind"]) == (1, "transient")
        assert answer.object["error"]["remedy"]
        assert told in answer.err
        assert str(bench.installation.company) in answer.err
    cured = bench.run(IMPORT)
    assert (cured.code, cured.object["status"]) == (0, "success"), cured.object
    whole = undisturbed(IMPORT)
    assert whole.states_of(bench.installation) == whole.states
