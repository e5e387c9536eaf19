"""An order that cannot be written as it is waits, told with its remedy; the others go on, and it is written once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
import state
from calls import navette
from deaths import IMPORT
from workbench import Workbench

from navette.demo.shops.prestashop.http_message import Request, Response
from navette.domain.messages import orders as messages
from navette.domain.messages.message import Message

pytestmark = pytest.mark.spec("design:8", "design:13")
PARTIAL = 3
TOTALS = ("total_paid", "total_paid_tax_incl", "total_paid_real")
Change = Callable[[Workbench], object]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is wrong with some orders, what is told of it, and how it is mended."""

    strike: Change
    cure: Change
    message: Message
    told: Sequence[str] = ()


def unmap(table: str, key: str, value: str | None = None) -> Change:
    return lambda bench: bench.configure(**{table: {key: value}})


def pay(total: Callable[[Decimal], Decimal], order: int) -> Change:
    """Change what was paid for an order."""

    def change(bench: Workbench) -> None:
        paid = Decimal(state.paid_totals(bench.installation)[str(order)])
        names = ", ".join(f"{name} = ?" for name in TOTALS)
        bench.in_shop(f"UPDATE orders SET {names} WHERE id = ?", *(str(total(paid)) for _ in TOTALS), order)

    return change


def name_article(reference: str, product: int | None = None) -> Change:
    def change(bench: Workbench) -> None:
        bench.in_shop("UPDATE order_detail SET product_reference = ? WHERE id_order = 1", reference)
        bench.in_shop("UPDATE order_detail SET product_id = coalesce(?, product_id) WHERE id_order = 1", product)

    return change


def sell(reference: str) -> Change:
    """Let the row of the first order be of an article again."""

    def change(bench: Workbench) -> None:
        name_article(reference)(bench)
        bench.in_shop(
            "UPDATE order_detail SET product_id = (SELECT id FROM product WHERE reference = ?) WHERE id_order = 1",
            reference,
        )

    return change


WAITING: Mapping[str, Waiting] = {
    "a tax that is not mapped": Waiting(
        unmap("order_taxes", "FR|5.5"), unmap("order_taxes", "FR|5.5", "V55"), messages.UNMAPPED_TAX, ("FR",)
    ),
    "a tax that is mapped to another rate": Waiting(
        unmap("order_taxes", "FR|5.5", "V20"), unmap("order_taxes", "FR|5.5", "V55"), messages.TOTAL_DIFFERS
    ),
    "a payment method that is not known": Waiting(
        unmap("payments", "ps_wirepayment"),
        unmap("payments", "ps_wirepayment", "3"),
        messages.UNMAPPED_PAYMENT,
        ("ps_wirepayment",),
    ),
    "a country without accounting category": Waiting(
        unmap("countries", "FR"), unmap("countries", "FR", "1"), messages.UNMAPPED_COUNTRY, ("FR",)
    ),
    "totals that do not add up": Waiting(
        pay(lambda paid: paid + 7, 2), pay(lambda paid: paid - 7, 2), messages.ROWS_DO_NOT_ADD_UP
    ),
    "an article that the company does not know": Waiting(
        name_article("GRAVURE-X", 0), sell("ACCENT01"), messages.UNKNOWN_ARTICLE, ("GRAVURE-X",)
    ),
}


@pytest.mark.parametrize("name", WAITING)
def test_it_waits_in_words_of_the_reader_and_is_written_once_it_is_mended(name: str, bench: Workbench) -> None:
    case = WAITING[name]
    case.strike(bench)
    first = bench.run(IMPORT)
    assert first.code == PARTIAL, first.object
    french, english = bench.waiting("fr"), bench.waiting("en")
    check_told(case, french, english)
    check_documents(bench, waiting=set(french))
    again = bench.run(IMPORT)
    assert again.object["counts"]["created"] == 0
    assert bench.waiting() == english
    case.cure(bench)
    replayed = navette("quarantine", "replay", "--all", "--json")
    assert replayed.code == 0, replayed.out
    assert bench.waiting() == {}
    check_documents(bench, waiting=set())
    assert bench.run(IMPORT, "--full").object["requests"]["write"] == 0


def check_told(
    case: Waiting, french: Mapping[str, Mapping[str, str]], english: Mapping[str, Mapping[str, str]]
) -> None:
    """The same records wait for the same reason, told in both languages, with a remedy."""
    assert french.keys() == english.keys() != set()
    for record, problem in french.items():
        assert problem["code"] == english[record]["code"] == case.message.code, problem
        assert problem["message"] != english[record]["message"]
        assert problem["remedy"] not in {"", english[record]["remedy"]}
        assert english[record]["remedy"]
        for text in (problem, english[record]):
            assert all(word in f"{text['message']} {text['remedy']}" for word in case.told), text


def check_documents(bench: Workbench, *, waiting: set[str]) -> None:
    """Each order has one document of what was paid, but those that wait have none."""
    paid, documents = state.paid_totals(bench.installation), state.documents(bench.installation)
    for number, total in paid.items():
        found = documents.get(number, ())
        assert len(found) == (f"order:{number}" not in waiting), number
        assert all(document.total_incl_tax == Decimal(total) and not document.disagreements for document in found)


class TestChangedWhileItIsRead:
    """Between the order and its rows somebody doubles the quantity: no document mixes the two."""

    def test_it_is_read_again_and_written_as_it_is_now(self, bench: Workbench) -> None:
        before = Decimal(state.paid_totals(bench.installation)["1"])
        self.change_at_reading(bench, times=1)
        assert bench.run(IMPORT).code == 0
        assert Decimal(state.paid_totals(bench.installation)["1"]) > before
        check_documents(bench, waiting=set())

    def test_one_that_goes_on_changing_is_left_to_the_next_run(self, bench: Workbench) -> None:
        self.change_at_reading(bench, times=2)
        first = bench.run(IMPORT)
        assert first.code == 0
        check_documents(bench, waiting={"order:1"})
        second = bench.run(IMPORT)
        assert second.object["counts"]["created"] == 1
        check_documents(bench, waiting=set())

    def change_at_reading(self, bench: Workbench, times: int) -> None:
        """Change the first order each time before its rows are given, so many times."""
        left = [None] * times

        def answer(request: Request) -> Response | None:
            if request.path == "/api/order_details" and left:
                left.pop()
                self.add_a_piece(bench)
            return bench.shop.answer(request)

        bench.shop._server.answer = answer

    def add_a_piece(self, bench: Workbench) -> None:
        with bench.shop.shop.lock:
            net, gross, quantity = bench.shop.shop.database.row(
                "SELECT unit_price_tax_excl, unit_price_tax_incl, product_quantity FROM order_detail WHERE id_order = 1"
            )
        bench.in_shop("UPDATE order_detail SET product_quantity = ? WHERE id_order = 1", quantity + 1)
        for column, price in (("total_price_tax_excl", net), ("total_price_tax_incl", gross)):
            bench.in_shop(f"UPDATE order_detail SET {column} = {column} + ? WHERE id_order = 1", price)
        for column in ("total_products", "total_paid_tax_excl"):
            bench.in_shop(f"UPDATE orders SET {column} = {column} + ? WHERE id = 1", net)
        for column in ("total_products_wt", *TOTALS):
            bench.in_shop(f"UPDATE orders SET {column} = round({column} + ?, 2) WHERE id = 1", gross)
        bench.in_shop("UPDATE orders SET date_upd = ? WHERE id = 1", bench.shop.clock.stamp())
        bench.in_shop(
            "UPDATE order_payment SET amount = (SELECT total_paid FROM orders WHERE id = 1)"
            " WHERE order_reference = (SELECT reference FROM orders WHERE id = 1)"
        )
