"""PrestaShop: what stands in the shop after a write, beyond what every shop has in common."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from prestashop_bench import PrestaShopBench
from products import a_product, a_ranged_product, a_variant, creation, update
from test_shop_images import a_picture, sent_before
from test_shop_orders import NOON

from navette.domain.binding import Aspect, ShopRef
from navette.domain.catalog import Feature, ProductPrice, ProductTexts
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome
from navette.ports.shop import EffectKind, ImageWrite, OrderEffect, PriceWrite, StockWrite
from navette.shops.policy import WritePolicy
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.schemas.order import ORDERS


def made(bench: PrestaShopBench, product: object = None, **named: object) -> ShopRef:
    (result,) = bench.shop.write_products([replace(creation(product or a_product()), **named)])
    assert result.outcome is Outcome.CREATED, result.problem
    assert result.ref
    return result.ref


def field(bench: PrestaShopBench, ref: ShopRef, name: str, resource: str = "products") -> str:
    record = bench.simulator.find(resource, int(ref.id))
    assert record is not None
    return record.text(name)


def texts(bench: PrestaShopBench, ref: ShopRef, name: str) -> dict[int, str]:
    record = bench.simulator.find("products", int(ref.id))
    assert record is not None
    return record.texts(name)


class TestTexts:
    @pytest.mark.spec("ART-TXT-3", "POL-ART-3")
    def test_a_language_that_is_not_sent_keeps_its_text(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop)
        french = a_product(texts={"fr": ProductTexts(name="Nouvelle bague")})
        prestashop.shop.write_products([update(french, ref, Aspect.TEXTS)])
        assert texts(prestashop, ref, "name") == {1: "Ring BAOR01", 2: "Nouvelle bague"}

    @pytest.mark.spec("POL-ART-3")
    def test_what_is_not_sent_stays(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop, a_product(barcode="4006381333931", brand="Maison"))
        prestashop.shop.write_prices([PriceWrite(ref=ref, net=Decimal(7))])
        assert field(prestashop, ref, "price") == "7.000000"
        kept = {
            name: field(prestashop, ref, name) for name in ("reference", "ean13", "active", "state", "id_manufacturer")
        }
        assert kept == {
            "reference": "BAOR01",
            "ean13": "4006381333931",
            "active": "1",
            "state": "1",
            "id_manufacturer": "1",
        }

    @pytest.mark.spec("POL-ART-2")
    def test_names_are_cleaned_when_it_is_asked(self, prestashop_8: PrestaShopBench) -> None:
        cleaning = prestashop_8.connect(policy=WritePolicy(cleans_texts=True))
        product = a_product(texts={"fr": ProductTexts(name="Bague <or> n°1; {x}")}, brand="M=C")
        (result,) = cleaning.write_products([creation(product)])
        assert result.outcome is Outcome.CREATED
        assert texts(prestashop_8, result.ref or ShopRef(""), "name")[2] == "Bague or n°1 x"
        assert prestashop_8.column("SELECT name FROM manufacturer") == ["M C"]


class TestFeatures:
    METAL = Feature("Métal", ("Or",))

    def values(self, bench: PrestaShopBench, ref: ShopRef) -> list[object]:
        joined = "feature_product p JOIN feature_value_lang v ON v.id = p.id_feature_value AND v.id_lang = 2"
        sql = f"SELECT v.value FROM {joined} WHERE p.id_product = ? ORDER BY v.value"
        return bench.column(sql, int(ref.id))

    @pytest.mark.spec("ART-FLD-2")
    def test_those_that_are_not_ours_stay(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop, a_product(features=(self.METAL, Feature("Pierre", ("Rubis",)))))
        ours = a_product(features=(Feature("Métal", ("Argent", "Platine")),))
        prestashop.shop.write_products([update(ours, ref, Aspect.FEATURES)])
        assert self.values(prestashop, ref) == ["Argent", "Platine", "Rubis"]

    @pytest.mark.spec("ART-FLD-2")
    def test_one_without_a_value_is_taken_off(self, prestashop_8: PrestaShopBench) -> None:
        ref = made(prestashop_8, a_product(features=(self.METAL, Feature("Pierre", ("Rubis",)))))
        prestashop_8.shop.write_products([update(a_product(features=(Feature("Métal", ()),)), ref, Aspect.FEATURES)])
        assert self.values(prestashop_8, ref) == ["Rubis"]

    @pytest.mark.spec("ART-FLD-2")
    def test_shared_values_are_made_once(self, prestashop_8: PrestaShopBench) -> None:
        for reference in ("ONE", "TWO"):
            made(prestashop_8, a_product(reference, features=(Feature("métal", (" OR ",)), self.METAL)))
        assert prestashop_8.column("SELECT COUNT(*) FROM feature") == [1]
        assert prestashop_8.column("SELECT COUNT(*) FROM feature_value") == [1]

    @pytest.mark.spec("ART-FLD-2")
    def test_custom_values_leave_no_orphans(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop, a_product(features=(Feature("Gravure", ("À toi", "1926"), is_custom=True),)))
        changed = a_product(features=(Feature("Gravure", ("1926", "Toujours"), is_custom=True),))
        prestashop.shop.write_products([update(changed, ref, Aspect.FEATURES)])
        assert self.values(prestashop, ref) == ["1926", "Toujours"]
        assert prestashop.column("SELECT COUNT(*) FROM feature_value") == [2]


class TestBrandsAndSuppliers:
    @pytest.mark.spec("POL-ART-9")
    def test_those_that_may_not_be_made_are_left_out(self, prestashop_8: PrestaShopBench) -> None:
        careful = prestashop_8.connect(policy=WritePolicy(creates_brands=False, creates_suppliers=False))
        (result,) = careful.write_products([creation(a_product(brand="Maison", supplier="Orfèvre"))])
        assert result.outcome is Outcome.CREATED
        assert prestashop_8.column("SELECT COUNT(*) FROM manufacturer") == [0]

    @pytest.mark.spec("ART-TXT-4", "ART-TXT-6")
    def test_the_supplier_has_a_row_with_its_reference(self, prestashop: PrestaShopBench) -> None:
        product = a_product(supplier="Orfèvre", supplier_reference="OR-1")
        ref = made(prestashop, product)
        for reference in ("OR-2", "OR-2"):
            prestashop.shop.write_products(
                [update(replace(product, supplier_reference=reference), ref, Aspect.SUPPLIER)]
            )
        assert prestashop.column("SELECT product_supplier_reference FROM product_supplier") == ["OR-2"]
        assert field(prestashop, ref, "id_supplier") == "1"


class TestCategories:
    @pytest.mark.spec("POL-ART-1")
    def test_an_article_without_one_goes_home(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop)
        assert field(prestashop, ref, "id_category_default") == "2"
        assert prestashop.column("SELECT id_category FROM category_product WHERE id_product = ?", int(ref.id)) == [2]

    @pytest.mark.spec("ART-CAT-4")
    def test_the_main_one_is_among_all(self, prestashop_8: PrestaShopBench) -> None:
        ref = made(prestashop_8, a_product(category_refs=("2", "1")))
        prestashop_8.shop.write_products([update(a_product(category_refs=("1",)), ref, Aspect.CATEGORIES)])
        assert field(prestashop_8, ref, "id_category_default") == "1"
        assert prestashop_8.column("SELECT id_category FROM category_product WHERE id_product = ?", int(ref.id)) == [1]


class TestVariants:
    @pytest.mark.spec("ART-VAR-2")
    def test_prices_are_impacts_and_one_is_the_default(self, prestashop: PrestaShopBench) -> None:
        made(prestashop, a_ranged_product("BAAR01"))
        assert prestashop.column("SELECT price FROM product_attribute ORDER BY id") == ["10.000000", "20.000000"]
        assert prestashop.column("SELECT default_on FROM product_attribute ORDER BY id") in (
            [1, None],
            ["1", None],
            [1, 0],
        )

    @pytest.mark.spec("ART-VAR-1")
    def test_the_same_combination_is_not_made_twice(self, prestashop_8: PrestaShopBench) -> None:
        product = a_ranged_product("BAAR01")
        (first,) = prestashop_8.shop.write_products([creation(product)])
        (again,) = prestashop_8.shop.write_products([update(product, first.ref, Aspect.VARIANTS)])
        assert again.variant_refs == first.variant_refs
        assert prestashop_8.column("SELECT COUNT(*) FROM product_attribute") == [2]

    @pytest.mark.spec("ART-VAR-1")
    def test_a_product_whose_last_variant_goes_is_a_simple_one(self, prestashop: PrestaShopBench) -> None:
        product = a_ranged_product("BAAR01")
        (first,) = prestashop.shop.write_products([creation(product)])
        write = update(
            a_product("BAAR01"), first.ref, Aspect.VARIANTS, removed_variants=tuple(first.variant_refs.values())
        )
        (result,) = prestashop.shop.write_products([write])
        assert result.outcome is Outcome.UPDATED
        assert prestashop.shop.find_variants([first.ref or ShopRef("")]) == []
        if not prestashop.shop.capabilities.version.startswith("1.7.7"):
            assert field(prestashop, first.ref or ShopRef(""), "product_type") == "standard"

    @pytest.mark.spec("ART-VAR-1")
    def test_a_simple_product_gets_variants(self, prestashop: PrestaShopBench) -> None:
        ref = made(prestashop, a_product("BAAR01"))
        (result,) = prestashop.shop.write_products([update(a_ranged_product("BAAR01"), ref, Aspect.VARIANTS)])
        assert len(result.variant_refs) == 2

    def test_a_refused_variant_is_told_and_the_product_is_remembered(self, prestashop_8: PrestaShopBench) -> None:
        bad = replace(a_variant("BAAR01", 1, "52"), barcode="ABC")
        (result,) = prestashop_8.shop.write_products([creation(a_product("BAAR01", variants=(bad,)))])
        assert (result.outcome, result.ref is None) == (Outcome.REFUSED, False)
        assert result.problem is not None
        assert result.problem.values["field"] == "barcode"

    @pytest.mark.spec("ART-STK-1")
    def test_the_sum_of_variants_is_not_set(self, prestashop_8: PrestaShopBench) -> None:
        (result,) = prestashop_8.shop.write_products([creation(a_ranged_product("BAAR01"))])
        (refused,) = prestashop_8.shop.write_stock([StockWrite(result.ref or ShopRef(""), 5)])
        assert refused.problem is not None
        assert refused.problem.message is messages.SUM_OF_VARIANTS


class TestEcotax:
    @pytest.mark.spec("ART-TAX-2")
    @pytest.mark.parametrize(("switch", "stored"), [("1", "0.500000"), ("0", "0.000000")])
    def test_it_is_sent_only_where_the_shop_uses_it(
        self, prestashop_8: PrestaShopBench, switch: str, stored: str
    ) -> None:
        prestashop_8.simulator.set_setting("PS_USE_ECOTAX", switch)
        ref = made(prestashop_8, a_product(price=ProductPrice(net=Decimal(10), ecotax=Decimal("0.5"))))
        assert field(prestashop_8, ref, "ecotax") == stored


class TestRelatedProducts:
    @pytest.mark.spec("ART-TXT-5")
    def test_they_are_shown_with_it(self, prestashop_8: PrestaShopBench) -> None:
        battery = made(prestashop_8, a_product("PILE"))
        watch = made(prestashop_8, a_product("MONTRE"), related=(battery,))
        assert prestashop_8.column("SELECT id_product_2 FROM accessory WHERE id_product_1 = ?", int(watch.id)) == [
            int(battery.id)
        ]
        prestashop_8.shop.write_products([update(a_product("MONTRE"), watch, Aspect.RELATED, related=())])
        assert prestashop_8.column("SELECT COUNT(*) FROM accessory") == [0]


class TestPictures:
    @pytest.mark.spec("ART-IMG-1")
    def test_the_first_is_the_cover_and_another_takes_its_place(
        self, prestashop: PrestaShopBench, tmp_path: Path
    ) -> None:
        ref = made(prestashop)
        one, two = a_picture(tmp_path, "1.png"), a_picture(tmp_path, "2.png", 1)
        sent = prestashop.shop.write_images(ImageWrite(ref=ref, add=(one, two))).sent
        cover = "SELECT id FROM image WHERE cover = 1"
        assert prestashop.column(cover) == [int(sent[one.path])]
        prestashop.shop.write_images(ImageWrite(ref=ref, remove=(sent_before(one, sent[one.path]),)))
        assert prestashop.column(cover) == [int(sent[two.path])]
        new = a_picture(tmp_path, "3.png")
        sent = {**sent, **prestashop.shop.write_images(ImageWrite(ref=ref, add=(new,))).sent}
        assert prestashop.column(cover) == [int(sent[new.path])]

    def test_files_that_are_no_pictures_are_told_and_leave_none(
        self, prestashop_8: PrestaShopBench, tmp_path: Path
    ) -> None:
        ref = made(prestashop_8)
        text = replace(a_picture(tmp_path, "text.png"), path=str(tmp_path / "text.png"))
        Path(text.path).write_text("no picture")
        missing = replace(text, path=str(tmp_path / "missing.png"), position=1)
        result = prestashop_8.shop.write_images(ImageWrite(ref=ref, add=(text, missing)))
        assert result.sent == {}
        assert [problem.message for problem in result.problems.values()] == [
            messages.IMAGE_REFUSED,
            messages.IMAGE_UNREADABLE,
        ]
        assert prestashop_8.see(ref).pictures == ()
        assert str(tmp_path) not in repr([problem.values for problem in result.problems.values()])


class TestOrderNotes:
    @pytest.mark.spec("UPD-NUM")
    def test_the_merchants_own_lines_stay(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        order = prestashop_8.place_order({"RING": 1}, NOON)
        prestashop_8.hands.patch(ORDERS, [Record({"id": order, "note": "Appeler avant\nCode & <12>"})])
        for piece in ("BC1", "BL1", "BL1"):
            prestashop_8.shop.apply_effects([OrderEffect(order, EffectKind.PIECE, piece)])
        record = prestashop_8.simulator.find("orders", int(order))
        assert record is not None
        assert record.text("note") == "Appeler avant\nCode & <12>\nNavette: BL1"

    @pytest.mark.spec("UPD-STA")
    def test_no_mail_is_sent(self, prestashop: PrestaShopBench) -> None:
        prestashop.put_product("RING", 100)
        order = prestashop.place_order({"RING": 1}, NOON)
        before = len(prestashop.simulator.mails())
        prestashop.shop.apply_effects(
            [OrderEffect(order, EffectKind.STATUS, "4"), OrderEffect(order, EffectKind.TRACKING, "X1")]
        )
        assert len(prestashop.simulator.mails()) == before

    @pytest.mark.spec("UPD-TRK")
    @pytest.mark.parametrize("value", ["<b>", "", "x" * 65, "n°1"])
    def test_a_tracking_number_that_the_shop_forbids(self, prestashop_8: PrestaShopBench, value: str) -> None:
        prestashop_8.put_product("RING", 100)
        order = prestashop_8.place_order({"RING": 1}, NOON)
        prestashop_8.shop.apply_effects([OrderEffect(order, EffectKind.TRACKING, "OLD")])
        (result,) = prestashop_8.shop.apply_effects([OrderEffect(order, EffectKind.TRACKING, value)])
        assert result.problem is not None
        assert result.problem.message is messages.BAD_TRACKING

    @pytest.mark.parametrize(
        ("kind", "value"), [(EffectKind.STATUS, "livré"), (EffectKind.DELIVERY_DATE, "01/12/2026")]
    )
    def test_values_that_are_none(self, prestashop_8: PrestaShopBench, kind: EffectKind, value: str) -> None:
        prestashop_8.put_product("RING", 100)
        order = prestashop_8.place_order({"RING": 1}, NOON)
        (result,) = prestashop_8.shop.apply_effects([OrderEffect(order, kind, value)])
        assert result.problem is not None
        assert result.problem.message is messages.BAD_VALUE
