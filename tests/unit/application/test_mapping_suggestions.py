"""Proposed mappings, from what both sides really hold."""

from dataclasses import replace
from decimal import Decimal

import pytest

from navette.application.mapping_suggestions import Suggestion, suggest_mappings
from navette.application.mapping_suggestions.words import means_of_payment, nearest, words_of
from navette.domain.order import OrderStatus
from navette.domain.price_sheet import PriceCategory
from navette.domain.tax import ErpTax, TaxKind
from navette.ports.erp import Choice, ErpChoices
from navette.ports.shop import ShopChoice, ShopChoices

COMPANY = ErpChoices(
    taxes=(
        ErpTax("C20", Decimal(20), label="TVA collectée 20 %"),
        ErpTax("C55", Decimal("5.5"), label="TVA collectée 5,5 %"),
        ErpTax("C21", Decimal("2.1"), label="TVA collectée 2,1 %"),
        ErpTax("C00", Decimal(0), label="Exonéré"),
        ErpTax("D20", Decimal(20), label="TVA déductible 20 %", is_collected=False),
        ErpTax("ECO", Decimal("0.5"), TaxKind.FIXED_NET, "Éco-contribution"),
    ),
    accounting_categories=(Choice(1, "Ventes France"), Choice(2, "Ventes CE"), Choice(3, "Ventes export")),
    payment_modes=(Choice(1, "Carte bancaire"), Choice(2, "Chèque"), Choice(3, "Virement"), Choice(4, "PayPal")),
    shipping_methods=(Choice(1, "Colissimo"), Choice(2, "Retrait en magasin")),
    currencies=(Choice(1, "Euro", "EUR"), Choice(2, "Dollar américain", "USD")),
    price_categories=(
        PriceCategory(1, "Particuliers", includes_tax=True),
        PriceCategory(2, "Grossistes", includes_tax=False),
    ),
)
SHOP = ShopChoices(
    tax_rules=(
        ShopChoice("1", "FR Taux standard (20%)", rate=Decimal(20)),
        ShopChoice("2", "BE Taux normal", rate=Decimal(20)),
        ShopChoice("3", "FR Taux réduit (5.5%)", rate=Decimal("5.5")),
    ),
    order_statuses=(
        OrderStatus("1", "En attente du paiement par chèque"),
        OrderStatus("2", "Paiement accepté", is_paid=True),
        OrderStatus("4", "Expédié", is_paid=True, is_shipped=True),
        OrderStatus("6", "Annulé", is_cancelled=True),
        OrderStatus("8", "Erreur de paiement"),
        OrderStatus("10", "En attente de virement bancaire"),
    ),
    payment_methods=(
        ShopChoice("ps_wirepayment", "Transfert bancaire"),
        ShopChoice("ps_checkpayment", "Payment by check"),
        ShopChoice("stripe_official", "Stripe"),
        ShopChoice("voucher_shop", "Bon d'achat"),
    ),
    carriers=(ShopChoice("2", "Colissimo à domicile"), ShopChoice("1", "Click & collect")),
    currencies=(ShopChoice("1", "Euro", "EUR"), ShopChoice("3", "Livre sterling", "GBP")),
    countries=(
        ShopChoice("8", "France", "FR"),
        ShopChoice("1", "Allemagne", "DE"),
        ShopChoice("21", "États-Unis", "US"),
        ShopChoice("148", "Monaco", "MC"),
    ),
    groups=(ShopChoice("3", "Clients"), ShopChoice("5", "Grossistes")),
)


def proposed(table: str, company: ErpChoices = COMPANY, shop: ShopChoices = SHOP) -> dict[str, str | None]:
    return {item.source: item.target for item in suggest_mappings(company, shop, {}) if item.table == table}


@pytest.mark.spec("ART-TAX-3")
def test_taxes_of_articles_go_by_rate_and_home_country_first() -> None:
    assert proposed("taxes") == {"C20": "1", "C55": "3", "C21": None, "C00": ""}


@pytest.mark.spec("ORD-MAP-2")
def test_taxes_of_orders_go_by_country_and_rate_and_only_where_french_vat_holds() -> None:
    assert proposed("order_taxes") == {
        "FR|20": "C20",
        "MC|20": "C20",
        "FR|5.5": "C55",
        "MC|5.5": "C55",
        "FR|2.1": "C21",
        "MC|2.1": "C21",
    }


@pytest.mark.spec("ORD-MAP-1")
def test_countries_go_to_the_accounting_category_of_their_territory() -> None:
    assert proposed("countries") == {"FR": "1", "DE": "2", "US": "3", "MC": "1"}


ABROAD = replace(
    COMPANY,
    taxes=(
        *COMPANY.taxes,
        ErpTax("OA19", Decimal(19), label="TVA Allemagne collectée 19 %"),
        ErpTax("OE20", Decimal(20), label="TVA Espagne collectée 20 %"),
    ),
    accounting_categories=(*COMPANY.accounting_categories, Choice(4, "Ventes OSS Allemagne")),
)


@pytest.mark.spec("ORD-MAP-2")
def test_vat_of_another_country_is_for_that_country_alone_if_the_shop_sells_there() -> None:
    taxes = proposed("order_taxes", ABROAD)
    assert (taxes["DE|19"], taxes["FR|20"]) == ("OA19", "C20")
    assert not {"FR|19", "ES|20"} & taxes.keys()
    assert "OA19" not in proposed("taxes", ABROAD)


def test_sales_without_tax_abroad_have_the_code_of_the_union_or_of_exports() -> None:
    exempt = (
        ErpTax("V0C", Decimal(0), label="Livraison intracommunautaire"),
        ErpTax("V0E", Decimal(0), label="Exportation"),
    )
    taxes = proposed("order_taxes", replace(COMPANY, taxes=(*COMPANY.taxes, *exempt)))
    assert (taxes["DE|0"], taxes["US|0"]) == ("V0C", "V0E")
    assert "FR|0" not in taxes


@pytest.mark.spec("ORD-MAP-1")
def test_sales_that_bear_the_vat_of_their_country_have_its_category_those_without_tax_the_union_s() -> None:
    countries = proposed("countries", ABROAD)
    assert (countries["DE"], countries["DE|0"], countries["FR"]) == ("4", "2", "1")


def test_countries_without_a_category_are_named() -> None:
    only_france = ErpChoices(accounting_categories=(Choice(1, "Ventes France"),))
    assert proposed("countries", only_france) == {"FR": "1", "DE": None, "US": None, "MC": "1"}


@pytest.mark.spec("ORD-SEL-3")
def test_statuses_tell_what_an_order_becomes() -> None:
    assert proposed("order_statuses") == {"1": "quote:0", "2": "order:1", "4": "order:2", "10": "quote:0"}


@pytest.mark.spec("ORD-MAP-3")
def test_payments_go_by_means() -> None:
    assert proposed("payments") == {
        "ps_wirepayment": "3",
        "ps_checkpayment": "2",
        "stripe_official": "1",
        "voucher_shop": None,
    }


@pytest.mark.spec("ORD-MAP-4", "ORD-MAP-5")
def test_carriers_go_by_name_and_currencies_by_code() -> None:
    assert proposed("carriers") == {"2": "1", "1": None}
    assert proposed("currencies") == {"EUR": "1", "GBP": None}


def test_groups_go_by_name_and_the_others_are_not_asked_for() -> None:
    assert proposed("groups") == {"2": "5"}


def test_what_is_mapped_already_is_left_alone() -> None:
    mapped = {"payments": {"ps_wirepayment": "9"}, "taxes": {"C20": ""}}
    left = suggest_mappings(COMPANY, SHOP, mapped)
    assert ("payments", "ps_wirepayment") not in {(item.table, item.source) for item in left}
    assert ("taxes", "C20") not in {(item.table, item.source) for item in left}
    assert ("payments", "ps_checkpayment") in {(item.table, item.source) for item in left}


def test_a_proposal_shows_the_labels_that_a_person_knows() -> None:
    [found] = [item for item in suggest_mappings(COMPANY, SHOP, {}) if (item.table, item.source) == ("taxes", "C20")]
    assert found == Suggestion("taxes", "C20", "C20 TVA collectée 20 %", "1", "FR Taux standard (20%)")


def test_words_are_compared_without_accents_and_case() -> None:
    assert words_of("Chèque de la Banque") == {"cheque", "banque"}


def test_two_labels_that_are_as_near_give_none() -> None:
    labels = ["Colissimo point relais", "Colissimo domicile"]
    assert nearest("Colissimo", labels, str) is None
    assert nearest("Colissimo domicile", labels, str) == "Colissimo domicile"
    assert nearest("Chronopost", labels, str) is None
    assert nearest("Chronopost", [], str) is None


@pytest.mark.parametrize(
    ("label", "other"),
    [("Virement bancaire", "ps_wirepayment"), ("Chèque", "Payment by check"), ("CB", "Carte bancaire")],
)
def test_means_of_payment_have_many_names(label: str, other: str) -> None:
    assert means_of_payment(label) == means_of_payment(other) is not None
