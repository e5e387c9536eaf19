"""Proposes taxes by rate and country, and accounting categories by territory."""

from collections.abc import Iterator, Sequence

from navette.application.mapping_suggestions.suggestion import Suggestion
from navette.application.mapping_suggestions.words import words_of
from navette.domain.tax import ErpTax, TaxKind, plain_rate
from navette.ports.erp import Choice, ErpChoices
from navette.ports.shop import ShopChoice, ShopChoices

HOME = "FR"
# Countries whose orders carry French VAT whatever is registered elsewhere.
FRENCH_VAT = ("FR", "MC")
EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
_FRANCE = frozenset({"france", "national", "nationales", "metropole"})
_EUROPE = frozenset({"ce", "cee", "ue", "intra", "intracommunautaire", "intracommunautaires", "europe", "eu"})
_EXPORT = frozenset({"export", "exports", "exportation", "hors"})


def suggest_article_taxes(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """The tax rule of the shop with the rate of each VAT; a rate of zero is no tax."""
    for tax in _collected(company.taxes):
        if not tax.rate:
            yield Suggestion("taxes", tax.code, tax_label(tax), "", "")
            continue
        rules = [rule for rule in shop.tax_rules if rule.rate == tax.rate]
        rule = _of_home(rules) if len(rules) > 1 else next(iter(rules), None)
        yield Suggestion("taxes", tax.code, tax_label(tax), rule.id if rule else None, rule.label if rule else "")


def suggest_order_taxes(company: ErpChoices) -> Iterator[Suggestion]:
    """The VAT of the company with each rate, for countries under French VAT; other countries are a person's choice."""
    rates: dict[str, list[ErpTax]] = {}
    for tax in _collected(company.taxes):
        if tax.rate:
            rates.setdefault(plain_rate(tax.rate), []).append(tax)
    for rate, taxes in rates.items():
        for country in FRENCH_VAT:
            yield Suggestion(
                "order_taxes", f"{country}|{rate}", f"{country} {rate} %", taxes[0].code, tax_label(taxes[0])
            )


def suggest_countries(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Accounting categories of the shop's countries: France, the Union, the rest; a sale without tax alike."""
    categories = company.accounting_categories
    france, europe, export = (_category(categories, words) for words in (_FRANCE, _EUROPE, _EXPORT))
    for country in shop.countries:
        abroad = europe if country.code in EUROPEAN_UNION else export
        found = france if country.code in FRENCH_VAT else abroad
        target = str(found.number) if found else None
        yield Suggestion("countries", country.code, country.label, target, found.label if found else "")


def tax_label(tax: ErpTax) -> str:
    """A tax of the company as a person knows it."""
    return f"{tax.code} {tax.label or plain_rate(tax.rate) + ' %'}".strip()


def _collected(taxes: Sequence[ErpTax]) -> list[ErpTax]:
    return [tax for tax in taxes if tax.kind is TaxKind.VAT and tax.is_collected]


def _of_home(rules: Sequence[ShopChoice]) -> ShopChoice:
    """Of several rules with one rate, that of the home country, else the first one that was made."""
    return next((rule for rule in rules if HOME.lower() in words_of(rule.label)), rules[0])


def _category(categories: Sequence[Choice], words: frozenset[str]) -> Choice | None:
    return next((category for category in categories if words & words_of(category.label)), None)
