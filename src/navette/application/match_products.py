"""Pairs articles with products that the shop has already: by reference, then by barcode; never guessing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from navette.application.capability import problem
from navette.application.session import Session
from navette.domain.article import Article
from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.domain.keys import VariantKey, normalise_code
from navette.domain.messages import articles as messages
from navette.domain.run import Problem
from navette.ports.shop import FoundProduct
from navette.ports.store import ClaimState


@dataclass(frozen=True, slots=True)
class Match:
    """A product of the shop that is an article's; its pictures are left alone if it has any.

    One that a run of ours began to make and did not remember is linked as created, and its pictures are not counted.
    """

    binding: Binding
    has_pictures: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """What a look-up in the shop found: products by article key, and why some articles cannot be linked."""

    products: dict[str, Match] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


class ProductMatcher:
    """Looks unlinked articles up in the shop, page after page; no product is given to two articles."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._given: set[ShopRef] = set()

    def match(self, articles: Sequence[Article]) -> Matches:
        """Look up the articles of one page."""
        matches = Matches()
        if not articles:
            return matches
        held = self._find(articles)
        for article in articles:
            candidates = held.candidates(article)
            if not candidates:
                continue
            if why := self._objection(article, candidates, held):
                matches.problems[str(article.key)] = why
                continue
            self._given.add(candidates[0].ref)
            matches.products[str(article.key)] = held.match(article, candidates[0])
        return matches

    def _find(self, articles: Sequence[Article]) -> "_Held":
        barcodes = sorted({article.barcode for article in articles if article.barcode})
        found = self._session.shop.find_products([article.reference for article in articles], barcodes)
        refs = [product.ref for product in found if not product.is_variant]
        bound = self._session.store.bindings.by_refs(RecordKind.PRODUCT, refs) if refs else {}
        references = sorted({product.reference for product in found if product.reference})
        return _Held.of(
            found,
            linked=frozenset(ref for ref, binding in bound.items() if binding.retired_at is None),
            articles=frozenset(self._session.erp.documents.sold_articles(references)) if references else frozenset(),
            begun=self._begun(articles) if refs else frozenset(),
        )

    def _begun(self, articles: Sequence[Article]) -> frozenset[str]:
        """Articles whose product a run began to make, without coming to remember it."""
        claims = self._session.store.claims.get(RecordKind.PRODUCT, [str(article.key) for article in articles])
        return frozenset(key for key, claim in claims.items() if claim.state is ClaimState.WRITING)

    def _objection(self, article: Article, candidates: Sequence[FoundProduct], held: "_Held") -> Problem | None:
        """Why an article cannot be linked to what was found, None if it can."""
        product = candidates[0]
        if len(candidates) > 1 or product.is_variant:
            ids = ", ".join(product.ref.parent or product.ref.id for product in candidates)
            return problem(messages.DUPLICATE_IN_SHOP, label=article.reference, ids=ids)
        reference = normalise_code(product.reference)
        is_other = reference != normalise_code(article.reference) and reference in held.articles
        if product.ref in held.linked or product.ref in self._given or is_other:
            return problem(
                messages.BARCODE_OF_ANOTHER,
                label=article.reference,
                barcode=article.barcode or "-",
                reference=product.reference or product.ref.id,
            )
        return None


@dataclass(frozen=True, slots=True)
class _Held:
    """Products that the shop holds, those of them that are linked, and their references that are articles.

    `begun` are keys of articles whose product was being made when a run ended.
    """

    by_reference: Mapping[str, Sequence[FoundProduct]]
    by_barcode: Mapping[str, Sequence[FoundProduct]]
    linked: frozenset[ShopRef]
    articles: frozenset[str]
    begun: frozenset[str]

    @classmethod
    def of(
        cls,
        found: Iterable[FoundProduct],
        linked: frozenset[ShopRef],
        articles: frozenset[str],
        begun: frozenset[str],
    ) -> "_Held":
        by_reference: dict[str, list[FoundProduct]] = defaultdict(list)
        by_barcode: dict[str, list[FoundProduct]] = defaultdict(list)
        for product in found:
            by_reference[normalise_code(product.reference)].append(product)
            if product.barcode:
                by_barcode[product.barcode].append(product)
        return cls(by_reference, by_barcode, linked, articles, begun)

    def candidates(self, article: Article) -> Sequence[FoundProduct]:
        """What is held under an article's reference, else under its barcode."""
        named = _without_own_variants(self.by_reference.get(normalise_code(article.reference), ()))
        if named or not article.barcode:
            return named
        return _without_own_variants(self.by_barcode.get(article.barcode, ()))

    def match(self, article: Article, product: FoundProduct) -> Match:
        """The link of an article to the product that was found for it."""
        key = str(article.key)
        is_ours = key in self.begun and normalise_code(product.reference) == normalise_code(article.reference)
        origin = Origin.CREATED if is_ours else Origin.PAIRED
        return Match(Binding(RecordKind.PRODUCT, key, product.ref, origin), product.has_pictures and not is_ours)


def _without_own_variants(found: Sequence[FoundProduct]) -> Sequence[FoundProduct]:
    """Products and variants, but no variant of a product that is among them: it bears its product's reference."""
    products = {product.ref.id for product in found if not product.is_variant}
    return [product for product in found if not (product.is_variant and product.ref.parent in products)]


def match_variants(
    session: Session, products: Mapping[str, ShopRef], references: Mapping[VariantKey, str]
) -> dict[str, Binding]:
    """Pair the variants of products, given by article key, by their reference inside their product."""
    if not products or not references:
        return {}
    held: dict[tuple[str, str], ShopRef] = {}
    for found in session.shop.find_variants(list(products.values())):
        held.setdefault((found.ref.parent, normalise_code(found.reference)), found.ref)
    pairs: dict[str, Binding] = {}
    for key, reference in references.items():
        product = products.get(f"article:{key.reference}")
        ref = held.get((product.id, normalise_code(reference))) if product else None
        if ref:
            pairs[str(key)] = Binding(RecordKind.VARIANT, str(key), ref, Origin.PAIRED)
    return pairs
