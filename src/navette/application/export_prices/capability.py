"""FLW-4: plans and sends prices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from navette.application.article_selection import select_articles
from navette.application.article_taxes import check_taxes
from navette.application.capability import Applied, Capability, PlanItem, Side, Work
from navette.application.export_prices.audience import shop_audience
from navette.application.export_prices.plan import RULE_SEPARATOR, Remembered, plan_prices
from navette.application.export_prices.sending import send_prices
from navette.application.lost_products import lost_products
from navette.application.session import Session
from navette.domain.binding import Aspect, Binding, RecordKind
from navette.domain.errors import ConfigurationError
from navette.domain.messages import prices as messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.run import Outcome, RecordResult


class ExportPrices(Capability):
    """Default prices of products and variants, and the specific prices beside them."""

    name = "export-prices"
    flow = "FLW-4"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.SHOP
    guarded = (RecordKind.PRODUCT,)
    sections = ("prices", "taxes", "update")
    tables = ("taxes", "groups")
    resources = ("shop:{shop}:prices",)

    def __init__(self) -> None:
        self._paired_customers: tuple[Binding, ...] = ()

    def check(self, session: Session) -> None:
        """The accounting category, the price category and the mapped tax rules exist."""
        check_taxes(session)
        check_price_category(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare the prices of each article with what was last sent."""
        audience = shop_audience(work)
        self._paired_customers = audience.paired
        selection = select_articles(
            work,
            published_only=not work.session.options.prices.ignore_published,
            doubtful=work.session.store.digests.doubtful(RecordKind.PRODUCT, Aspect.SPECIFIC_PRICES),
        )
        taxes = work.session.options.taxes
        sheets = work.session.erp.prices.price_sheets(
            selection, taxes.accounting_category, taxes.vat_slot, taxes.ecotax_slot
        )
        for page in sheets:
            remembered = _remembered(work, page)
            yield [plan_prices(work, sheet, audience, remembered) for sheet in page]

    def prepare(self, work: Work) -> Sequence[RecordResult]:
        """Keep the links to customers that were found by their e-mail."""
        del work
        return [
            RecordResult(record=binding.erp_key, kind=binding.kind, outcome=Outcome.UNCHANGED, bindings=(binding,))
            for binding in self._paired_customers
        ]

    def batch_size(self, session: Session) -> int:
        """As many products as the shop takes prices of in one request."""
        return session.shop.capabilities.price_batch

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Send default prices, then the rules of the products that took them."""
        return send_prices(work.session, items)


def check_price_category(session: Session) -> None:
    """Raise ConfigurationError if the default price category does not exist."""
    number = session.options.prices.category
    known = {category.number: category.label for category in session.erp.choices().price_categories}
    if number and number not in known:
        choices = ", ".join(f"{key} ({label})" for key, label in known.items())
        raise ConfigurationError(
            messages.UNKNOWN_CATEGORY, number=number, option="articles.prices.category", known=choices
        )


def _remembered(work: Work, page: Sequence[PriceSheet]) -> Remembered:
    session = work.session
    keys = [str(sheet.key) for sheet in page]
    variants = [str(key) for sheet in page for key in sheet.variants]
    bindings = session.store.bindings
    products = bindings.by_keys(RecordKind.PRODUCT, keys)
    return Remembered(
        products=products,
        variants=bindings.by_keys(RecordKind.VARIANT, variants) if variants else {},
        rules=_rules(session, [binding.shop_ref.id for binding in products.values()]),
        digests=session.store.digests.of(RecordKind.PRODUCT, keys, [Aspect.PRICE, Aspect.SPECIFIC_PRICES]),
        lost=lost_products(work, products),
    )


def _rules(session: Session, products: Sequence[str]) -> Mapping[str, Mapping[str, Binding]]:
    """Links of the rules that were sent before, by product id and rule key."""
    found: dict[str, dict[str, Binding]] = defaultdict(dict)
    for binding in session.store.bindings.of_parent(RecordKind.PRICE_RULE, products) if products else ():
        found[binding.shop_ref.parent][binding.erp_key.partition(RULE_SEPARATOR)[2]] = binding
    return found
