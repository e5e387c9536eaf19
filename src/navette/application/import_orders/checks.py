"""Settings that an import needs, said by name before anything is read (spec ORD-LIN-16)."""

from navette.application.import_orders.statuses import status_rules
from navette.application.session import Session
from navette.config.code_pattern import check_code_pattern
from navette.config.loader import value_of
from navette.config.mapping_tables import MAPPING_TABLES, check_entry
from navette.config.required import check_settings_of_work, required_articles
from navette.domain.errors import ConfigurationError
from navette.domain.keys import normalise_code
from navette.domain.messages import orders as messages

CAPABILITY = "import-orders"
TABLES = ("order_statuses", "order_taxes", "countries", "payments", "carriers", "currencies")


def check_settings(session: Session) -> None:
    """Raise ConfigurationError for the first setting that is missing or wrong."""
    check_settings_of_work(CAPABILITY, session.options, session.profile)
    _check_tables(session)
    _check_articles(session)
    _check_accounts(session)


def _check_tables(session: Session) -> None:
    for name in TABLES:
        for source, target in session.options.mappings.table(name).items():
            if target:
                check_entry(MAPPING_TABLES[name], source, target)
    if not status_rules(session.options.mappings.table("order_statuses")):
        raise ConfigurationError(messages.NO_STATUS_SELECTED, profile=session.profile)


def _check_articles(session: Session) -> None:
    named = {option: str(value_of(session.options, option)) for option in required_articles(session.options)}
    known = session.erp.documents.sold_articles(list(named.values()))
    for option, reference in named.items():
        if normalise_code(reference) not in known:
            raise ConfigurationError(messages.UNKNOWN_ARTICLE_SETTING, reference=reference, option=option)


def _check_accounts(session: Session) -> None:
    options = session.options.customers
    if options.single_account:
        return
    template = normalise_code(options.template)
    if template not in session.erp.parties.accounts_by_code([template]):
        raise ConfigurationError(messages.MISSING_TEMPLATE, template=template)
    check_code_pattern(options)
