"""What is remembered, or found in the shop, of the articles of one page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import Work, problem
from navette.application.export_products.build import variant_reference
from navette.application.export_products.plan import Linked
from navette.application.match_products import match_products, match_variants
from navette.application.session import Session
from navette.domain.article import Article
from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect
from navette.domain.catalog import ImageFile
from navette.domain.messages import articles as messages
from navette.domain.run import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """Links by article and variant key; products that the shop lost are retired or reported."""

    products: Mapping[str, Binding]
    variants: Mapping[str, Binding]
    former_variants: Mapping[str, Sequence[Binding]]
    retired: Mapping[str, Binding]
    digests: Mapping[tuple[str, Aspect], SentAspect]
    files: Mapping[str, Sequence[RemoteFile]]
    problems: Mapping[str, Problem]

    @classmethod
    def of(cls, work: Work, page: Sequence[Article]) -> "LinkedPage":
        """Look up what is remembered, then in the shop for articles that are not linked."""
        session = work.session
        keys = [str(article.key) for article in page]
        bound = dict(session.store.bindings.by_keys(RecordKind.PRODUCT, keys))
        retired, problems = _lost(work, bound)
        for key in retired:
            del bound[key]
        found = match_products(session, [a for a in page if str(a.key) not in bound and not a.is_dormant])
        paired = {key: binding for key, binding in found.products.items() if key not in retired}
        variants = _variants(session, page, paired)
        return cls(
            products=bound | paired,
            variants=variants,
            former_variants=_by_parent(session, bound),
            retired=retired,
            digests=session.store.digests.of(RecordKind.PRODUCT, keys, list(Aspect)),
            files=session.store.files.of(RecordKind.PRODUCT, keys),
            problems={**found.problems, **problems},
        )

    def of_article(self, article: Article) -> Linked:
        """What is remembered of one article; nothing that was sent to a product that is gone counts."""
        key = str(article.key)
        retired = self.retired.get(key)
        binding = self.products.get(key)
        names = [str(variant.key) for variant in article.variants]
        variants = {} if retired else {name: self.variants[name] for name in names if name in self.variants}
        return Linked(
            binding=binding,
            variants=variants,
            former_variants=self.former_variants.get(binding.shop_ref.id, ()) if binding else (),
            digests={} if retired else {aspect: sent for (name, aspect), sent in self.digests.items() if name == key},
            files=() if retired else self.files.get(key, ()),
            retired=(retired,) if retired else (),
        )

    def pictures(self, article: Article) -> list[ImageFile]:
        """The pictures that were sent, as they were on disk."""
        return [
            ImageFile(file.source, file.content_hash, file.size, file.modified_at, file.position)
            for file in self.files.get(str(article.key), ())
        ]


def _lost(work: Work, bound: Mapping[str, Binding]) -> tuple[dict[str, Binding], dict[str, Problem]]:
    """Products that the shop no longer has: created again where a person names the article, else reported."""
    if work.since is not None or not bound:
        return {}, {}
    there = work.session.shop.existing_products([binding.shop_ref for binding in bound.values()])
    lost = {key: binding for key, binding in bound.items() if binding.shop_ref.id not in there}
    if work.request.only:
        return lost, {}
    reports = {key: problem(messages.GONE_FROM_SHOP, label=key.partition(":")[2]) for key in lost}
    return {}, reports


def _variants(session: Session, page: Sequence[Article], paired: Mapping[str, Binding]) -> dict[str, Binding]:
    names = [str(variant.key) for article in page for variant in article.variants]
    bound = dict(session.store.bindings.by_keys(RecordKind.VARIANT, names)) if names else {}
    references = {
        variant.key: variant_reference(article, variant)
        for article in page
        if str(article.key) in paired
        for variant in article.variants
    }
    return {**match_variants(session, paired, references), **bound}


def _by_parent(session: Session, bound: Mapping[str, Binding]) -> Mapping[str, Sequence[Binding]]:
    found: dict[str, list[Binding]] = defaultdict(list)
    parents = [binding.shop_ref.id for binding in bound.values()]
    for binding in session.store.bindings.of_parent(RecordKind.VARIANT, parents) if parents else ():
        found[binding.shop_ref.parent].append(binding)
    return found
