"""Sales documents of a company in memory: look-ups and progress."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from fakes.erp.company import Company, in_pages

from navette.domain.article import Article, ArticleVariant
from navette.domain.document import DocumentProgress, DocumentRef
from navette.domain.keys import normalise_code
from navette.ports.erp import SoldArticle


class FakeDocuments:
    def __init__(self, company: Company) -> None:
        self._company = company

    def sold_articles(self, references: Sequence[str]) -> Mapping[str, SoldArticle]:
        wanted = {normalise_code(reference) for reference in references}
        known = {reference: sold for article in self._company.articles.values() for reference, sold in sold_as(article)}
        return {reference: known[reference] for reference in wanted & known.keys()}

    def find_documents(self, web_numbers: Sequence[str]) -> Mapping[str, Sequence[DocumentRef]]:
        found = {number: [document.ref for document in self._company.of_web_number(number)] for number in web_numbers}
        return {number: refs for number, refs in found.items() if refs}

    def progress(self, web_numbers: Sequence[str], fields: Sequence[str]) -> Mapping[str, DocumentProgress]:
        return {number: self._progress(number, fields) for number in self.find_documents(web_numbers)}

    def changed_web_numbers(self, since: datetime | None) -> Iterator[Sequence[str]]:
        changed = {
            document.ref.web_number
            for document in self._company.documents
            if document.ref.web_number and (since is None or document.changed_at >= since)
        }
        yield from in_pages(sorted(changed), 500)

    def _progress(self, number: str, fields: Sequence[str]) -> DocumentProgress:
        held = self._company.of_web_number(number)
        tracked = [
            next((document.fields[name] for name in fields if document.fields.get(name)), "") for document in held
        ]
        return DocumentProgress(
            web_number=number,
            documents=tuple(document.ref for document in held),
            tracking_numbers=tuple(text for text in tracked if text),
            delivery_on=next((document.delivery_on for document in held if document.delivery_on), None),
            changed_at=max(document.changed_at for document in held),
        )


def sold_as(article: Article) -> Iterator[tuple[str, SoldArticle]]:
    """What can be sold under an article's reference and those of its combinations."""
    yield normalise_code(article.reference), _sold(article)
    for variant in article.variants:
        if variant.reference:
            yield normalise_code(variant.reference), _sold(article, variant)


def _sold(article: Article, variant: ArticleVariant | None = None) -> SoldArticle:
    return SoldArticle(
        reference=normalise_code(article.reference),
        designation=article.fields["AR_Design"],
        range_value1=variant.key.value1 if variant else 0,
        range_value2=variant.key.value2 if variant else 0,
        is_dormant=article.is_dormant,
        has_ranges=article.has_ranges,
        replacement=article.fields.get("replacement", ""),
    )
