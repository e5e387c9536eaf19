"""Stock rows in arrays: found by product and variant, sums left out."""

from hypothesis import given
from hypothesis import strategies as st

from navette.domain.binding import ShopRef
from navette.ports.shop import ShopStock
from navette.shops.prestashop.adapter.stock_rows import StockRows


def row(number: int, product: int, attribute: int, quantity: int) -> dict[str, object]:
    return {
        "id": number,
        "id_product": str(product),
        "id_product_attribute": str(attribute),
        "quantity": str(quantity),
    }


def test_a_product_with_variants_gives_theirs_and_not_their_sum() -> None:
    rows = StockRows()
    rows.add([row(1, 20, 0, 98), row(2, 30, 0, 5)])
    rows.add([row(61, 20, 41, 40), row(60, 20, 40, 58)])
    assert [held for page in rows.pages(2) for held in page] == [
        ShopStock(ShopRef("40", "20"), 58),
        ShopStock(ShopRef("41", "20"), 40),
        ShopStock(ShopRef("30"), 5),
    ]
    assert (rows.row(ShopRef("20")), rows.row(ShopRef("41", "20")), rows.row(ShopRef("99"))) == (1, 61, 0)
    assert (rows.has_variants("20"), rows.has_variants("30"), rows.has_variants("99")) == (True, False, False)


def test_a_row_read_again_replaces_the_old_one() -> None:
    rows = StockRows()
    rows.add([row(1, 20, 0, 3)])
    rows.add([row(1, 20, 0, -4)])
    assert list(rows.pages(10)) == [[ShopStock(ShopRef("20"), -4)]]


@given(st.dictionaries(st.tuples(st.integers(1, 20), st.integers(0, 3)), st.integers(-100, 10**9), max_size=30))
def test_every_row_is_found_and_given_once(held: dict[tuple[int, int], int]) -> None:
    rows = StockRows()
    rows.add([row(n, product, attribute, q) for n, ((product, attribute), q) in enumerate(held.items(), 1)])
    given_out = {
        (stock.ref.parent or stock.ref.id, stock.ref.id): stock.quantity for page in rows.pages(7) for stock in page
    }
    with_variants = {product for product, attribute in held if attribute}
    expected = {
        (str(product), str(attribute or product)): quantity
        for (product, attribute), quantity in held.items()
        if attribute or product not in with_variants
    }
    assert given_out == expected
    for number, (product, attribute) in enumerate(held, 1):
        ref = ShopRef(str(attribute), str(product)) if attribute else ShopRef(str(product))
        assert rows.row(ref) == number
