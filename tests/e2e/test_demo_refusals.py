"""The demo says so when something is wrong: a cent on one stored line, a folder that is taken."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from calls import navette
from sqlalchemy import text

from navette.cli import demo_view
from navette.demo.round_trip.demo import DemoFolder, opened_demo
from navette.demo.round_trip.shop_side import DemoShop
from navette.demo.round_trip.steps import Live, RoundTrip, Say
from navette.domain.messages import demo as messages
from navette.domain.messages.message import Message
from navette.erp.sage100.embedded import open_company, write_transaction
from navette.store import close_connections

FIRST_LINE = 10_000


@pytest.mark.parametrize("column", ["DL_MontantHT", "DL_MontantTTC"])
def test_one_cent_more_on_one_stored_line_makes_it_fail(
    column: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shifted: list[str] = []

    def opened(
        place: DemoFolder, shop: AbstractContextManager[DemoShop], articles: int, live: Live, say: Say
    ) -> AbstractContextManager[RoundTrip]:
        def told(message: Message, **values: object) -> None:
            if message is messages.LAST_PASS:
                shifted.append(shift_a_line(place.company, column))
            say(message, **values)

        return opened_demo(place, shop, articles, live, told)

    monkeypatch.setattr(demo_view, "opened_demo", opened)
    answer = navette("demo", "--headless", "--json", "--lang", "en", "--articles", "70", "--dir", tmp_path / "demo")
    close_connections()
    assert answer.code == 1
    [piece] = shifted
    assert any(fault.startswith(f"{piece}: line {FIRST_LINE}, {column}: ") for fault in answer.object["faults"])


def shift_a_line(company: Path, column: str) -> str:
    """Add a cent to one line of one document that came from an order; gives its piece."""
    chosen = "SELECT DO_Piece FROM F_DOCENTETE WHERE DO_Domaine = 0 AND DO_Type = 1 AND DO_NoWeb = '3'"
    change = f"UPDATE F_DOCLIGNE SET {column} = {column} + 0.01 WHERE DO_Piece = :piece AND DL_Ligne = {FIRST_LINE}"
    engine = open_company(company)
    with write_transaction(engine) as connection:
        piece = str(connection.scalars(text(chosen)).one())
        assert connection.execute(text(change), {"piece": piece}).rowcount == 1
    engine.dispose()
    return piece


@pytest.mark.parametrize(
    ("language", "sentence"), [("fr", "contient déjà une démonstration"), ("en", "holds a demo already")]
)
def test_a_folder_that_holds_a_demo_is_left_alone(language: str, sentence: str, tmp_path: Path) -> None:
    company = tmp_path / "company.sage100"
    company.write_text("mine")
    answer = navette("demo", "--headless", "--json", "--lang", language, "--dir", tmp_path)
    assert answer.code == 2
    assert answer.object["error"]["code"] == messages.FOLDER_TAKEN.code
    assert sentence in answer.object["error"]["message"]
    assert answer.object["error"]["remedy"]
    assert list(tmp_path.iterdir()) == [company]
    assert company.read_text() == "mine"
