"""Piece numbers."""

import pytest
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update

from navette.domain.document import DocumentKind
from navette.domain.errors import RefusedError
from navette.erp.sage100.tables import F_DOCCURRENTPIECE, F_DOCENTETE, F_DOCLIGNE
from navette.erp.sage100.writer.numbering import next_piece


@pytest.mark.parametrize(
    ("piece", "following"),
    [
        ("BC00012", "BC00013"),
        ("BC00099", "BC00100"),
        ("BC99", "BC100"),
        ("2026-0009A7", "2026-0009A8"),
        ("7", "8"),
        ("WEB", None),
    ],
)
def test_the_digits_at_the_end_count_on(piece, following):
    assert next_piece(piece) == following


@given(st.from_regex(r"[A-Z-]{0,6}", fullmatch=True), st.integers(0, 10**6), st.integers(1, 7))
def test_prefix_and_zeros_stay(prefix, number, width):
    piece = prefix + str(number).zfill(width)
    following = next_piece(piece)
    assert following is not None
    assert following.startswith(prefix)
    assert int(following[len(prefix) :]) == number + 1
    assert len(following) >= len(piece)


def next_number(books, column=1, series=0):
    return books.row(F_DOCCURRENTPIECE, DC_IdCol=column, DC_Souche=series)["DC_Piece"]


@pytest.mark.spec("ORD-HDR-3")
class TestSeries:
    def test_each_kind_and_series_counts_for_itself(self, writer, books):
        pieces = [
            writer.write(draft()).document.piece,
            writer.write(draft(series=1)).document.piece,
            writer.write(draft(kind=DocumentKind.DELIVERY)).document.piece,
            writer.write(draft(series=1)).document.piece,
            writer.write(draft()).document.piece,
        ]
        assert pieces == ["BC00001", "WEB099", "BL00001", "WEB100", "BC00002"]
        assert (next_number(books), next_number(books, series=1)) == ("BC00003", "WEB101")
        assert {row["DO_Souche"] for row in books.rows(F_DOCENTETE, DO_Piece="WEB100")} == {1}

    def test_numbers_that_documents_have_are_passed_over(self, writer, books):
        for piece in ("BC00001", "BC00002"):
            books.change(insert(F_DOCENTETE).values(DO_Domaine=0, DO_Type=1, DO_Piece=piece, DO_Tiers="CLIENT"))
        assert writer.write(draft()).document.piece == "BC00003"
        assert next_number(books) == "BC00004"

    def test_the_number_of_an_order_that_was_delivered_is_not_given_again(self, writer, books):
        order = writer.write(draft()).document
        writer.transform(order, DocumentKind.DELIVERY, None)
        books.change(update(F_DOCCURRENTPIECE).where(F_DOCCURRENTPIECE.c.DC_IdCol == 1).values(DC_Piece="BC00001"))
        assert books.rows(F_DOCENTETE, DO_Piece="BC00001") == []
        assert writer.write(draft()).document.piece == "BC00002"

    def test_an_invoice_avoids_the_numbers_of_posted_ones(self, writer, books):
        books.change(insert(F_DOCENTETE).values(DO_Domaine=0, DO_Type=7, DO_Piece="FA00001", DO_Tiers="CLIENT"))
        assert writer.write(draft(kind=DocumentKind.INVOICE)).document.piece == "FA00002"

    def test_a_refused_document_leaves_no_gap(self, writer, books):
        from drafts import payment

        with pytest.raises(RefusedError):
            writer.write(draft(payments=(payment(10, mode=9),)))
        assert next_number(books) == "BC00001"

    def test_a_series_without_a_next_number(self, writer, books):
        books.change(delete(F_DOCCURRENTPIECE).where(F_DOCCURRENTPIECE.c.DC_IdCol == 2))
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(kind=DocumentKind.PREPARATION))
        assert refusal.value.code == "ERP-NUM-002"

    def test_a_series_whose_number_has_no_digits(self, writer, books):
        books.change(update(F_DOCCURRENTPIECE).where(F_DOCCURRENTPIECE.c.DC_IdCol == 1).values(DC_Piece="BC"))
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft())
        assert refusal.value.code == "ERP-NUM-002"

    def test_a_series_that_is_used_up(self, writer, books):
        full = "BC99999999999"
        books.change(update(F_DOCCURRENTPIECE).where(F_DOCCURRENTPIECE.c.DC_IdCol == 1).values(DC_Piece=full))
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft())
        assert refusal.value.code == "ERP-NUM-003"


def test_line_numbers_go_on_from_the_greatest(writer, books):
    writer.write(draft())
    books.change(update(F_DOCLIGNE).values(DL_No=500))
    writer.write(draft())
    assert [row["DL_No"] for row in books.rows(F_DOCLIGNE)] == [500, 501]
