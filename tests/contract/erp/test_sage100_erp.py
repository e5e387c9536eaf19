"""The contract of the ERP port, held by the embedded sample company."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from erp_suite import ErpSuite

from navette.demo.company import create_sample_company
from navette.domain.customer import Account
from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.dialect import EmbeddedFile
from navette.ports.erp import Erp


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SageCompany]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.company"
    create_sample_company(path, articles=120)
    company = SageCompany(EmbeddedFile(path), lambda *_: None)
    yield company
    company.close()


class TestSage100(ErpSuite):
    @pytest.fixture
    def erp(self, sample: SageCompany) -> Erp:
        return sample

    @pytest.fixture
    def account(self, erp: Erp) -> Account:
        return next(account for account in erp.prices.priced_accounts() if account.email)

    @pytest.fixture
    def web_number(self, erp: Erp) -> str:
        return next(iter(erp.documents.changed_web_numbers(None)))[0]
