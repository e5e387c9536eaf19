"""Prepares installations: a sample company, a shop with its merchant's settings, articles exported, orders placed."""

from datetime import date
from pathlib import Path

from installation import PROFILE, Installation

from navette.application.session import RunReport
from navette.config.changes import Changes
from navette.demo.company.articles.showcase import SHOWCASE
from navette.demo.company.creation import create_sample_company
from navette.demo.round_trip.assortment import choose_assortment
from navette.demo.round_trip.purchases import ENGRAVING, VOUCHERS, BackOffice, Purchase, purchases
from navette.demo.round_trip.settings import decisions, profile_settings
from navette.demo.round_trip.simulated_prestashop import SimulatedPrestaShop
from navette.store import close_connections

PAID = "2"
FEATURES = {"Collection": "AR_Stat02", "Matière": "AR_Stat03"}


def prepare(folder: Path, *, articles: int = len(SHOWCASE), orders: tuple[str, ...] = ()) -> Installation:
    """Make an installation; with orders, by the labels of the demo's, the articles are exported before."""
    installation = Installation(folder)
    folder.mkdir(parents=True)
    create_sample_company(installation.company, articles=articles, today=date.today())  # noqa: DTZ011 (the company's local day)
    with SimulatedPrestaShop(folder) as shop:
        _set_up(installation, shop)
        if orders:
            for capability in ("export-categories", "export-products", "export-stock"):
                _expect_end(installation.run(shop.url, capability))
            _place_orders(installation, shop, orders)
        close_connections()
    return installation


def _set_up(installation: Installation, shop: SimulatedPrestaShop) -> None:
    workspace = installation.workspace(shop.url)
    settings = {**profile_settings(installation.company, shop), "shop.http.tries": "1"}
    workspace.settings.create(PROFILE, Changes(settings))
    with installation.session(shop.url) as session:
        workspace.settings.change(PROFILE, decisions(session.shop.choices().order_statuses))
    shop.open_for_business(BackOffice(groups=(), member=None, vouchers=VOUCHERS, products=(ENGRAVING,)))
    workspace.settings.change(PROFILE, Changes(mappings={"features": FEATURES}))
    _take_suggestions(installation, shop)


def _place_orders(installation: Installation, shop: SimulatedPrestaShop, labels: tuple[str, ...]) -> None:
    with installation.session(shop.url) as session:
        assortment = choose_assortment(session)
    shop.place([one for one in purchases(assortment, None) if _label(one) in labels])
    _take_suggestions(installation, shop)
    workspace = installation.workspace(shop.url)
    workspace.settings.change(PROFILE, Changes(mappings={"order_statuses": {PAID: "order:1:3"}}))


def _label(purchase: Purchase) -> str:
    return purchase.label


def _take_suggestions(installation: Installation, shop: SimulatedPrestaShop) -> None:
    suggestions = installation.workspace(shop.url).suggestions(PROFILE)
    suggestions.apply(suggestions.proposals())


def _expect_end(report: RunReport) -> None:
    if report.failure:
        raise AssertionError(report.run.problem)
