"""The contract of the ERP port, held by the company in memory."""

from decimal import Decimal

import pytest
from builders import a_ranged_article, an_account, an_article
from erp_suite import ErpSuite
from fakes.erp.company import Company, HeldDocument
from fakes.erp.fake_erp import FakeErp

from navette.domain.customer import Account
from navette.domain.document import DocumentKind, DocumentRef
from navette.ports.erp import Erp


class TestFakeErp(ErpSuite):
    @pytest.fixture
    def erp(self) -> Erp:
        company = Company()
        company.put(
            an_article("BAOR01"),
            an_article("ZHIDDEN", is_published=False),
            an_article("DORMANT", is_dormant=True),
            a_ranged_article("BAAR01"),
        )
        company.put_accounts(an_account("CARAT", "Achats@Carat.example"), an_account("TOPAZ"))
        document = DocumentRef(DocumentKind.ORDER, "BC00001", "53", "CARAT", Decimal(120))
        company.documents.append(HeldDocument(document, None, company.now))
        return FakeErp(company)

    @pytest.fixture
    def account(self, erp: Erp) -> Account:
        return an_account("CARAT", "Achats@Carat.example")

    @pytest.fixture
    def web_number(self) -> str:
        return "53"
