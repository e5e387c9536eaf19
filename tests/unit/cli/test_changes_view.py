"""Changes of a record as a person reads them."""

import pytest

from navette.cli.changes_view import change_line, kind_and_state
from navette.cli.output import Output
from navette.domain.binding import Aspect
from navette.domain.messages.changes import CHANGE_NAMES
from navette.i18n import Language
from navette.ports.shop import EffectKind


@pytest.mark.parametrize(
    ("change", "language", "text"),
    [
        (("stock", "0", "12"), Language.FRENCH, "stock : 0 → 12"),
        (("price", "", "1250.000000"), Language.FRENCH, "prix HT : 1\u202f250,00"),
        (("price", "250.000000", "19.958333"), Language.ENGLISH, "price excl. tax: 250.00 → 19.958333"),
        (("texts", "1a2b3c4d", "*"), Language.FRENCH, "nom et descriptions : envoi du nouvel état"),
        (("document", "", "order:1"), Language.FRENCH, "document : Commande, confirmé"),
        (("document", "", "BC00044"), Language.ENGLISH, "document: BC00044"),
        (("of_tomorrow", "", "x"), Language.ENGLISH, "of_tomorrow: x"),
    ],
)
def test_a_change_is_written(change: tuple[str, str, str], language: Language, text: str) -> None:
    assert change_line(change, Output(language)) == text


def test_every_aspect_and_effect_has_a_word() -> None:
    assert {*Aspect, *EffectKind} - CHANGE_NAMES.keys() == set()


@pytest.mark.parametrize(("text", "words"), [("quote:0", "Quote, entered"), ("receipt:1", "receipt:1"), ("x", "x")])
def test_a_document_with_its_state_in_words(text: str, words: str) -> None:
    assert kind_and_state(text, Output(Language.ENGLISH)) == words
