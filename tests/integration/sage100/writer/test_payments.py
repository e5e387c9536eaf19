"""Down payments on documents."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from bookkeeping import check_document
from drafts import draft, line, payment
from sqlalchemy import delete, update

from navette.domain.errors import RefusedError
from navette.erp.sage100.tables import F_CREGLEMENT, F_DOCREGL, F_JOURNAUX, F_REGLECH, P_COLREGLEMENT


@pytest.mark.spec("ORD-PAY-1", "ORD-MAP-3")
def test_a_deposit_a_payment_and_their_link(writer, books):
    writer.write(draft(line(price="100"), payments=(payment("120"),)))
    deposit, received, link = books.row(F_DOCREGL), books.row(F_CREGLEMENT), books.row(F_REGLECH)
    assert (deposit["DR_TypeRegl"], deposit["DR_Montant"], deposit["DR_Libelle"]) == (0, 120, "John DOE - 187")
    assert (deposit["DO_Type"], deposit["DO_Piece"], deposit["N_Reglement"]) == (1, "BC00001", 2)
    assert deposit["DR_Date"] == datetime(2026, 11, 21)
    assert (received["RG_Montant"], received["RG_Type"], received["RG_TypeReg"], received["RG_Impute"]) == (
        120,
        0,
        1,
        1,
    )
    assert (received["JO_Num"], received["CG_Num"], received["CG_NumCont"]) == ("BNP", "4110000", "5121000")
    assert (received["CT_NumPayeur"], received["RG_Reference"], received["RG_Piece"]) == ("CLIENT", "TXN-1", "41")
    assert (link["RG_No"], link["DR_No"], link["RC_Montant"]) == (received["RG_No"], deposit["DR_No"], 120)
    assert (link["cbRG_No"], link["cbDR_No"]) == (link["RG_No"], link["DR_No"])
    assert books.row(P_COLREGLEMENT)["CR_Numero01"] == "42"
    assert check_document(books, 1, "BC00001")["DO_NetAPayer"] == 0


def test_several_payments(writer, books):
    writer.write(draft(line(price="100"), payments=(payment("50"), payment("30", mode=1, journal="CHQ"))))
    assert [row["RG_Piece"] for row in books.rows(F_CREGLEMENT)] == ["41", "42"]
    assert [row["CG_NumCont"] for row in books.rows(F_CREGLEMENT)] == ["5121000", "5112000"]
    assert check_document(books, 1, "BC00001")["DO_NetAPayer"] == 40


def test_a_general_account_of_the_mapping_goes_first(writer, books):
    writer.write(draft(payments=(payment("12", general_account="5112000"),)))
    assert books.row(F_CREGLEMENT)["CG_NumCont"] == "5112000"


def test_without_a_journal_the_one_last_used_for_the_mode_is_taken(writer, books):
    writer.write(draft(payments=(payment("12", journal="CHQ"),)))
    writer.write(draft(payments=(payment("12", journal=""),)))
    assert [row["JO_Num"] for row in books.rows(F_CREGLEMENT)] == ["CHQ", "CHQ"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"mode": 9}, "ERP-PAY-003"),
        ({"journal": "XX"}, "ERP-PAY-001"),
        ({"journal": "VTE"}, "ERP-PAY-001"),
        ({"journal": ""}, "ERP-PAY-004"),
    ],
)
def test_refusals(writer, books, values, code):
    with pytest.raises(RefusedError) as refusal:
        writer.write(draft(payments=(payment("12", **values),)))
    assert refusal.value.code == code
    assert books.rows(F_DOCREGL) == books.rows(F_CREGLEMENT) == []


def test_a_dormant_journal_is_not_used(writer, books):
    books.change(update(F_JOURNAUX).where(F_JOURNAUX.c.JO_Num == "BNP").values(JO_Sommeil=1))
    with pytest.raises(RefusedError):
        writer.write(draft(payments=(payment("12"),)))


def test_a_company_without_payment_numbers(writer, books):
    books.change(delete(P_COLREGLEMENT))
    with pytest.raises(RefusedError) as refusal:
        writer.write(draft(payments=(payment("12"),)))
    assert refusal.value.code == "ERP-PAY-002"


def test_in_a_foreign_currency_both_amounts_are_kept(writer, books):
    drafted = draft(line(price="110"), currency=2, currency_rate=Decimal("1.1"))
    writer.write(replace(drafted, payments=(payment("132"),)))
    received = books.row(F_CREGLEMENT)
    assert (received["RG_Montant"], received["RG_MontantDev"], received["N_Devise"]) == (120, 132, 2)
    assert check_document(books, 1, "BC00001")["DO_NetAPayer"] == 0
