"""Proposes rows for every mapping table, and names what nothing was found for."""

from collections.abc import Iterator, Mapping

from navette.application.mapping_suggestions.order_suggestions import (
    suggest_carriers,
    suggest_currencies,
    suggest_payments,
    suggest_statuses,
)
from navette.application.mapping_suggestions.suggestion import Suggestion
from navette.application.mapping_suggestions.tax_suggestions import (
    suggest_article_taxes,
    suggest_countries,
    suggest_order_taxes,
)
from navette.application.mapping_suggestions.words import nearest
from navette.ports.erp import ErpChoices
from navette.ports.shop import ShopChoices

Tables = Mapping[str, Mapping[str, str]]


def suggest_mappings(company: ErpChoices, shop: ShopChoices, mapped: Tables) -> list[Suggestion]:
    """Rows to propose, those that are mapped already left out."""
    proposals = (
        *suggest_article_taxes(company, shop),
        *suggest_order_taxes(company, shop),
        *suggest_countries(company, shop),
        *suggest_statuses(shop),
        *suggest_payments(company, shop),
        *suggest_carriers(company, shop),
        *suggest_currencies(company, shop),
        *_suggest_groups(company, shop),
    )
    return [proposal for proposal in proposals if proposal.source not in mapped.get(proposal.table, {})]


def _suggest_groups(company: ErpChoices, shop: ShopChoices) -> Iterator[Suggestion]:
    """Customer groups of the shop that are called like a price category; others are made by the export of prices."""
    for category in company.price_categories:
        group = nearest(category.label, shop.groups, lambda choice: choice.label)
        if group:
            yield Suggestion("groups", str(category.number), category.label, group.id, group.label)
