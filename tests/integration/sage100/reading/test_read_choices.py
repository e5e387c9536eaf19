"""The company's lists, and what the connection test finds."""

import pytest

from navette.domain.price_sheet import PriceCategory
from navette.domain.tax import TaxKind
from navette.erp.sage100.company import SageCompany
from navette.ports.erp import Choice, ErpChoices


@pytest.fixture
def choices(small: SageCompany) -> ErpChoices:
    return small.choices()


class TestLists:
    def test_rows_without_label_are_not_in_use(self, choices: ErpChoices) -> None:
        assert choices.price_categories == (
            PriceCategory(1, "Particuliers", includes_tax=True),
            PriceCategory(2, "Grossistes", includes_tax=False),
        )
        assert choices.accounting_categories == (Choice(1, "Ventes France"), Choice(3, "Ventes export"))

    def test_series_that_are_open_counted_from_0(self, choices: ErpChoices) -> None:
        assert choices.series == (Choice(0, "N° Pièce", "VTE"),)

    def test_journals_that_payments_go_to(self, choices: ErpChoices) -> None:
        assert choices.journals == (Choice(1, "Banque", "BQ1"),)

    def test_warehouses_payment_modes_and_currencies(self, choices: ErpChoices) -> None:
        assert [choice.label for choice in choices.warehouses] == ["Bijou SA", "Annexe"]
        assert choices.payment_modes == (Choice(1, "Carte bancaire", "CB"),)
        assert choices.currencies == (Choice(2, "Dollar", "USD"),)

    def test_taxes_with_their_kinds(self, choices: ErpChoices) -> None:
        kinds = {tax.code: tax.kind for tax in choices.taxes}
        assert (kinds["V20"], kinds["ECO"]) == (TaxKind.VAT, TaxKind.FIXED_NET)

    def test_taxes_of_purchases_are_no_choice_for_sales(self, choices: ErpChoices) -> None:
        assert "D20" not in {tax.code for tax in choices.taxes}

    def test_usable_lengths(self, choices: ErpChoices) -> None:
        wanted = {"CT_Num": 17, "AR_Ref": 18, "DO_Piece": 13, "DO_NoWeb": 17, "DO_Ref": 17, "CT_Intitule": 69}
        assert {name: choices.lengths[name] for name in wanted} == wanted


class TestFields:
    def test_free_fields_with_type_and_usable_length(self, choices: ErpChoices) -> None:
        free = {field.name: (field.type, field.length) for field in choices.article_fields if field.is_free}
        assert free == {
            "Résumé 100 %": ("text", 64),
            "Largeur": ("number", 0),
            "Sortie": ("date", 0),
            "Matière": ("list", 21),
        }

    def test_statistics_under_the_labels_that_the_company_gave(self, choices: ErpChoices) -> None:
        labels = {field.name: field.label for field in choices.article_fields}
        assert labels["AR_Stat01"] == "Collection"
        assert "AR_Stat02" not in labels

    def test_labels_of_ours_have_a_code_and_those_of_the_company_none(self, choices: ErpChoices) -> None:
        codes = {field.name: field.label_code for field in choices.article_fields}
        assert codes["glossary"].startswith("ERP-FLD-")
        assert codes["Matière"] == ""

    def test_header_fields_of_documents(self, choices: ErpChoices) -> None:
        labels = {field.name: field.label for field in choices.document_fields}
        assert (labels["DO_Ref"], labels["DO_Coord01"]) == ("Référence client", "Livreur")
        assert labels["Suivi"] == "Suivi"


def test_the_connection_test(small: SageCompany) -> None:
    probe = small.probe()
    assert (probe.company_name, probe.articles, probe.customers) == ("Bijou SA", 8, 3)
    assert probe.version.startswith("Sage 100 V10")
    assert probe.is_embedded
    assert probe.may_write


def test_a_copy_of_a_company_has_its_identity(small: SageCompany, own: SageCompany) -> None:
    assert own.probe().identity == small.probe().identity


def test_the_clock_is_that_of_change_marks(own: SageCompany) -> None:
    now = own.clock()
    assert now.tzinfo is None
    assert own.today() == now.date()
