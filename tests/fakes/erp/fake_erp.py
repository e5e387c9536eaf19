"""The company, opened."""

from datetime import date, datetime

from fakes.erp.company import Company
from fakes.erp.documents import FakeDocuments
from fakes.erp.readers import FakeCatalog, FakeParties, FakePrices, FakeStock
from fakes.erp.writer import FakeWriter

from navette.ports.erp import ErpChoices, ErpProbe


class FakeErp:
    """Implements navette.ports.erp.Erp over a Company."""

    def __init__(self, company: Company | None = None) -> None:
        self.company = company or Company()
        self.catalog = FakeCatalog(self.company)
        self.stock = FakeStock(self.company)
        self.prices = FakePrices(self.company)
        self.parties = FakeParties(self.company)
        self.documents = FakeDocuments(self.company)
        self.writer = FakeWriter(self.company)
        self.is_closed = False

    def probe(self) -> ErpProbe:
        return ErpProbe(
            identity=self.company.identity,
            company_name="Bijou SA",
            version="10.00",
            is_embedded=True,
            articles=len(self.company.articles),
            customers=len(self.company.accounts),
            may_write=True,
        )

    def choices(self) -> ErpChoices:
        return self.company.choices

    def clock(self) -> datetime:
        return self.company.now

    def today(self) -> date:
        return self.company.now.date()

    def close(self) -> None:
        self.is_closed = True
