"""Sends planned prices: default prices in batches, then the rules of the products that took them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from navette.application.capability import Applied, PlanItem, problem
from navette.application.export_prices.plan import RULE_SEPARATOR, PriceIntention
from navette.application.session import Session
from navette.application.unwritten import unwritten
from navette.domain.binding import Aspect, Binding, RecordKind, SentAspect, ShopRef
from navette.domain.messages import prices as messages
from navette.domain.messages import stock as stock_messages
from navette.domain.run import JournalLine, Outcome, RecordResult
from navette.ports.shop import PriceRuleResult, WriteResult


def send_prices(session: Session, items: Sequence[PlanItem]) -> Applied:
    """Write a batch of prices; a part that was sent is remembered even if the other was refused."""
    intentions = {item.record: item.payload for item in items if isinstance(item.payload, PriceIntention)}
    prices = _send_default_prices(session, intentions)
    failed = {item.record: failure for item in items if (failure := _failure(item, prices.get(item.record)))}
    rules = _send_rules(session, {key: one for key, one in intentions.items() if key not in failed})
    return Applied(
        results=tuple(
            failed.get(item.record) or _result(item, intentions[item.record], rules.get(item.record)) for item in items
        )
    )


def _send_default_prices(session: Session, intentions: Mapping[str, PriceIntention]) -> Mapping[str, WriteResult]:
    writes = {key: intention.price for key, intention in intentions.items() if intention.price}
    results = session.shop.write_prices(list(writes.values())) if writes else ()
    return dict(zip(writes, results, strict=True))


def _failure(item: PlanItem, price: WriteResult | None) -> RecordResult | None:
    gone = problem(stock_messages.GONE_FROM_SHOP, reference=item.label)
    return unwritten(item, price, gone) if price else None


def _send_rules(session: Session, intentions: Mapping[str, PriceIntention]) -> Mapping[str, PriceRuleResult]:
    writes = {key: intention.rules for key, intention in intentions.items() if intention.rules}
    results = session.shop.write_price_rules(list(writes.values())) if writes else ()
    return dict(zip(writes, results, strict=True))


def _result(item: PlanItem, intention: PriceIntention, rules: PriceRuleResult | None) -> RecordResult:
    written = RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=item.outcome,
        changes=item.changes,
        bindings=_rule_bindings(item, intention, rules) if rules else (),
        retired=intention.retired,
        digests=tuple(SentAspect(item.kind, item.record, aspect, text) for aspect, text in intention.digests.items()),
    )
    if not (rules and rules.problems):
        return written
    return replace(
        written,
        outcome=Outcome.REFUSED,
        problem=next(iter(rules.problems.values())),
        lines=tuple(_line(item, rule) for rule in rules.problems),
        digests=tuple(sent for sent in written.digests if sent.aspect is not Aspect.SPECIFIC_PRICES),
    )


def _rule_bindings(item: PlanItem, intention: PriceIntention, rules: PriceRuleResult) -> tuple[Binding, ...]:
    return tuple(
        Binding(RecordKind.PRICE_RULE, f"{item.record}{RULE_SEPARATOR}{key}", ShopRef(rule_id, intention.ref.id))
        for key, rule_id in rules.ids.items()
    )


def _line(item: PlanItem, rule: str) -> JournalLine:
    return JournalLine(
        message=messages.RULE_REFUSED, values={"reference": item.label, "rule": rule}, record=item.record
    )
