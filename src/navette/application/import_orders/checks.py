"""Settings that an import needs, said by name before anything is read (spec ORD-LIN-16)."""

from navette.application.import_orders.statuses import status_rules
from navette.application.session import Session
from navette.config.code_pattern import check_code_pattern
from navette.domain.errors import ConfigurationError
from navette.domain.keys import normalise_code
from navette.domain.messages import orders as messages


def check_settings(session: Session) -> None:
    """Raise ConfigurationError for the first setting that is missing or wrong."""
    if not status_rules(session.options.mappings.table("order_statuses")):
        raise ConfigurationError(messages.NO_STATUS_SELECTED, profile=session.profile)
    _check_articles(session)
    _check_accounts(session)


def _check_articles(session: Session) -> None:
    lines = session.options.lines
    needed = {
        "orders.lines.miscellaneous_article": ("miscellaneous", lines.miscellaneous_article),
        "orders.lines.discount_article": ("discount", lines.discount_article),
        "orders.lines.wrapping_article": ("wrapping", lines.wrapping_article),
    }
    if lines.gap_line:
        needed["orders.lines.gap_article"] = ("gap", lines.gap_article)
    if lines.shipping_as_line:
        needed["orders.lines.shipping_article"] = ("shipping", lines.shipping_article)
    for option, (what, reference) in needed.items():
        if not reference:
            raise ConfigurationError(
                messages.MISSING_ARTICLE_SETTING, what=what, option=option, profile=session.profile
            )
    known = session.erp.documents.sold_articles([reference for _, reference in needed.values()])
    for option, (_, reference) in needed.items():
        if normalise_code(reference) not in known:
            raise ConfigurationError(messages.UNKNOWN_ARTICLE_SETTING, reference=reference, option=option)


def _check_accounts(session: Session) -> None:
    options = session.options.customers
    if options.single_account:
        return
    template = normalise_code(options.template)
    if not template or template not in session.erp.parties.accounts_by_code([template]):
        raise ConfigurationError(messages.MISSING_TEMPLATE, template=template or "-", profile=session.profile)
    check_code_pattern(options)
