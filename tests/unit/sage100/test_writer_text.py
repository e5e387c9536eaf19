"""Texts as Sage stores them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.erp.sage100.writer.text import code, fit, long_text, one_line, to_windows_1252, wrapped


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("Élodie Müller-Ñúñez", "Élodie Müller-Ñúñez"),
        ("cœur « d\u2019Ægir » \u2013 5 €…", "cœur « d\u2019Ægir » \u2013 5 €…"),
        ("e\u0301clat", "éclat"),
        ("Łukasz Wałęsa", "Lukasz Walesa"),
        ("Наталья", "Natal'ia"),
        ("≥ 3 mm", ">= 3 mm"),
        ("ring 💍", "ring "),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\xadhyphen", "softhyphen"),
        ("half \ud83d", "half "),
        ("bell\x07", "bell "),
    ],
)
def test_only_what_windows_1252_lacks_is_replaced(given_text, stored):
    assert to_windows_1252(given_text) == stored


def test_a_text_is_measured_after_its_letters_were_replaced():
    assert fit("Щщщ", 4) == "Shch"  # one letter became four
    assert fit("½ Straße", 8) == "½ Straße"


def test_cutting_leaves_no_blank_at_the_end():
    assert fit("a bc", 2) == "a"


def test_a_short_text_has_one_line():
    assert one_line("  rue de\r\n\tl\u2019Église ") == "rue de l\u2019Église"


def test_a_long_text_keeps_its_lines():
    assert long_text("Bonjour,\n\nmerci\u2028à vous \n") == "Bonjour,\r\n\r\nmerci\r\nà vous"


@pytest.mark.parametrize(
    ("whole", "columns"),
    [
        ("12 rue de la Paix", ("12 rue de la Paix", "")),
        ("Bâtiment B, escalier 3, 12 rue de la Paix", ("Bâtiment B, escalier 3,", "12 rue de la Paix")),
        ("x" * 60, ("x" * 25, "x" * 25)),
    ],
)
def test_an_address_line_goes_on_in_the_next_column(whole, columns):
    assert wrapped(whole, 25, 25) == columns


def test_codes_are_in_capitals():
    assert code(" web12é ") == "WEB12É"


@given(st.text(max_size=80), st.integers(0, 40))
def test_whatever_comes_can_be_stored(text, length):
    stored = fit(text, length)
    assert len(stored.encode("cp1252")) == len(stored) <= length
    assert stored == stored.strip()
    assert fit(stored, length) == stored


@given(st.text(max_size=200))
def test_long_texts_can_be_stored(text):
    long_text(text).encode("cp1252")
