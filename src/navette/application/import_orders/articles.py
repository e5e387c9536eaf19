"""Which ERP article a row of an order is: by binding, then by reference, then by the table of articles."""

from dataclasses import dataclass, replace

from navette.application.import_orders.facts import CompanyFacts, PageFacts
from navette.domain.binding import Binding
from navette.domain.document import LineRole
from navette.domain.errors import WaitingError
from navette.domain.keys import PackKey, VariantKey, normalise_code, parse_stock_key
from navette.domain.messages import orders as messages
from navette.domain.order import Order, OrderLine
from navette.ports.erp import SoldArticle


@dataclass(frozen=True, slots=True)
class ResolvedArticle:
    """The article of a row, and whether it is the miscellaneous one that stands in for an unknown one."""

    article: SoldArticle
    role: LineRole = LineRole.ARTICLE


def resolve_article(order: Order, line: OrderLine, company: CompanyFacts, page: PageFacts) -> ResolvedArticle:
    """Find the article of a row; raises WaitingError where a person has to decide."""
    by_reference = page.articles.get(normalise_code(line.reference)) if line.reference else None
    bound = _bound_article(page.products.get(line.product), page)
    if bound and by_reference and _differ(bound, by_reference):
        raise WaitingError(messages.BINDING_DISAGREES, order=order.id, reference=line.reference, bound=bound.reference)
    found = bound or by_reference
    if found is None:
        return _stand_in(order, line, company)
    return ResolvedArticle(_usable(order, found, company, page))


def _bound_article(binding: Binding | None, page: PageFacts) -> SoldArticle | None:
    if binding is None:
        return None
    key = parse_stock_key(binding.erp_key)
    article = page.articles.get(key.reference)
    if article is None:
        return None
    match key:
        case VariantKey():
            return replace(article, range_value1=key.value1, range_value2=key.value2)
        case PackKey():
            return replace(article, packaging=key.number)
        case _:
            return article


def _differ(bound: SoldArticle, found: SoldArticle) -> bool:
    """Whether two articles are not the same; one that names no combination agrees with each of its combinations."""
    if bound.reference != found.reference:
        return True
    pairs = (
        (bound.range_value1, found.range_value1),
        (bound.range_value2, found.range_value2),
        (bound.packaging, found.packaging),
    )
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _usable(order: Order, found: SoldArticle, company: CompanyFacts, page: PageFacts) -> SoldArticle:
    if found.is_dormant:
        replacement = page.articles.get(normalise_code(found.replacement))
        if not (company.options.lines.use_replacement and replacement and not replacement.is_dormant):
            raise WaitingError(messages.ARTICLE_DORMANT, order=order.id, reference=found.reference)
        found = replacement
    if found.has_ranges and not found.range_value1:
        raise WaitingError(messages.NEEDS_VARIANT, order=order.id, reference=found.reference)
    return found


def _stand_in(order: Order, line: OrderLine, company: CompanyFacts) -> ResolvedArticle:
    options = company.options
    mapped = options.mappings.get("order_articles", line.reference) if line.reference else None
    target = mapped or (options.lines.allows_miscellaneous and options.lines.miscellaneous_article) or ""
    article = company.named_articles.get(normalise_code(target))
    if article is None:
        raise WaitingError(messages.UNKNOWN_ARTICLE, order=order.id, reference=line.reference or "-", name=line.name)
    is_miscellaneous = article.reference == normalise_code(options.lines.miscellaneous_article)
    return ResolvedArticle(article, LineRole.MISCELLANEOUS if is_miscellaneous else LineRole.ARTICLE)
