"""The parts of the articles of one page, and the lists that all pages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.domain.keys import normalise_code
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.article import LINKED_ARTICLES, ArticleParts
from navette.erp.sage100.mapper.categories import catalogue_path
from navette.erp.sage100.mapper.nodes import CatalogueNode, Family
from navette.erp.sage100.mapper.taxes import Taxes
from navette.erp.sage100.mapper.variants import Ranges, to_variants
from navette.erp.sage100.reader import article_details as details
from navette.erp.sage100.reader.article_details import Grouped
from navette.erp.sage100.reader.article_taxes import TaxBook
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema


@dataclass(frozen=True, slots=True)
class ArticleLists:
    """What is read once for a run."""

    families: Mapping[str, Family]
    catalogue: Mapping[int, CatalogueNode]
    ranges: Ranges
    taxes: TaxBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What other tables say of the articles of a page, by reference."""

    taxes: Mapping[str, Taxes]
    glossaries: Grouped
    media: Grouped
    suppliers: Grouped
    related: Grouped
    packed: frozenset[str]
    range_values: Grouped
    combinations: Grouped
    free: Mapping[str, Mapping[str, object]]

    @classmethod
    def read(
        cls, session: ReadSession, schema: BaseSchema, rows: Sequence[Record], lists: ArticleLists
    ) -> "ArticlePage":
        """Read each table once."""
        families = {normalise_code(row.AR_Ref): normalise_code(row.FA_CodeFamille) for row in rows}
        references = list(families)
        ranged = [normalise_code(row.AR_Ref) for row in rows if row.AR_Gamme1]
        linked = [normalise_code(row.AR_Ref) for row in rows if row.AR_Nomencl == LINKED_ARTICLES]
        return cls(
            taxes=lists.taxes.of_articles(session, schema, families),
            glossaries=details.glossaries(session, references, lists.taxes.today),
            media=details.media(session, references),
            suppliers=details.main_suppliers(session, references),
            related=details.related(session, linked),
            packed=details.packed(session, references),
            range_values=details.range_values(session, ranged),
            combinations=details.combinations(session, schema, ranged),
            free=details.free_values(session, schema, references),
        )

    def parts_of(self, row: Record, lists: ArticleLists) -> ArticleParts:
        """The parts of one article."""
        reference = normalise_code(row.AR_Ref)
        family = lists.families.get(normalise_code(row.FA_CodeFamille))
        return ArticleParts(
            family_label=family.label if family else "",
            catalogue=catalogue_path(lists.catalogue, (row.CL_No1, row.CL_No2, row.CL_No3, row.CL_No4)),
            taxes=self.taxes[reference],
            glossary=self.glossaries.get(reference, ()),
            media=self.media.get(reference, ()),
            supplier=next(iter(self.suppliers.get(reference, ())), None),
            variants=to_variants(
                reference,
                (row.AR_Gamme1 or 0, row.AR_Gamme2 or 0),
                self.range_values.get(reference, ()),
                self.combinations.get(reference, ()),
                lists.ranges,
            ),
            related=tuple(normalise_code(found.NO_RefDet) for found in self.related.get(reference, ())),
            has_packagings=reference in self.packed,
            free=self.free.get(reference, {}),
        )
