"""The taxes of a page of articles for one accounting category."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from navette.domain.keys import normalise_code
from navette.domain.tax import ErpTax
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.taxes import NO_CODES, TaxCodes, Taxes, article_taxes, codes_on
from navette.erp.sage100.reader.company_lists import INVOICE, SALE, read_family_taxes, read_taxes, tax_columns
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTCOMPTA


@dataclass(frozen=True, slots=True)
class TaxBook:
    """What taxes an accounting category has: the taxes themselves and the codes of families."""

    category: int
    today: date
    taxes: Mapping[str, ErpTax]
    family_codes: Mapping[str, TaxCodes]

    @classmethod
    def read(cls, session: ReadSession, schema: BaseSchema, category: int, today: date) -> "TaxBook":
        """Read the taxes and those of the families."""
        return cls(category, today, read_taxes(session), read_family_taxes(session, schema, category, today))

    def of_articles(self, session: ReadSession, schema: BaseSchema, families: Mapping[str, str]) -> Mapping[str, Taxes]:
        """Taxes of a page of articles, given with their families."""
        own = self._own_codes(session, schema, list(families))
        return {
            reference: article_taxes(
                own.get(reference, NO_CODES), self.family_codes.get(normalise_code(family), NO_CODES), self.taxes
            )
            for reference, family in families.items()
        }

    def _own_codes(self, session: ReadSession, schema: BaseSchema, references: Sequence[str]) -> Mapping[str, TaxCodes]:
        statement = select(F_ARTCOMPTA.c.AR_Ref, *tax_columns(schema, F_ARTCOMPTA, "ACP")).where(
            F_ARTCOMPTA.c.AR_Ref.in_(bindparam("references", expanding=True)),
            F_ARTCOMPTA.c.ACP_Type == SALE,
            F_ARTCOMPTA.c.ACP_TypeFacture == INVOICE,
            F_ARTCOMPTA.c.ACP_Champ == bindparam("category"),
        )
        rows = session.all(statement.params(references=references, category=self.category))
        return {normalise_code(row[0]): codes_on(row[1:], self.today) for row in rows}
