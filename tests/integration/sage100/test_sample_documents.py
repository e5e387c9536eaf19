"""Documents of the sample company: totals, numbers, ancestors, payments, entries."""

from collections import defaultdict
from decimal import Decimal

import pytest
from sqlalchemy import select, union_all

from navette.demo.audit import audit_sales
from navette.erp.sage100.tables import (
    F_CREGLEMENT,
    F_DOCCURRENTPIECE,
    F_DOCENTETE,
    F_DOCLIGNE,
    F_DOCREGL,
    F_ECRITUREC,
    F_REGLECH,
)

SALES_TYPES = {0, 1, 2, 3, 4, 6, 7}


@pytest.fixture(scope="module")
def audited(sample):
    with sample.connect() as connection:
        return list(audit_sales(connection))


def rows(sample, *columns):
    with sample.connect() as connection:
        return connection.execute(select(*columns)).all()


def test_stored_amounts_are_those_that_the_audit_computes(audited):
    assert {document.kind for document in audited} == SALES_TYPES
    assert [document for document in audited if document.disagreements] == []


def test_purchases_and_entries_have_the_total_of_their_lines(sample):
    sums = defaultdict(Decimal)
    for kind, piece, amount in rows(sample, F_DOCLIGNE.c.DO_Type, F_DOCLIGNE.c.DO_Piece, F_DOCLIGNE.c.DL_MontantHT):
        sums[kind, piece] += amount
    headers = rows(sample, F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCENTETE.c.DO_TotalHT)
    assert {kind for kind, _, _ in headers} == SALES_TYPES | {12, 13, 20}
    assert {(kind, piece): total for kind, piece, total in headers} == sums


def test_several_rates_a_discount_and_a_footer_are_among_them(sample, audited):
    invoice = next(document for document in audited if document.kind == 6 and document.account == "GROSBESAN")
    with sample.connect() as connection:
        header = connection.execute(
            select(F_DOCENTETE.c.DO_TxEscompte, F_DOCENTETE.c.DO_ValFrais, F_DOCENTETE.c.DO_TotalTTC).where(
                F_DOCENTETE.c.DO_Piece == invoice.piece
            )
        ).one()
        codes = connection.scalars(
            select(F_DOCLIGNE.c.DL_CodeTaxe1).where(F_DOCLIGNE.c.DO_Piece == invoice.piece).distinct()
        ).all()
    assert header == (Decimal(2), Decimal(29), invoice.total_incl_tax)
    assert set(codes) == {"V20", "V55"}


def test_lines_are_ten_thousand_apart(sample):
    positions = defaultdict(list)
    for kind, piece, position in rows(sample, F_DOCLIGNE.c.DO_Type, F_DOCLIGNE.c.DO_Piece, F_DOCLIGNE.c.DL_Ligne):
        positions[kind, piece].append(position)
    for found in positions.values():
        assert sorted(found) == [10_000 * place for place in range(1, len(found) + 1)]


def test_the_next_numbers_are_free_of_documents_and_ancestors(sample):
    ancestors = [F_DOCLIGNE.c[f"DL_Piece{stage}"] for stage in ("BC", "PL", "BL", "DE")]
    with sample.connect() as connection:
        used = set(connection.scalars(union_all(select(F_DOCENTETE.c.DO_Piece), *(select(name) for name in ancestors))))
        current = connection.execute(select(F_DOCCURRENTPIECE)).mappings().all()
    upcoming = {(row["DC_Domaine"], row["DC_IdCol"], row["DC_Souche"]): row["DC_Piece"] for row in current}
    assert not used & set(upcoming.values())
    assert upcoming[0, 1, 0].startswith("BC")
    assert upcoming[0, 1, 1] == "WBC00001"
    assert {column for domain, column, _ in upcoming if domain == 0} == set(range(9))


@pytest.mark.spec("UPD-PEN")
def test_an_order_delivered_in_part_leaves_both_documents_with_its_web_number(sample):
    with sample.connect() as connection:
        documents = connection.execute(
            select(F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCENTETE.c.DO_Reliquat)
            .where(F_DOCENTETE.c.DO_NoWeb == "900001")
            .order_by(F_DOCENTETE.c.DO_Type)
        ).all()
        ancestor = connection.scalar(select(F_DOCLIGNE.c.DL_PieceBC).where(F_DOCLIGNE.c.DO_Piece == documents[1][1]))
    assert [(kind, remainder) for kind, _, remainder in documents] == [(1, 1), (3, 0)]
    assert ancestor == documents[0][1]


def test_entries_balance(sample):
    balances = defaultdict(Decimal)
    matched = defaultdict(Decimal)
    for piece, side, amount, account, letter in rows(
        sample,
        F_ECRITUREC.c.EC_Piece,
        F_ECRITUREC.c.EC_Sens,
        F_ECRITUREC.c.EC_Montant,
        F_ECRITUREC.c.CT_Num,
        F_ECRITUREC.c.EC_Lettrage,
    ):
        signed = amount if side == 0 else -amount
        balances[piece] += signed
        if letter:
            matched[account, letter] += signed
    assert len(balances) > 5
    assert set(balances.values()) == {Decimal(0)}
    assert matched
    assert set(matched.values()) == {Decimal(0)}


def test_some_customers_owe_something(sample):
    with sample.connect() as connection:
        open_entries = connection.scalars(
            select(F_ECRITUREC.c.EC_Montant).where(F_ECRITUREC.c.CT_Num == "GROSBESAN", F_ECRITUREC.c.EC_Lettre == 0)
        ).all()
    assert open_entries


def test_payments_are_allocated_in_full_and_documents_know_it(sample):
    allocated = defaultdict(Decimal)
    paid = defaultdict(Decimal)
    for payment, kind, piece, amount in rows(
        sample, F_REGLECH.c.RG_No, F_REGLECH.c.DO_Type, F_REGLECH.c.DO_Piece, F_REGLECH.c.RC_Montant
    ):
        allocated[payment] += amount
        paid[kind, piece] += amount
    assert dict(rows(sample, F_CREGLEMENT.c.RG_No, F_CREGLEMENT.c.RG_Montant)) == allocated
    settled = {
        (kind, piece): amount
        for kind, piece, amount in rows(
            sample, F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCENTETE.c.DO_MontantRegle
        )
        if amount
    }
    assert settled == paid


def test_a_deposit_is_on_its_order(sample):
    deposits = [
        (kind, amount)
        for kind, regulation, amount in rows(
            sample, F_DOCREGL.c.DO_Type, F_DOCREGL.c.DR_TypeRegl, F_DOCREGL.c.DR_Montant
        )
        if regulation == 0
    ]
    assert deposits == [(1, Decimal(20))]
