"""The audit of a sales document, on figures worked out by hand."""

from decimal import Decimal

import pytest
from sage_rows import add_account, add_article, add_document, add_family, add_general_account, add_line
from sqlalchemy import insert, update

from navette.demo.audit import Disagreement, audit_sales
from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE, F_TAXE

TAXES = {"V20": ("20", 0, 0, 0), "V55": ("5.5", 0, 0, 0), "ECO": ("1", 2, 2, 0), "ENP": ("1", 2, 2, 1)}


@pytest.fixture
def base(company):
    with write_transaction(company) as connection:
        add_general_account(connection)
        add_family(connection)
        add_article(connection)
        add_account(connection)
        for number, (code, (rate, rate_kind, kind, uncollected)) in enumerate(TAXES.items(), start=1):
            values = {"TA_TTaux": rate_kind, "TA_Type": kind, "TA_NP": uncollected, "CG_Num": "4110"}
            connection.execute(insert(F_TAXE).values(TA_No=number, TA_Code=code, TA_Taux=Decimal(rate), **values))
    return company


def taxed(*codes):
    values = {}
    for slot, code in enumerate(codes, start=1):
        rate, rate_kind, kind, _ = TAXES[code]
        values |= {
            f"DL_CodeTaxe{slot}": code,
            f"DL_Taxe{slot}": Decimal(rate),
            f"DL_TypeTaux{slot}": rate_kind,
            f"DL_TypeTaxe{slot}": kind,
        }
    return values


def line(net, gross, quantity=1, price=None, **values):
    money = {"DL_MontantHT": Decimal(net), "DL_MontantTTC": Decimal(gross)}
    return {
        "AR_Ref": "BAG01",
        "DL_Valorise": 1,
        "DL_Qte": Decimal(quantity),
        "DL_PrixUnitaire": Decimal(price or net),
        **money,
        **values,
    }


def audit(engine, *lines, net, gross, goods=None, **header):
    """Write a document with stored totals and audit it."""
    with write_transaction(engine) as connection:
        totals = {"DO_TotalHT": Decimal(goods or net), "DO_TotalHTNet": Decimal(net), "DO_TotalTTC": Decimal(gross)}
        add_document(connection, DO_NoWeb="187", **totals, **header)
        for number, values in enumerate(lines, start=1):
            add_line(connection, number, DL_Ligne=number * 10_000, **values)
    with engine.connect() as connection:
        (document,) = audit_sales(connection, ["187"])
    return document


def assert_sound(document, net, gross):
    assert document.disagreements == ()
    assert (document.total_excl_tax, document.total_incl_tax) == (Decimal(net), Decimal(gross))


def test_vat_is_rounded_once_per_rate(base):
    # Three times 0.99: 0.198 of tax each, 0.20 rounded; on the document 0.594, so 0.59 and not 0.60.
    lines = [line("0.99", "1.19", **taxed("V20")) for _ in range(3)]
    assert_sound(audit(base, *lines, net="2.97", gross="3.56"), "2.97", "3.56")


def test_two_rates(base):
    lines = [line("100", "120", **taxed("V20")), line("18.96", "20", **taxed("V55"))]
    assert_sound(audit(base, *lines, net="118.96", gross="140.00"), "118.96", "140.00")


def test_discounts_cascade_over_percent_and_amount(base):
    # 100 less 10 % is 90, less 5 is 85; twice.
    values = line(
        "170", "204", quantity=2, price="100", DL_Remise01REM_Valeur=10, DL_Remise01REM_Type=1,
        DL_Remise02REM_Valeur=5, DL_Remise02REM_Type=0, **taxed("V20"),
    )  # fmt: skip
    assert_sound(audit(base, values, net="170", gross="204"), "170", "204")


def test_free_units_are_not_billed(base):
    values = line("20", "24", quantity=3, price="10", DL_Remise01REM_Valeur=1, DL_Remise01REM_Type=2, **taxed("V20"))
    assert_sound(audit(base, values, net="20", gross="24"), "20", "24")


@pytest.mark.parametrize(("code", "gross"), [("ECO", "121.20"), ("ENP", "120.20")])
def test_ecotax_bears_vat_whether_collected_or_not(base, code, gross):
    assert_sound(audit(base, line("100", gross, **taxed("V20", code)), net="100", gross=gross), "100", gross)


def test_a_line_with_tax_gives_its_net_amount_without_ecotax(base):
    # 121.20 with tax is 101 before, of which 1 is ecotax.
    values = line("100", "121.20", DL_TTC=1, DL_PUTTC=Decimal("121.20"), **taxed("V20", "ECO"))
    assert_sound(audit(base, values, net="100", gross="121.20"), "100", "121.20")


def test_shipping_in_the_footer_adds_to_the_base_of_its_rate(base):
    footer = {"DO_CodeTaxe1": "V20", "DO_Taxe1": 20, "DO_ValFrais": Decimal("5.90"), "DO_TypeLigneFrais": 1}
    document = audit(base, line("10", "12", **taxed("V20")), goods="10", net="14.92", gross="17.90", **footer)
    assert_sound(document, "14.92", "17.90")


@pytest.mark.parametrize(("threshold", "net", "gross"), [("10", "10", "12"), ("10.01", "14", "16.80")])
def test_shipping_is_free_from_its_threshold_on(base, threshold, net, gross):
    footer = {"DO_CodeTaxe1": "V20", "DO_Taxe1": 20, "DO_ValFrais": 4, "DO_ValFranco": Decimal(threshold)}
    document = audit(base, line("10", "12", **taxed("V20")), goods="10", net=net, gross=gross, **footer)
    assert_sound(document, net, gross)


def test_early_payment_discount_spares_lines_that_are_not_subject_to_it(base):
    lines = [line("100", "120", **taxed("V20")), line("50", "60", DL_Escompte=1, **taxed("V20"))]
    document = audit(base, *lines, goods="150", net="148", gross="177.60", DO_TxEscompte=2)
    assert_sound(document, "148", "177.60")


def test_comments_and_components_do_not_count(base):
    lines = [line("10", "12", **taxed("V20")), line("7", "8.40", **taxed("V20")) | {"DL_Valorise": 0}]
    assert_sound(audit(base, *lines, net="10", gross="12"), "10", "12")


@pytest.mark.parametrize(
    ("column", "shift", "totals"),
    [
        ("DL_MontantHT", "10.01", ("10.01", "12.01")),
        ("DL_MontantTTC", "12.01", ("10.00", "12.00")),
        ("DL_PrixUnitaire", "10.01", ("10.00", "12.00")),
    ],
)
def test_a_line_shifted_by_a_cent_is_told(base, column, shift, totals):
    audit(base, line("10", "12", **taxed("V20")), net="10", gross="12")
    with write_transaction(base) as connection:
        connection.execute(update(F_DOCLIGNE).values({column: Decimal(shift)}))
    with base.connect() as connection:
        (document,) = audit_sales(connection, ["187"])
    assert document.disagreements
    assert (document.total_excl_tax, document.total_incl_tax) == tuple(Decimal(total) for total in totals)


def test_a_header_that_does_not_add_up_is_told(base):
    document = audit(base, line("10", "12", **taxed("V20")), net="10", gross="12.50")
    assert document.disagreements == (Disagreement(0, "DO_TotalTTC", Decimal("12.5"), Decimal(12)),)


def test_only_the_web_orders_asked_for_are_audited(base):
    audit(base, line("10", "12", **taxed("V20")), net="10", gross="12")
    with base.connect() as connection:
        assert list(audit_sales(connection, ["188"])) == []
        assert [document.piece for document in audit_sales(connection)] == ["BC00001"]


def test_a_tax_that_the_audit_does_not_know_is_refused(base):
    with write_transaction(base) as connection:
        add_document(connection, DO_NoWeb="187")
        add_line(connection, DL_Valorise=1, AR_Ref="BAG01", DL_CodeTaxe2="ECO", DL_Taxe2=1, DL_TypeTaxe2=7)
    with base.connect() as connection, pytest.raises(ValueError, match="kind 7"):
        list(audit_sales(connection))


def test_it_reads_documents_of_sales_only(base):
    with write_transaction(base) as connection:
        add_account(connection, "FOURNI", CT_Type=1)
        add_document(connection, "FBC1", DO_Domaine=1, DO_Type=12, DO_Tiers="FOURNI")
        connection.execute(update(F_DOCENTETE).values(DO_NoWeb="187"))
    with base.connect() as connection:
        assert list(audit_sales(connection)) == []
