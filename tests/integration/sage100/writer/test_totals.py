"""Stored totals against the domain's and against Sage's arithmetic, whatever the lines are."""

import pytest
from bookkeeping import check_document
from drafts import C00, C10, C20, C55, ECO, draft, line
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navette.domain.document import DocumentKind, FooterCharge
from navette.domain.order_total import document_total
from navette.domain.price_sheet import DiscountElement, DiscountKind

percents = st.decimals(0, 90, places=2).map(DiscountElement)
amounts = st.decimals(0, 3, places=2).map(lambda value: DiscountElement(value, DiscountKind.AMOUNT))
taxes = st.sampled_from([(C20,), (C55,), (C10,), (C00,), (C20, ECO), (C55, ECO), ()])
lines = st.lists(
    st.builds(
        line,
        st.sampled_from(["BAGUE", "LIVRE", "PORT", "DIVERS"]),
        quantity=st.integers(1, 60) | st.decimals("0.001", "9.999", places=3),
        price=st.decimals("-99.99", "999.99", places=2) | st.decimals("0", "99", places=6),
        discounts=st.lists(percents | amounts, max_size=4).map(tuple),
        taxes=taxes,
    ),
    min_size=1,
    max_size=6,
)
shipping = st.builds(
    FooterCharge,
    amount=st.decimals("0", "50", places=2),
    includes_tax=st.booleans(),
    taxes=st.sampled_from([(C20,), (C55,), ()]),
)


@pytest.mark.spec("ORD-LIN-15")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(lines, shipping, st.booleans())
def test_a_stored_document_comes_to_what_its_draft_comes_to(writer, books, drawn, charge, gross):
    drafted = draft(*drawn, shipping=charge, prices_include_tax=gross, kind=DocumentKind.QUOTE)
    document = writer.write(drafted).document
    total = document_total(drafted)
    header = check_document(books, 0, document.piece)
    assert (document.total_net, document.total_gross) == (total.net, total.gross)
    assert (header["DO_TotalHTNet"], header["DO_TotalTTC"]) == (total.net, total.gross)
