"""FLW-4: plans and sends prices."""

from collections.abc import Iterator, Sequence

from navette.application.article_selection import select_articles
from navette.application.article_taxes import check_taxes
from navette.application.capability import Applied, Capability, PlanItem, Side, Work, problem
from navette.application.export_prices.audience import ShopAudience, shop_audience
from navette.application.export_prices.plan import PriceIntention, Remembered, plan_prices
from navette.application.session import Session
from navette.domain.binding import Aspect, Binding, RecordKind, SentAspect, ShopRef
from navette.domain.errors import ConfigurationError
from navette.domain.messages import prices as messages
from navette.domain.messages import stock as stock_messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.run import Outcome, Problem, RecordResult
from navette.ports.shop import PriceRuleResult, PriceRuleWrite, WriteResult

AUDIENCE = "price audience"
RULE_SEPARATOR = "|"


class ExportPrices(Capability):
    """Default prices of products and variants, and the specific prices beside them."""

    name = "export-prices"
    flow = "FLW-4"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.SHOP
    kind = RecordKind.PRODUCT
    sections = ("prices", "taxes", "update")
    tables = ("taxes", "groups")
    resources = ("shop:{shop}:prices",)

    def check(self, session: Session) -> None:
        """The accounting category, the price category and the mapped tax rules exist."""
        check_taxes(session)
        check_price_category(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare the prices of each article with what was last sent."""
        audience = shop_audience(work)
        work.facts[AUDIENCE] = audience
        selection = select_articles(
            work,
            published_only=not work.session.options.prices.ignore_published,
            doubtful=work.session.store.digests.doubtful(RecordKind.PRODUCT, Aspect.SPECIFIC_PRICES),
        )
        category = work.session.options.taxes.accounting_category
        for page in work.session.erp.prices.price_sheets(selection, category):
            remembered = _remembered(work.session, page)
            yield [plan_prices(work, sheet, audience, remembered) for sheet in page]

    def prepare(self, work: Work) -> None:
        """Keep the links to customers that were found by their e-mail."""
        audience = work.facts[AUDIENCE]
        if isinstance(audience, ShopAudience) and audience.paired:
            work.session.store.bindings.save(audience.paired)

    def batch_size(self, session: Session) -> int:
        """As many products as the shop takes prices of in one request."""
        return session.shop.capabilities.price_batch

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Send default prices, then rules; each part that was sent is remembered even if the other was refused."""
        intentions = [item.payload for item in items if isinstance(item.payload, PriceIntention)]
        prices = _send_prices(work.session, intentions)
        present = [intention for intention in intentions if not _failed(prices.get(intention.key))]
        known = _known_rules(work.session, present)
        rules = _send_rules(work.session, present, known)
        return Applied(
            results=tuple(
                _result(item, intention, prices.get(intention.key), rules.get(intention.key), known)
                for item, intention in zip(items, intentions, strict=True)
            )
        )


def check_price_category(session: Session) -> None:
    """Raise ConfigurationError if the default price category does not exist."""
    number = session.options.prices.category
    known = {category.number: category.label for category in session.erp.choices().price_categories}
    if number and number not in known:
        choices = ", ".join(f"{key} ({label})" for key, label in known.items())
        raise ConfigurationError(
            messages.UNKNOWN_CATEGORY, number=number, option="articles.prices.category", known=choices
        )


def _remembered(session: Session, page: Sequence[PriceSheet]) -> Remembered:
    keys = [str(sheet.key) for sheet in page]
    variants = [str(key) for sheet in page for key in sheet.variants]
    bindings = session.store.bindings
    return Remembered(
        products=bindings.by_keys(RecordKind.PRODUCT, keys),
        variants=bindings.by_keys(RecordKind.VARIANT, variants) if variants else {},
        digests=session.store.digests.of(RecordKind.PRODUCT, keys, [Aspect.PRICE, Aspect.SPECIFIC_PRICES]),
    )


def _send_prices(session: Session, intentions: Sequence[PriceIntention]) -> dict[str, WriteResult]:
    to_send = [intention for intention in intentions if intention.price]
    writes = [intention.price for intention in to_send if intention.price]
    results = session.shop.write_prices(writes) if writes else ()
    return {intention.key: result for intention, result in zip(to_send, results, strict=True)}


def _failed(result: WriteResult | None) -> bool:
    return result is not None and (result.is_gone or result.outcome is Outcome.REFUSED)


def _known_rules(session: Session, intentions: Sequence[PriceIntention]) -> dict[str, dict[str, Binding]]:
    """Links of the rules that were sent before, by product id and rule key."""
    parents = [intention.ref.id for intention in intentions if intention.rules is not None]
    known: dict[str, dict[str, Binding]] = {parent: {} for parent in parents}
    for binding in session.store.bindings.of_parent(RecordKind.PRICE_RULE, parents) if parents else ():
        known[binding.shop_ref.parent][binding.erp_key.partition(RULE_SEPARATOR)[2]] = binding
    return known


def _send_rules(
    session: Session, intentions: Sequence[PriceIntention], known: dict[str, dict[str, Binding]]
) -> dict[str, PriceRuleResult]:
    writes: dict[str, PriceRuleWrite] = {}
    for intention in intentions:
        if intention.rules is None:
            continue
        mine = known[intention.ref.id]
        wanted = {rule.key for rule in intention.rules}
        writes[intention.key] = PriceRuleWrite(
            ref=intention.ref,
            put=tuple((rule, mine[rule.key].shop_ref.id if rule.key in mine else "") for rule in intention.rules),
            remove=tuple(binding.shop_ref.id for key, binding in mine.items() if key not in wanted),
        )
    results = session.shop.write_price_rules(list(writes.values())) if writes else ()
    return dict(zip(writes, results, strict=True))


def _result(
    item: PlanItem,
    intention: PriceIntention,
    price: WriteResult | None,
    rules: PriceRuleResult | None,
    known: dict[str, dict[str, Binding]],
) -> RecordResult:
    if price is not None and price.is_gone:
        return item.result(Outcome.WAITING, problem(stock_messages.GONE_FROM_SHOP, reference=item.label))
    if price is not None and price.outcome is Outcome.REFUSED:
        return item.result(Outcome.REFUSED, price.problem)
    digests = [SentAspect(item.kind, item.record, Aspect.PRICE, intention.price_digest)] if price else []
    why: Problem | None = None
    bindings: tuple[Binding, ...] = ()
    retired: tuple[Binding, ...] = ()
    if rules is not None:
        bindings = tuple(
            Binding(RecordKind.PRICE_RULE, f"{item.record}{RULE_SEPARATOR}{key}", ShopRef(rule_id, intention.ref.id))
            for key, rule_id in rules.ids.items()
        )
        wanted = {rule.key for rule in intention.rules or ()}
        retired = tuple(binding for key, binding in known[intention.ref.id].items() if key not in wanted)
        if rules.problems:
            name, reason = next(iter(rules.problems.items()))
            text = reason.message.render(reason.values)
            why = problem(messages.RULE_REFUSED, reference=item.label, rule=name, reason=text)
        else:
            digests.append(SentAspect(item.kind, item.record, Aspect.SPECIFIC_PRICES, intention.rules_digest))
    return RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=Outcome.REFUSED if why else item.outcome,
        problem=why,
        changes=item.changes,
        bindings=bindings,
        digests=tuple(digests),
        retired=retired,
    )
