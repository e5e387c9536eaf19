"""The piece number among the merchant's own notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.shops.prestashop.mapper.note import piece_in, with_piece

LINES = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20), max_size=5)


@pytest.mark.spec("UPD-NUM")
@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("", "Navette: BC1"),
        ("Appeler avant\nCode 12", "Appeler avant\nCode 12\nNavette: BC1"),
        ("a\nNavette: BC0\nb", "a\nNavette: BC1\nb"),
        ("a\r\n  Navette:  BC0 \r\nb", "a\nNavette: BC1\nb"),
    ],
)
def test_our_line_is_added_or_replaced_and_the_others_stay(note: str, written: str) -> None:
    assert with_piece(note, "BC1") == written


@given(LINES, st.sampled_from(["BC00219", "FA 1"]))
def test_what_was_written_is_read_back_and_a_repeat_changes_nothing(lines: list[str], piece: str) -> None:
    written = with_piece("\n".join(lines), piece)
    assert piece_in(written) == piece
    assert with_piece(written, piece) == written


def test_without_a_number_our_line_goes() -> None:
    assert with_piece("a\nNavette: BC0\nb", "") == "a\nb"
    assert piece_in("a\nb") == ""
