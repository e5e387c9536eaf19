"""Articles as they are read, with all that hangs on them."""

from decimal import Decimal

import pytest
from reading_company import TODAY, TOMORROW, moment

from navette.domain.article import RangeValue, Tracking
from navette.domain.errors import ConfigurationError
from navette.domain.keys import VariantKey
from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import F_ARTCOMPTA
from navette.ports.erp import ArticleSelection

EVERY = ArticleSelection(published_only=False, with_dormant=True)


def read(company: SageCompany, selection: ArticleSelection = EVERY, category: int = 1):
    return {article.reference: article for page in company.catalog.articles(selection, category) for article in page}


@pytest.fixture(scope="session")
def articles(small: SageCompany):
    return read(small)


@pytest.fixture
def ring(articles):
    return articles["BAGUE1"]


@pytest.mark.spec("ART-TXT-2")
class TestFields:
    def test_columns_of_the_card(self, ring) -> None:
        assert ring.fields["AR_Design"] == "Bague or"
        assert ring.fields["AR_Langue1"] == "Gold ring"
        assert ring.fields["AR_Stat01"] == "Hiver"
        assert ring.fields["AR_Pays"] == "France"

    def test_long_texts_in_the_order_of_the_card_as_far_as_they_are_valid_today(self, ring) -> None:
        assert ring.fields["glossary"] == "Premier paragraphe\n\nDeuxième paragraphe"
        assert ring.fields["glossary_language1"] == "Premier paragraphe (en)\n\nDeuxième paragraphe (en)"
        assert ring.fields["glossary_language2"] == ""

    def test_free_fields_under_their_labels(self, ring) -> None:
        assert ring.fields["Résumé 100 %"] == "Une bague"
        assert ring.fields["Largeur"] == "12.5"
        assert ring.fields["Sortie"] == "05/03/2026"
        assert ring.fields["Matière"] == ""

    def test_numeric_free_fields_as_numbers(self, ring, articles) -> None:
        assert ring.numbers == {"Largeur": Decimal("12.5")}
        assert articles["SIZED"].numbers == {}

    def test_labels_of_family_and_catalogue(self, ring, articles) -> None:
        assert ring.fields["family_label"] == "Bagues"
        assert [ring.fields[f"catalogue{level}"] for level in (1, 2, 3, 4)] == ["Bijouterie", "Bagues", "", ""]
        assert ring.catalogue == ("Bijouterie", "Bagues")
        assert articles["SIZED"].catalogue == ()

    def test_every_field_that_is_offered_is_read(self, small: SageCompany, ring) -> None:
        assert {field.name for field in small.choices().article_fields} <= ring.fields.keys()


class TestCard:
    def test_weights_are_in_grams_whatever_the_unit(self, ring) -> None:
        assert ring.weight_net == Decimal("12.5")

    def test_supplier_barcode_and_warranty(self, ring) -> None:
        assert (ring.supplier, ring.supplier_name, ring.supplier_reference) == ("ORFEVRE", "Orfèvre", "OR-77")
        assert (ring.barcode, ring.warranty_months) == ("3760000000017", 24)

    def test_states_and_tracking(self, articles) -> None:
        assert articles["DORMANT"].is_dormant
        assert not articles["HIDDEN"].is_published
        assert articles["SERVICE"].tracking is Tracking.NONE
        assert articles["BAGUE1"].tracking is Tracking.AVERAGE_COST
        assert articles["PACKED"].has_packagings
        assert not articles["BAGUE1"].has_packagings

    def test_the_photo_of_the_card_comes_before_the_files(self, ring) -> None:
        assert [(file.path, file.label, file.is_card_photo) for file in ring.media] == [
            ("bague1.jpg", "", True),
            ("docs\\certificat.pdf", "Certificat", False),
            ("vue.jpg", "", False),
        ]

    @pytest.mark.spec("ART-TXT-5")
    def test_linked_articles_in_their_order_are_no_bill_of_materials(self, ring) -> None:
        assert ring.related == ("PACKED", "TAXED")
        assert ring.bill_of_materials == 0


@pytest.mark.spec("ART-VAR-2")
class TestVariants:
    def test_every_combination_of_two_ranges_in_the_order_of_their_values(self, articles) -> None:
        variants = articles["RANGED"].variants
        assert [variant.key for variant in variants] == [
            VariantKey("RANGED", 12, 21),
            VariantKey("RANGED", 12, 22),
            VariantKey("RANGED", 11, 21),
            VariantKey("RANGED", 11, 22),
        ]
        assert variants[0].values == (RangeValue("Taille", "54", 1), RangeValue("Couleur", "Or", 1))

    def test_a_combination_with_a_row_has_its_reference_and_state(self, articles) -> None:
        by_key = {(variant.key.value1, variant.key.value2): variant for variant in articles["RANGED"].variants}
        assert (by_key[11, 21].reference, by_key[11, 21].barcode) == ("RANGED-52-OR", "3760000000024")
        assert [key for key, variant in by_key.items() if variant.is_dormant] == [(12, 22)]

    def test_one_range(self, articles) -> None:
        assert [(variant.key.value2, variant.reference) for variant in articles["SIZED"].variants] == [
            (0, ""),
            (0, "SIZED-52"),
        ]


@pytest.mark.spec("ART-TAX-1", "ART-TAX-2")
class TestTaxes:
    def test_those_of_the_family_in_their_slots(self, articles) -> None:
        assert [tax.code if tax else "" for tax in articles["SIZED"].taxes] == ["V20", "", "ECO"]

    def test_an_article_row_comes_first_unless_it_names_no_code(self, articles) -> None:
        assert [tax.code if tax else "" for tax in articles["TAXED"].taxes] == ["V55", "", ""]
        assert articles["BAGUE1"].taxes[0].code == "V20"

    def test_a_change_of_rate_holds_from_its_day_on(self, own: SageCompany) -> None:
        with write_transaction(own._database.engine) as connection:
            connection.execute(F_ARTCOMPTA.update().values(ACP_ComptaCPT_Date1=moment(TODAY)))
        assert read(own)["TAXED"].taxes[0].code == "V10"
        assert TOMORROW > TODAY

    def test_another_accounting_category_has_none_here(self, small: SageCompany) -> None:
        assert read(small, category=3)["SIZED"].taxes == (None, None, None)


@pytest.mark.spec("ART-FLT-1", "ART-FLT-5")
class TestSelection:
    def test_published_and_awake_unless_asked_otherwise(self, small: SageCompany, articles) -> None:
        assert articles.keys() - read(small, ArticleSelection()).keys() == {"DORMANT", "HIDDEN"}

    def test_some_references_in_any_case(self, small: SageCompany) -> None:
        selection = ArticleSelection(references=frozenset({"bague1 ", "Sized", "NOPE"}))
        assert list(read(small, selection)) == ["BAGUE1", "SIZED"]

    @pytest.mark.parametrize("size", [1, 3, 8, 1000])
    def test_pages_hold_every_article_once_in_order(self, small: SageCompany, size: int) -> None:
        selection = ArticleSelection(published_only=False, with_dormant=True, page_size=size)
        pages = [[article.reference for article in page] for page in small.catalog.articles(selection, 1)]
        found = [reference for page in pages for reference in page]
        assert found == sorted(found)
        assert len(found) == 8
        assert max(map(len, pages)) == min(size, 8)

    @pytest.mark.spec("ART-FLT-2")
    def test_a_condition_is_refused_with_a_clear_message(self, small: SageCompany) -> None:
        with pytest.raises(ConfigurationError) as refusal:
            read(small, ArticleSelection(condition="AR_Ref LIKE 'MOD%'"))
        assert refusal.value.code == "ERP-SEL-001"
        assert "MOD%" in str(refusal.value)


@pytest.mark.spec("ART-CAT-1")
class TestCategories:
    def test_families_under_those_that_centralise_them(self, small: SageCompany) -> None:
        nodes = small.catalog.family_categories()
        assert [(node.path, node.code) for node in nodes] == [
            (("Bijoux",), "BIJOUX"),
            (("Bijoux", "Bagues"), "BAGUES"),
        ]

    def test_the_catalogue_from_the_top(self, small: SageCompany) -> None:
        assert [node.path for node in small.catalog.catalogue_categories()] == [
            ("Bijouterie",),
            ("Bijouterie", "Bagues"),
            ("Bijouterie", "Bagues", "Or"),
        ]
