"""Texts that the shop takes, and one text in every language."""

import pytest

from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages
from navette.shops.prestashop.mapper import texts
from navette.shops.prestashop.mapper.texts import checked, in_every_language, lacks_language, slug_of, summary_rule

LANGUAGES = {"2": "fr", "1": "en"}


class TestChecked:
    @pytest.mark.spec("POL-ART-2")
    def test_a_forbidden_character_is_told_with_its_field(self) -> None:
        with pytest.raises(RefusedError) as caught:
            checked("name", "Bague = <or>; #1", texts.PRODUCT_NAME)
        assert caught.value.message is messages.FORBIDDEN_CHARACTERS
        assert caught.value.values == {"field": "name", "characters": "# ; < = >"}

    @pytest.mark.spec("POL-ART-2")
    def test_cleaning_takes_them_out_without_gluing_words(self) -> None:
        assert checked("name", "Bague=<or>; n°1", texts.PRODUCT_NAME, cleans=True) == "Bague or n°1"

    def test_a_text_over_its_length_is_told(self) -> None:
        with pytest.raises(RefusedError) as caught:
            checked("name", "x" * 129, texts.PRODUCT_NAME)
        assert caught.value.values == {"field": "name", "length": "129", "limit": "128"}

    def test_cleaning_shortens_it(self) -> None:
        assert checked("name", "x" * 200, texts.PRODUCT_NAME, cleans=True) == "x" * 128

    def test_the_short_description_is_measured_without_its_tags(self) -> None:
        text = "<p>" + "x" * 10 + "</p>"
        assert checked("summary", text, summary_rule(10)) == text
        with pytest.raises(RefusedError):
            checked("summary", "<p>" + "x" * 11 + "</p>", summary_rule(10), cleans=True)

    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            (texts.META_TITLE, "Prix: 10 # 20; ok"),
            (texts.REFERENCE, "ART/001-#A"),
            (texts.BARCODE, "4006381333931"),
            (texts.DESCRIPTION, "<p>a = b; {c}</p>"),
        ],
    )
    def test_what_each_field_takes(self, rule: texts.TextRule, text: str) -> None:
        assert checked("field", text, rule) == text


class TestLanguages:
    @pytest.mark.spec("ART-TXT-3")
    def test_a_new_record_has_a_text_in_every_language(self) -> None:
        assert in_every_language({"fr": "Bague"}, LANGUAGES) == {"2": "Bague", "1": "Bague"}
        assert in_every_language({"en": "Ring", "fr": "Bague"}, LANGUAGES) == {"2": "Bague", "1": "Ring"}

    def test_an_existing_text_of_a_language_that_is_not_sent_stays(self) -> None:
        now = {"2": "Ancienne", "1": "Old"}
        assert in_every_language({"fr": "Bague", "en": None}, LANGUAGES, now) == {"2": "Bague", "1": "Old"}

    def test_an_empty_text_empties_its_language(self) -> None:
        assert in_every_language({"fr": "", "en": "x"}, LANGUAGES, {}) == {"2": "", "1": "x"}

    def test_nothing_to_send(self) -> None:
        assert in_every_language({"fr": None}, LANGUAGES) is None
        assert in_every_language({"de": "Ring"}, LANGUAGES) is None

    def test_a_shop_with_one_language_gives_a_plain_text(self) -> None:
        assert in_every_language({"en": "Ring"}, LANGUAGES, {"": "Bague"}) == {"2": "Bague", "1": "Ring"}

    @pytest.mark.parametrize(
        ("given", "lacks"),
        [
            ({"fr": "a", "en": "b"}, False),
            ({"fr": "a"}, True),
            ({"fr": "a", "en": None}, True),
            ({"fr": None}, False),
            ({}, False),
        ],
    )
    def test_when_the_present_texts_are_needed(self, given: dict[str, str | None], lacks: bool) -> None:
        assert lacks_language(given, LANGUAGES) is lacks


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Bague été N° 12", "bague-ete-ndeg-12"), ("  ", ""), ("Œuvre d'art", "oeuvre-d-art"), ("a" * 200, "a" * 128)],
)
def test_a_friendly_address(text: str, slug: str) -> None:
    assert slug_of(text) == slug
