"""The shop's tax rule of an article's VAT, through the table of taxes (spec ART-TAX)."""

from navette.application.session import Session
from navette.config.profile import Mappings
from navette.domain.errors import ConfigurationError, WaitingError
from navette.domain.messages import articles as messages
from navette.domain.tax import ErpTax, plain_rate


def tax_rule_of(vat: ErpTax | None, mappings: Mappings, label: str) -> str:
    """The shop's id of the rule, '' for no tax; raises WaitingError that names an unmapped tax."""
    if vat is None:
        return ""
    rule = mappings.get("taxes", vat.code)
    if rule is None:
        raise WaitingError(messages.UNMAPPED_TAX, label=label, code=vat.code, rate=plain_rate(vat.rate))
    return rule


def check_taxes(session: Session) -> None:
    """Raise ConfigurationError if the accounting category or a mapped tax rule does not exist."""
    number = session.options.taxes.accounting_category
    categories = {choice.number: choice.label for choice in session.erp.choices().accounting_categories}
    if number not in categories:
        known = ", ".join(f"{key} ({label})" for key, label in categories.items())
        raise ConfigurationError(messages.UNKNOWN_CATEGORY, number=number, known=known)
    table = session.options.mappings.table("taxes")
    rules = {rule.id: rule.label for rule in session.shop.choices().tax_rules} if any(table.values()) else {}
    for code, rule in table.items():
        if rule and rule not in rules:
            known = ", ".join(f"{key} ({label})" for key, label in rules.items())
            raise ConfigurationError(messages.UNKNOWN_TAX_RULE, value=rule, code=code, known=known)
