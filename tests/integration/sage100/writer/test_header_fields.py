"""Fields of a document that are set afterwards, such as a tracking number."""

from datetime import datetime

import pytest
from drafts import draft
from sqlalchemy import text, update

from navette.domain.errors import RefusedError
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE, cbSysLibre


@pytest.fixture
def order(writer):
    return writer.write(draft(reference="Web 1")).document


@pytest.mark.spec("UPD-TRK")
class TestFields:
    def test_texts_of_the_header(self, writer, books, order):
        writer.set_fields(order, {"DO_Coord02": "Colis n° 6A12345678901234567890", "DO_RefExterne": "6A"})
        header = books.row(F_DOCENTETE)
        assert (header["DO_Coord02"], header["DO_RefExterne"]) == ("Colis n° 6A12345678901234", "6A")
        assert header["DO_Ref"] == "Web 1"

    def test_the_reference_is_on_the_lines_too(self, writer, books, order):
        writer.set_fields(order, {"DO_Ref": "suivi 12345"})
        assert books.row(F_DOCENTETE)["DO_Ref"] == books.row(F_DOCLIGNE)["DO_Ref"] == "suivi 12345"

    def test_free_fields(self, writer, books, order):
        writer.set_fields(order, {"N° de suivi": "6A 123 “Łódź”", "Expédié le": "2026-11-25"})
        (row,) = books.sql('SELECT "N° de suivi", "Expédié le" FROM F_DOCENTETE')
        assert row == ("6A 123 “Lódz”", f"{datetime(2026, 11, 25)}.000000")

    def test_emptying_a_field(self, writer, books, order):
        writer.set_fields(order, {"N° de suivi": "x", "Expédié le": "2026-11-25"})
        writer.set_fields(order, {"N° de suivi": "", "Expédié le": ""})
        assert books.sql('SELECT "N° de suivi", "Expédié le" FROM F_DOCENTETE') == [("", None)]

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"Inconnu": "x"}, "ERP-TRF-006"),
            ({"DO_TotalTTC": "1"}, "ERP-TRF-006"),
            ({"cbMarq": "1"}, "ERP-TRF-006"),
            ({"Expédié le": "demain"}, "ERP-TRF-007"),
        ],
    )
    def test_refusals_change_nothing(self, writer, books, order, fields, code):
        before = books.row(F_DOCENTETE)
        with pytest.raises(RefusedError) as refusal:
            writer.set_fields(order, {"DO_Coord01": "x"} | fields)
        assert refusal.value.code == code
        assert books.row(F_DOCENTETE) == before

    def test_a_computed_field_is_not_written(self, writer, books, order):
        computed = update(cbSysLibre).where(cbSysLibre.c.CB_Name == "N° de suivi").values(CB_Formule="1+1")
        books.change(computed)
        with pytest.raises(RefusedError):
            writer.set_fields(order, {"N° de suivi": "x"})

    def test_a_document_that_is_gone_or_closed(self, writer, books, order):
        books.change(update(F_DOCENTETE).values(DO_Cloture=1))
        with pytest.raises(RefusedError) as closed:
            writer.set_fields(order, {"DO_Ref": "x"})
        books.change(text("DELETE FROM F_DOCLIGNE"))
        books.change(text("DELETE FROM F_DOCENTETE"))
        with pytest.raises(RefusedError) as gone:
            writer.set_fields(order, {"DO_Ref": "x"})
        assert [closed.value.code, gone.value.code] == ["ERP-TRF-002", "ERP-TRF-001"]
