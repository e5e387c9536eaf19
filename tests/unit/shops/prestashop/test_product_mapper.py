"""Products and combinations as the shop takes them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from navette.domain.binding import Aspect
from navette.domain.catalog import Dimensions, Product, ProductPrice, ProductTexts, Variant, VariantValue
from navette.domain.errors import RefusedError
from navette.domain.keys import ArticleKey, VariantKey
from navette.shops.prestashop.mapper.product import (
    ProductContext,
    fields_needing_present,
    from_categories,
    from_new_product,
    from_new_variant,
    from_product,
    from_variant,
)

CONTEXT = ProductContext(languages={"2": "fr", "1": "en"})
RING = Product(
    key=ArticleKey("BAOR01"),
    reference="BAOR01",
    texts={
        "fr": ProductTexts(name="Bague", description="<p>Or</p>", slug="Bague été"),
        "en": ProductTexts(name="Ring"),
    },
    tax_rule="1",
    price=ProductPrice(net=Decimal("19.9"), purchase=Decimal(8), ecotax=Decimal("0.5")),
    weight=Decimal("0.012"),
    dimensions=Dimensions(width=Decimal(1)),
    barcode="4006381333931",
)
SIZE_52 = Variant(
    key=VariantKey("BAOR01", 1),
    values=(VariantValue("Taille", "52"),),
    reference="BAOR01-52",
    price=ProductPrice(net=Decimal("17.4")),
    weight=Decimal("0.015"),
)


class TestNewProducts:
    def test_everything_that_makes_it_seen_and_sold(self) -> None:
        fields = from_new_product(RING, CONTEXT)
        seen = {"state": "1", "active": "1", "available_for_order": "1", "show_price": "1", "visibility": "both"}
        assert seen.items() <= fields.items()
        assert fields["minimal_quantity"] == "1"
        assert fields["product_type"] == "standard"

    @pytest.mark.spec("ART-TXT-3")
    def test_each_text_stands_in_every_language(self) -> None:
        fields = from_new_product(RING, CONTEXT)
        assert fields["name"] == {"2": "Bague", "1": "Ring"}
        assert fields["description"] == {"2": "<p>Or</p>", "1": "<p>Or</p>"}
        assert fields["link_rewrite"] == {"2": "bague-ete", "1": "bague-ete"}
        assert "meta_title" not in fields

    def test_a_version_without_product_types_is_told_none(self) -> None:
        assert "product_type" not in from_new_product(RING, replace(CONTEXT, has_product_type=False))

    def test_one_with_variants_is_of_their_type(self) -> None:
        assert from_new_product(replace(RING, variants=(SIZE_52,)), CONTEXT)["product_type"] == "combinations"

    @pytest.mark.parametrize("texts", [{}, {"fr": ProductTexts(name=" ")}, {"de": ProductTexts(name="Ring")}])
    def test_a_name_is_needed(self, texts: dict[str, ProductTexts]) -> None:
        with pytest.raises(RefusedError):
            from_new_product(replace(RING, texts=texts), CONTEXT)

    @pytest.mark.parametrize("change", [{"reference": "A=B"}, {"barcode": "ABC"}, {"supplier_reference": "x" * 65}])
    def test_codes_are_refused_and_never_cleaned(self, change: dict[str, str]) -> None:
        with pytest.raises(RefusedError):
            from_new_product(replace(RING, **change), replace(CONTEXT, cleans=True))


class TestAspects:
    @pytest.mark.spec("POL-ART-3")
    @pytest.mark.parametrize(
        ("aspect", "names"),
        [
            (Aspect.TEXTS, {"name", "description"}),
            (Aspect.SEO, {"link_rewrite"}),
            (Aspect.PRICE, {"price", "wholesale_price"}),
            (Aspect.TAX, {"id_tax_rules_group"}),
            (Aspect.WEIGHT, {"weight"}),
            (Aspect.DIMENSIONS, {"width", "height", "depth"}),
            (Aspect.CODES, {"ean13"}),
            (Aspect.AVAILABILITY, {"minimal_quantity"}),
            (Aspect.STATUS, {"active"}),
            (Aspect.STOCK, set()),
            (Aspect.IMAGES, set()),
        ],
    )
    def test_each_sends_its_own_fields_and_no_other(self, aspect: Aspect, names: set[str]) -> None:
        assert set(from_product(RING, {aspect}, CONTEXT, present={})) == names

    @pytest.mark.spec("ART-TAX-2")
    def test_the_ecotax_goes_to_shops_that_use_it(self) -> None:
        fields = from_product(RING, {Aspect.PRICE}, replace(CONTEXT, uses_ecotax=True), present={})
        assert (fields["price"], fields["ecotax"]) == ("19.900000", "0.500000")

    @pytest.mark.spec("ART-TAX-3")
    def test_sold_without_tax(self) -> None:
        fields = from_product(replace(RING, tax_rule=""), {Aspect.TAX}, CONTEXT, present={})
        assert fields["id_tax_rules_group"] == "0"

    def test_texts_of_languages_that_are_not_sent_are_needed_and_kept(self) -> None:
        assert fields_needing_present(RING, {Aspect.TEXTS}, CONTEXT.languages) == ["description"]
        present = {"description": {"1": "<p>Gold</p>", "2": "old"}}
        fields = from_product(RING, {Aspect.TEXTS}, CONTEXT, present)
        assert fields["description"] == {"2": "<p>Or</p>", "1": "<p>Gold</p>"}


class TestVariants:
    @pytest.mark.spec("ART-VAR-2")
    def test_price_and_weight_are_differences(self) -> None:
        fields = from_variant(RING, SIZE_52, {Aspect.PRICE, Aspect.WEIGHT})
        assert (fields["price"], fields["weight"]) == ("-2.500000", "0.003000")

    def test_only_one_is_the_default(self) -> None:
        first = from_new_variant(RING, SIZE_52, parent="20", is_default=True)
        second = from_new_variant(RING, SIZE_52, parent="20", is_default=False)
        assert first["default_on"] == "1"
        assert "default_on" not in second
        assert second["id_product"] == "20"


@pytest.mark.parametrize(("refs", "main", "members"), [(("10", "12", "10"), "10", ["10", "12"]), ((), "2", ["2"])])
def test_the_main_category_is_among_the_categories(refs: tuple[str, ...], main: str, members: list[str]) -> None:
    found, association = from_categories(refs, "2")
    assert (found, [member["id"] for member in association]) == (main, members)
