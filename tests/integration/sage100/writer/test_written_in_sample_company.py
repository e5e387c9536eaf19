"""Documents of all shapes in a generated company, audited by code that shares nothing with the writer."""

import shutil
from decimal import Decimal
from random import Random

import pytest
from bookkeeping import StockBook
from conftest import Books
from drafts import address, draft, line, new_account, payment

from navette.demo.audit import audit_sales
from navette.demo.company.creation import create_sample_company
from navette.domain.document import DocumentKind, FooterCharge
from navette.domain.errors import WaitingError
from navette.domain.order_total import document_total
from navette.domain.price_sheet import DiscountElement
from navette.domain.tax import ErpTax, TaxKind
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.embedded import open_company
from navette.erp.sage100.schema import read_schema
from navette.erp.sage100.tables import F_ARTGAMME, F_ARTICLE, F_CONDITION
from navette.erp.sage100.writer import SqlWriter

V20, V55, V10 = ErpTax("V20", Decimal(20)), ErpTax("V55", Decimal("5.5")), ErpTax("V10", Decimal(10))
ECO50 = ErpTax("ECO50", Decimal("0.5"), TaxKind.FIXED_NET)
ECONP = ErpTax("ECONP", Decimal(1), TaxKind.FIXED_NET, is_collected=False)
TAXES = [(V20,), (V55,), (V10,), (V20, ECO50), (V20, ECONP), ()]
KINDS = [kind for kind in DocumentKind if kind is not DocumentKind.POSTED_INVOICE]


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "clairveil.company"
    create_sample_company(path, articles=200, seed=7)
    return path


@pytest.fixture
def sample(sample_file, tmp_path):
    path = tmp_path / "clairveil.company"
    shutil.copy(sample_file, path)
    engine = open_company(path)
    yield Books(engine)
    engine.dispose()


@pytest.fixture
def sample_writer(sample, clock):
    with sample.engine.connect() as connection:
        return SqlWriter(sample.engine, read_schema(ReadSession(connection)), clock)


class Assortment:
    """Draws lines from what the company sells."""

    def __init__(self, books, random):
        self.random = random
        self.articles = [row for row in books.rows(F_ARTICLE) if not row["AR_Sommeil"]]
        self.packs = books.rows(F_CONDITION)
        self.values = {}
        for row in books.rows(F_ARTGAMME):
            self.values.setdefault((row["AR_Ref"], row["AG_Type"]), []).append(row["AG_No"])

    def line(self):
        article = self.random.choice(self.articles)
        reference, values = article["AR_Ref"], {}
        for axis in (0, 1):
            if (reference, axis) in self.values:
                values[f"range_value{axis + 1}"] = self.random.choice(self.values[reference, axis])
        taxes = self.random.choice(TAXES)
        packs = [row["CO_No"] for row in self.packs if row["AR_Ref"] == reference]
        if packs and self.random.random() < 0.8:
            values["packaging"], taxes = self.random.choice(packs), (V20,)
        return line(
            reference,
            quantity=self.random.randint(1, 4),
            price=Decimal(self.random.randint(1, 99_999)).scaleb(-self.random.choice((2, 2, 3))),
            taxes=taxes,
            discounts=tuple(
                DiscountElement(Decimal(self.random.randint(1, 30))) for _ in range(self.random.randint(0, 2))
            ),
            **values,
        )


def unless_it_waits(call, *codes):
    """What a call gives, None if the document waits for one of these reasons."""
    try:
        return call()
    except WaitingError as waiting:
        if waiting.code not in codes:
            raise
        return None


def write_documents(sample, writer, random, number):
    """Write documents of all kinds; some wait for lots or for a dormant combination."""
    assortment = Assortment(sample, random)
    written = []
    for index in range(number):
        values = {"series": 1, "warehouse": random.choice((0, 1, 3)), "account": "COMPTOIR"}
        if index % 3 == 0:
            values |= {"new_account": new_account(f"WEB{index % 9:06d}", template="COMPTOIR"), "account": ""}
        drafted = draft(
            *(assortment.line() for _ in range(random.randint(1, 5))),
            kind=KINDS[index % len(KINDS)],
            prices_include_tax=index % 4 == 0,
            shipping=FooterCharge(amount=Decimal("6.90"), includes_tax=index % 2 == 0, taxes=(V20,)),
            delivery_address=address(line1=f"{index % 5} rue Haute"),
            payments=(payment("20.00", journal="CB"),),
            **values,
        )
        done = unless_it_waits(lambda drafted=drafted: writer.write(drafted), "ERP-ART-002", "ERP-ART-005")
        if done:
            assert done.document.total_gross == document_total(drafted).gross
            written.append(done.document)
    return written


def require_sound(sample, web_numbers, documents):
    with sample.engine.connect() as connection:
        audited = list(audit_sales(connection, web_numbers))
    assert len(audited) == documents
    assert [one for one in audited if one.disagreements] == []


@pytest.mark.spec("ORD-LIN-15")
def test_what_is_written_and_transformed_is_what_sage_would_compute(sample, sample_writer):
    random = Random(3)
    stock = StockBook(sample)
    documents = write_documents(sample, sample_writer, random, 60)
    numbers = [document.web_number for document in documents]
    assert len(documents) > 45
    stock.check()
    require_sound(sample, numbers, len(documents))
    remainders = 0
    for document in documents:
        if document.kind.rank > DocumentKind.PREPARATION.rank:
            continue
        quantities = {10000: Decimal(1)} if random.random() < 0.5 else None
        later = unless_it_waits(
            lambda document=document, quantities=quantities: sample_writer.transform(
                document, DocumentKind.DELIVERY, quantities
            ),
            "ERP-ART-005",
        )
        if later is None:
            continue
        sample_writer.transform(later, DocumentKind.INVOICE, None)
        remainders += len(sample.sql("SELECT 1 FROM F_DOCENTETE WHERE DO_Piece = :piece", piece=document.piece))
    stock.check()
    assert remainders > 3
    require_sound(sample, numbers, len(documents) + remainders)
