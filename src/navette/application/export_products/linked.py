"""What is remembered, or found in the shop, of the articles of one page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import Work, problem
from navette.application.export_products.build import sold_variants, variant_reference
from navette.application.export_products.plan import Linked
from navette.application.lost_products import lost_products
from navette.application.match_products import Match, ProductMatcher, match_variants
from navette.application.session import Session
from navette.domain.article import Article
from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.catalog import ImageFile
from navette.domain.messages import articles as messages
from navette.domain.run import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """Links by article and variant key, found ones among them; products that the shop lost are retired or reported.

    `sent_variants` are all variants that are linked under a product, by its id in the shop.
    """

    bound: Mapping[str, Binding]
    found: Mapping[str, Match]
    variants: Mapping[str, Binding]
    sent_variants: Mapping[str, Sequence[Binding]]
    retired: Mapping[str, Binding]
    digests: Mapping[str, Mapping[Aspect, SentAspect]]
    files: Mapping[str, Sequence[RemoteFile]]
    problems: Mapping[str, Problem]

    @classmethod
    def of(cls, work: Work, page: Sequence[Article], matcher: ProductMatcher) -> "LinkedPage":
        """Look up what is remembered, then in the shop for articles that are not linked."""
        store = work.session.store
        keys = [str(article.key) for article in page]
        bound = dict(store.bindings.by_keys(RecordKind.PRODUCT, keys))
        lost = lost_products(work, bound)
        retired = lost if work.request.only else {}
        problems = {} if retired else {key: _gone(key) for key in lost}
        sent_variants = _by_parent(work.session, bound)
        for key in retired:
            del bound[key]
        matches = matcher.match([a for a in page if str(a.key) not in bound and not a.is_dormant])
        return cls(
            bound=bound,
            found=matches.products,
            variants=_variants(work.session, page, matches.products),
            sent_variants=sent_variants,
            retired=retired,
            digests=_by_key(store.digests.of(RecordKind.PRODUCT, keys, list(Aspect))),
            files=store.files.of(RecordKind.PRODUCT, keys),
            problems={**matches.problems, **problems},
        )

    def of_article(self, article: Article) -> Linked:
        """What is remembered of one article; nothing that was sent to another product counts."""
        key = str(article.key)
        match = self.found.get(key)
        binding = match.binding if match else self.bound.get(key)
        retired = self.retired.get(key)
        product = binding.shop_ref.id if binding else ""
        named = ((str(variant.key), self.variants.get(str(variant.key))) for variant in sold_variants(article))
        is_known = key in self.bound
        return Linked(
            binding=binding,
            is_new_link=match is not None,
            has_pictures=match.has_pictures if match else False,
            variants={name: variant for name, variant in named if variant and variant.shop_ref.parent == product},
            former_variants=self.sent_variants.get(product, ()),
            digests=self.digests.get(key, {}) if is_known else {},
            files=self.files.get(key, ()) if is_known else (),
            retired=(retired, *self.sent_variants.get(retired.shop_ref.id, ())) if retired else (),
        )

    def pictures(self, article: Article) -> list[ImageFile]:
        """The pictures that were sent, as they were on disk."""
        return [
            ImageFile(file.source, file.content_hash, file.size, file.modified_at, file.position)
            for file in self.files.get(str(article.key), ())
        ]


def _gone(key: str) -> Problem:
    return problem(messages.GONE_FROM_SHOP, label=key.partition(":")[2])


def _variants(session: Session, page: Sequence[Article], found: Mapping[str, Match]) -> dict[str, Binding]:
    """Links of the variants that are sold; those of products that were just found are looked up in the shop."""
    names = [str(variant.key) for article in page for variant in sold_variants(article)]
    bound = dict(session.store.bindings.by_keys(RecordKind.VARIANT, names)) if names else {}
    products: dict[str, ShopRef] = {key: match.binding.shop_ref for key, match in found.items()}
    references = {
        variant.key: variant_reference(article, variant)
        for article in page
        if str(article.key) in found
        for variant in sold_variants(article)
    }
    return {**bound, **match_variants(session, products, references)}


def _by_parent(session: Session, bound: Mapping[str, Binding]) -> Mapping[str, Sequence[Binding]]:
    found: dict[str, list[Binding]] = defaultdict(list)
    parents = [binding.shop_ref.id for binding in bound.values()]
    for binding in session.store.bindings.of_parent(RecordKind.VARIANT, parents) if parents else ():
        found[binding.shop_ref.parent].append(binding)
    return found


def _by_key(digests: Mapping[tuple[str, Aspect], SentAspect]) -> Mapping[str, Mapping[Aspect, SentAspect]]:
    found: dict[str, dict[Aspect, SentAspect]] = defaultdict(dict)
    for (key, aspect), sent in digests.items():
        found[key][aspect] = sent
    return found
