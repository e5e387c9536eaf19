"""The trade side of the demo: price categories without tax, and a customer who has prices of its own."""

from navette.application.session import Session
from navette.demo.round_trip.purchases import Person


def trade_categories(session: Session) -> tuple[str, ...]:
    """Labels of the price categories whose prices are without tax, that of the trade customer first."""
    categories = [category for category in session.erp.choices().price_categories if not category.includes_tax]
    member = _account_categories(session)
    categories.sort(key=lambda category: (category.number not in member[:1], category.number))
    return tuple(category.label for category in categories)


def _account_categories(session: Session) -> list[int]:
    return [account.price_category for account in session.erp.prices.priced_accounts() if account.email]


def trade_customer(session: Session) -> Person | None:
    """The first account with prices of its own and an e-mail, as a customer of the shop."""
    accounts = [account for account in session.erp.prices.priced_accounts() if account.email]
    if not accounts:
        return None
    account = accounts[0]
    return Person(
        email=account.email,
        first_name="Service",
        last_name="Achats",
        company=account.title,
        street="1 rue de la République",
        postcode="25000",
        city="Besançon",
    )
