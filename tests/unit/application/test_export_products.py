"""FLW-1: articles become products; only what changed is sent, and only what may be overwritten."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import VAT20, VAT55, a_price_sheet, an_article
from world import World

from navette.domain.binding import Aspect
from navette.domain.errors import FailureKind
from navette.domain.messages import articles as messages
from navette.domain.tax import ErpTax, TaxKind
from navette.ports.shop import ProductWrite


def sent_aspects(world: World) -> list[set[Aspect]]:
    return [set(write.aspects) for write in world.shop.sent if isinstance(write, ProductWrite)]


class TestCreation:
    @pytest.mark.spec("ART-SND")
    def test_everything_is_sent(self, world: World) -> None:
        world.configure(
            {"articles.texts.brand": "Marque", "articles.texts.summary": "Résumé", "articles.texts.width": "Largeur"},
            features={"7": "Matiere"},
        )
        world.company.choices = replace(
            world.company.choices,
            article_fields=(
                *world.company.choices.article_fields,
                replace(world.company.choices.article_fields[0], name="Largeur"),
            ),
        )
        fields = {
            "AR_Design": "Bague or",
            "glossary": "Belle\n\nbague",
            "Résumé": "Or",
            "Marque": "Bijou",
            "Matiere": "Or",
        }
        world.company.put(an_article("BAOR01", fields=fields, barcode="3607", numbers={"Largeur": Decimal("1.5")}))
        world.run("export-products")
        product = world.shop_state.named("BAOR01").sold
        assert (product.texts["fr"].name, product.texts["fr"].summary) == ("Bague or", "<p>Or</p>")
        assert product.texts["fr"].description == "<p>Belle</p><p>bague</p>"
        assert product.texts["fr"].slug == "bague-or"
        assert (product.price.net, product.price.purchase) == (Decimal(100), Decimal(40))
        assert (product.tax_rule, product.barcode, product.weight) == ("1", "3607", Decimal("0.012"))
        assert (product.brand, product.supplier, product.supplier_reference) == (
            "Bijou",
            "Orfèvres réunis",
            "OR-BAOR01",
        )
        assert product.features[0].values == ("Or",)
        assert product.dimensions.width == Decimal("1.5")

    @pytest.mark.spec("ART-TXT-3")
    def test_each_language_has_its_own_fields(self, world: World) -> None:
        world.configure(texts={"en.name": "AR_Langue1", "en.description": ""})
        world.company.put(
            an_article("BAOR01", fields={"AR_Design": "Bague", "AR_Langue1": "Ring", "glossary": "Texte"})
        )
        world.run("export-products")
        texts = world.shop_state.named("BAOR01").sold.texts
        assert (texts["fr"].name, texts["en"].name) == ("Bague", "Ring")
        assert (texts["fr"].description, texts["en"].description) == ("<p>Texte</p>", None)

    @pytest.mark.spec("ART-TXT-1")
    def test_a_name_that_a_language_lacks_is_that_of_the_others(self, world: World) -> None:
        world.configure(texts={"en.name": "AR_Langue1"})
        world.company.put(an_article("BAOR01", fields={"AR_Design": "Bague"}))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.texts["en"].name == "Bague"

    @pytest.mark.spec("POL-ART-1")
    def test_new_articles_may_be_hidden(self, world: World) -> None:
        world.configure({"articles.active_on_creation": "false"})
        world.company.put(an_article())
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.is_active is False

    @pytest.mark.spec("ART-FLT-5")
    def test_dormant_and_unpublished_articles_are_not_created(self, world: World) -> None:
        world.company.put(an_article("ASLEEP", is_dormant=True), an_article("HIDDEN", is_published=False))
        assert world.counts("export-products") == {}

    @pytest.mark.spec("ART-STK-5")
    def test_weight_is_net_or_gross_in_the_shop_s_unit(self, world: World) -> None:
        world.configure({"articles.weight": "gross"})
        world.shop.probed = replace(world.shop.probed, weight_unit="g")
        world.company.put(an_article(weight_gross=Decimal(15)))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.weight == Decimal(15)


@pytest.mark.spec("design:4")
class TestUpdate:
    def test_nothing_is_sent_the_second_time(self, world: World) -> None:
        world.company.put(an_article("BAOR01"), an_article("BAOR02"))
        world.run("export-products")
        report = world.run("export-products", full=True)
        assert (report.run.counts.unchanged, report.requests.write) == (2, 0)

    @pytest.mark.parametrize(
        ("change", "aspect"),
        [
            ({"fields": {"AR_Design": "Other"}}, Aspect.TEXTS),
            ({"weight_net": Decimal(99)}, Aspect.WEIGHT),
            ({"barcode": "3607"}, Aspect.CODES),
        ],
    )
    def test_only_the_aspect_that_changed_is_sent(self, world: World, change: dict, aspect: Aspect) -> None:
        world.company.put(an_article())
        world.run("export-products")
        world.company.put(an_article(**change))
        assert world.counts("export-products") == {"updated": 1}
        assert sent_aspects(world) == [{aspect}]

    def test_a_price_goes_without_the_rest_and_tells_what_it_was(self, world: World) -> None:
        world.company.put(an_article())
        world.run("export-products")
        world.company.put_sheet(a_price_sheet(price="89.90"))
        report = world.run("export-products")
        assert sent_aspects(world) == [{Aspect.PRICE}]
        assert report.items[-1].changes == (("price", "100.000000", "89.900000"),)

    def test_another_tax_changes_tax_and_price(self, world: World) -> None:
        world.company.put(an_article())
        world.run("export-products")
        article = an_article(taxes=(VAT55, None, None))
        world.company.put(article)
        world.run("export-products")
        assert sent_aspects(world) == [{Aspect.TAX, Aspect.PRICE}]
        assert world.shop_state.named("BAOR01").sold.tax_rule == "3"

    @pytest.mark.spec("POL-ART-3")
    @pytest.mark.parametrize("switch", ["texts", "price", "weight", "codes", "tax"])
    def test_what_may_not_be_overwritten_is_left_alone(self, world: World, switch: str) -> None:
        world.company.put(an_article())
        world.run("export-products")
        world.configure({f"articles.update.{switch}": "false"})
        world.company.put(
            an_article(name="Other", weight_net=Decimal(99), barcode="3607", taxes=(VAT55, None, None)), price=90
        )
        world.run("export-products")
        [aspects] = sent_aspects(world)
        assert aspects == {Aspect.TEXTS, Aspect.PRICE, Aspect.WEIGHT, Aspect.CODES, Aspect.TAX} - {Aspect(switch)}

    def test_what_is_off_on_update_is_sent_on_creation(self, world: World) -> None:
        world.configure({"articles.texts.brand": "Marque", "articles.update.brand": "false"})
        world.company.put(an_article(fields={"AR_Design": "Bague", "Marque": "Bijou"}))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.brand == "Bijou"

    def test_a_text_that_is_switched_off_is_not_emptied(self, world: World) -> None:
        world.configure({"articles.texts.description": ""})
        world.company.put(an_article())
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.texts["fr"].description is None

    def test_a_doubtful_digest_is_sent_again(self, world: World) -> None:
        world.company.put(an_article())
        world.run("export-products")
        world.store.digests.doubt_all()
        assert world.counts("export-products", full=True) == {"updated": 1}
        assert world.counts("export-products", full=True) == {"unchanged": 1}


@pytest.mark.spec("ART-TAX")
class TestTaxes:
    def test_an_unmapped_tax_is_named_and_the_article_waits(self, world: World) -> None:
        world.company.put(an_article(taxes=(ErpTax("C21", Decimal("2.1")), None, None)))
        assert world.counts("export-products") == {"waiting": 1}
        [line] = world.journal.of(messages.UNMAPPED_TAX)
        assert line.values == {"label": "BAOR01", "code": "C21", "rate": "2.1"}

    def test_a_tax_mapped_to_none_is_sold_without(self, world: World) -> None:
        world.configure(taxes={"C21": ""})
        world.company.put(an_article(taxes=(ErpTax("C21", Decimal("2.1")), None, None)))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.tax_rule == ""

    def test_an_article_without_tax_is_sold_without(self, world: World) -> None:
        world.company.put(an_article(taxes=(None, None, None)))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.tax_rule == ""

    def test_a_rule_that_the_shop_does_not_have_stops_the_run(self, world: World) -> None:
        world.configure(taxes={"C20": "99"})
        report = world.run("export-products")
        assert report.failure is FailureKind.CONFIGURATION
        assert report.run.problem.values["known"].startswith("1 (FR 20 %)")

    def test_the_slot_of_the_vat_can_be_another(self, world: World) -> None:
        world.configure({"articles.taxes.vat_slot": 2})
        world.company.put(an_article(taxes=(None, VAT20, None)))
        world.run("export-products")
        assert world.shop_state.named("BAOR01").sold.tax_rule == "1"

    @pytest.mark.spec("ART-TAX-2")
    @pytest.mark.parametrize(("shows", "adds", "net", "apart"), [(True, True, 100, 1), (False, True, 101, 0)])
    def test_ecotax_stands_apart_where_the_shop_shows_it(
        self, world: World, shows: bool, adds: bool, net: int, apart: int
    ) -> None:
        world.configure({"articles.taxes.ecotax_slot": 3, "articles.taxes.adds_ecotax": str(adds).lower()})
        world.shop.probed = replace(world.shop.probed, uses_ecotax=shows)
        world.company.put(an_article())
        world.company.put_sheet(a_price_sheet(ecotax=ErpTax("ECO", Decimal(1), TaxKind.FIXED_NET)))
        world.run("export-products")
        price = world.shop_state.named("BAOR01").sold.price
        assert (price.net, price.ecotax) == (Decimal(net), Decimal(apart))


class TestSettings:
    @pytest.mark.spec("ART-TXT-1")
    def test_switched_off_nothing_is_sent(self, world: World) -> None:
        world.configure({"articles.create": "false"})
        report = world.run("export-products")
        assert report.run.problem.message is messages.ARTICLES_OFF

    def test_a_field_that_does_not_exist_is_named_with_those_that_do(self, world: World) -> None:
        world.configure({"articles.texts.summary": "Resume"})
        report = world.run("export-products")
        assert report.run.problem.values["option"] == "articles.texts.summary"
        assert "Résumé" in report.run.problem.values["known"]

    def test_an_article_without_any_name_waits(self, world: World) -> None:
        world.company.put(an_article(fields={"AR_Design": "  "}))
        assert world.counts("export-products") == {"waiting": 1}
        assert world.waiting_codes() == {"article:BAOR01": "ART-TXT-001"}
