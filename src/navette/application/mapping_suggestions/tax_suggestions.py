"""Proposes taxes by rate and country, and accounting categories by territory."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from babel import Locale

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
    """The tax rule of the shop with the rate of each French VAT; a rate of zero is no tax."""
    for tax in _collected(company.taxes):
        if foreign_country(tax.label):
            continue
        if not tax.rate:
            yield Suggestion("taxes", tax.code, tax_label(tax), "", "")
            continue
        rules = [rule for rule in shop.tax_rules if rule.rate == tax.rate]
        rule = _of_home(rules) if len(rules) > 1 else next(iter(rules), None)
        yield Suggestion("taxes", tax.code, tax_label(tax), rule.id if rule else None, rule.label if rule else "")


def suggest_order_taxes(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """The VAT of the company with each rate, for the countries to which the shop sells and whose VAT it is."""
    sold_to = {country.code for country in shop.countries}
    proposed: set[str] = set()
    for tax in _collected(company.taxes):
        country = foreign_country(tax.label)
        for code in (country,) if country else FRENCH_VAT:
            key = f"{code}|{plain_rate(tax.rate)}"
            if tax.rate and code in sold_to and key not in proposed:
                proposed.add(key)
                yield Suggestion("order_taxes", key, f"{code} {plain_rate(tax.rate)} %", tax.code, tax_label(tax))
    yield from _suggest_exemptions(company, sold_to)


def _suggest_exemptions(company: ErpChoices, sold_to: Collection[str]) -> Iterator[Suggestion]:
    """The tax at 0 % for sales without tax abroad: one code for the Union, one for exports."""
    exempt = [tax for tax in _collected(company.taxes) if not tax.rate]
    europe, export = (
        next((tax for tax in exempt if words & words_of(tax.label)), None) for words in (_EUROPE, _EXPORT - {"hors"})
    )
    for code in sorted(set(sold_to) - set(FRENCH_VAT)):
        tax = europe if code in EUROPEAN_UNION else export
        if tax:
            yield Suggestion("order_taxes", f"{code}|0", f"{code} 0 %", tax.code, tax_label(tax))


def suggest_countries(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Accounting categories of the shop's countries: France, the Union, the rest.

    Where the company has a category for sales that bear the country's own VAT, it is proposed for those.
    """
    categories = company.accounting_categories
    own = {foreign_country(category.label): category for category in categories}
    france, europe, export = (_category(categories, words) for words in (_FRANCE, _EUROPE, _EXPORT))
    for country in shop.countries:
        abroad = europe if country.code in EUROPEAN_UNION else export
        found = france if country.code in FRENCH_VAT else abroad
        if country.code and country.code in own:
            yield _country(country.code, country.label, own[country.code])
            yield _country(f"{country.code}|0", country.label, found)
        else:
            yield _country(country.code, country.label, found)


def _country(key: str, label: str, found: Choice | None) -> Suggestion:
    return Suggestion("countries", key, label, str(found.number) if found else None, found.label if found else "")


def foreign_country(label: str) -> str:
    """The country of the Union that a label names, in French or English; '' for none, and for France."""
    words = words_of(label)
    return next((code for code, names in _country_names().items() if any(name <= words for name in names)), "")


@cache
def _country_names() -> Mapping[str, Sequence[frozenset[str]]]:
    territories = [Locale.parse(language).territories for language in ("fr", "en")]
    return {code: [words_of(names[code]) for names in territories] for code in sorted(EUROPEAN_UNION - {HOME})}


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
