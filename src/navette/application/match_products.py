"""Pairs articles with products that the shop has already: by reference, then by barcode; never guessing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.application.capability import problem
from navette.application.session import Session
from navette.domain.article import Article
from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.domain.keys import VariantKey, normalise_code
from navette.domain.messages import articles as messages
from navette.domain.run import Problem
from navette.ports.shop import FoundProduct


@dataclass(slots=True)
class Matches:
    """What a look-up in the shop found: links by article key, and why some articles cannot be linked."""

    products: dict[str, Binding] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


def match_products(session: Session, articles: Sequence[Article]) -> Matches:
    """Look unlinked articles up in the shop."""
    matches = Matches()
    if not articles:
        return matches
    barcodes = sorted({article.barcode for article in articles if article.barcode})
    found = session.shop.find_products([article.reference for article in articles], barcodes)
    by_reference: dict[str, list[FoundProduct]] = defaultdict(list)
    by_barcode: dict[str, list[FoundProduct]] = defaultdict(list)
    for product in found:
        by_reference[normalise_code(product.reference)].append(product)
        if product.barcode:
            by_barcode[product.barcode].append(product)
    taken = _taken(session, found)
    foreign = _references_of_others(session, found)
    for article in articles:
        candidates = by_reference.get(normalise_code(article.reference), [])
        if not candidates and article.barcode:
            candidates = by_barcode.get(article.barcode, [])
        _match(article, candidates, taken, foreign, matches)
    return matches


def _taken(session: Session, found: Sequence[FoundProduct]) -> frozenset[ShopRef]:
    refs = [product.ref for product in found if not product.is_variant]
    bound = session.store.bindings.by_refs(RecordKind.PRODUCT, refs) if refs else {}
    return frozenset(ref for ref, binding in bound.items() if binding.retired_at is None)


def _references_of_others(session: Session, found: Sequence[FoundProduct]) -> frozenset[str]:
    """References in the shop that are articles of the company."""
    references = sorted({product.reference for product in found if product.reference})
    return frozenset(session.erp.documents.sold_articles(references)) if references else frozenset()


def _match(
    article: Article,
    candidates: Sequence[FoundProduct],
    taken: frozenset[ShopRef],
    foreign: frozenset[str],
    matches: Matches,
) -> None:
    if not candidates:
        return
    key = str(article.key)
    if len(candidates) > 1 or candidates[0].is_variant:
        ids = ", ".join(product.ref.parent or product.ref.id for product in candidates)
        matches.problems[key] = problem(messages.DUPLICATE_IN_SHOP, label=article.reference, ids=ids)
        return
    product = candidates[0]
    reference = normalise_code(product.reference)
    is_other = reference != normalise_code(article.reference) and reference in foreign
    if product.ref in taken or is_other:
        matches.problems[key] = problem(
            messages.BARCODE_OF_ANOTHER,
            label=article.reference,
            barcode=article.barcode or "-",
            reference=product.reference or product.ref.id,
        )
        return
    matches.products[key] = Binding(RecordKind.PRODUCT, key, product.ref, Origin.PAIRED)


def match_variants(
    session: Session, paired: Mapping[str, Binding], references: Mapping[VariantKey, str]
) -> Mapping[str, Binding]:
    """Pair the variants of products that were just paired, by their reference inside their product."""
    if not paired or not references:
        return {}
    parents = {binding.erp_key: binding.shop_ref.id for binding in paired.values()}
    held: dict[tuple[str, str], ShopRef] = {}
    for found in session.shop.find_variants([binding.shop_ref for binding in paired.values()]):
        held.setdefault((found.ref.parent, normalise_code(found.reference)), found.ref)
    pairs: dict[str, Binding] = {}
    for key, reference in references.items():
        parent = parents.get(f"article:{key.reference}", "")
        ref = held.get((parent, normalise_code(reference)))
        if ref:
            pairs[str(key)] = Binding(RecordKind.VARIANT, str(key), ref, Origin.PAIRED)
    return pairs
