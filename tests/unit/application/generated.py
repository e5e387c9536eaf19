"""Companies, shops and orders of any shape, for the properties that hold for all of them."""

from dataclasses import replace
from decimal import Decimal

from builders import VAT10, VAT20, VAT55, a_level, a_price_sheet, a_ranged_article, an_article, keys_of
from hypothesis import strategies as st
from order_builders import a_charge, a_customer, a_percent_voucher, a_row, a_voucher, an_order
from world import World

from navette.domain.article import Article, CategoryNode
from navette.domain.money import quantise
from navette.domain.order import Order
from navette.domain.price_sheet import PriceLine
from navette.domain.tax import ErpTax

REFERENCES = tuple(f"A{number}" for number in range(6))
UNMAPPED = ErpTax("C99", Decimal(7))
prices = st.integers(1, 40_000).map(lambda cents: Decimal(cents) / 100)


@st.composite
def articles(draw: st.DrawFn, reference: str) -> Article:
    article = draw(st.sampled_from([an_article, a_ranged_article]))(
        reference,
        fields={
            "AR_Design": draw(st.sampled_from(["Bague", "Collier", " "])),
            "glossary": draw(st.sampled_from(["", "a"])),
        },
        barcode=draw(st.sampled_from(["", "3601", "3602"])),
        taxes=(draw(st.sampled_from([VAT20, VAT20, VAT10, VAT55, UNMAPPED, None])), None, None),
        catalogue=draw(st.sampled_from([(), ("Bijoux",), ("Bijoux", "Or"), ("Montres", "Or")])),
        weight_net=Decimal(draw(st.integers(0, 3))),
        is_published=draw(st.sampled_from([True, True, True, False])),
        is_dormant=draw(st.sampled_from([False, False, False, True])),
    )
    asleep = draw(st.sets(st.integers(0, len(article.variants)), max_size=1))
    return replace(
        article,
        variants=tuple(replace(variant, is_dormant=index in asleep) for index, variant in enumerate(article.variants)),
    )


@st.composite
def changes_of_company(draw: st.DrawFn, world: World) -> None:
    """Put or change some articles with their prices and stock."""
    for reference in draw(st.sets(st.sampled_from(REFERENCES), max_size=4)):
        article = draw(articles(reference))
        world.company.put(article)
        lines = {number: PriceLine(price=draw(prices)) for number in draw(st.sets(st.integers(1, 2), max_size=2))}
        world.company.put_sheet(a_price_sheet(article, draw(prices), category_lines=lines))
        world.company.put_levels(*(a_level(key, draw(st.integers(-3, 30))) for key in keys_of(article)))
    world.company.catalogue = [
        CategoryNode(path) for path in draw(st.sampled_from([(), (("Bijoux",), ("Bijoux", "Or")), (("Montres",),)]))
    ]


@st.composite
def changes_of_shop(draw: st.DrawFn, world: World) -> None:
    """What people do in the shop: make products, delete some, sell, refuse."""
    for reference in draw(st.sets(st.sampled_from(REFERENCES), max_size=1)):
        world.shop_state.put_product(reference, barcode=draw(st.sampled_from(["", "3601"])))
    products = sorted(world.shop_state.products)
    for number in draw(st.sets(st.sampled_from(products), max_size=1)) if products else ():
        del world.shop_state.products[number]
    for product in world.shop_state.products.values():
        product.quantity = draw(st.sampled_from([product.quantity, 1]))
    world.shop.faults.refused = set(draw(st.sets(st.sampled_from([*REFERENCES, "Bijoux", "A1-54"]), max_size=1)))


rates = st.sampled_from([20, 10, "5.5", "2.1", 0])


@st.composite
def orders(draw: st.DrawFn, number: str = "1") -> Order:
    """An order as a shop computes it, rounded row by row; sometimes with what a company does not know."""
    rows = tuple(
        a_row(
            draw(st.sampled_from([*REFERENCES[:3], "ZDIVERS"])),
            draw(st.decimals("0.01", "900", places=draw(st.sampled_from([2, 4, 6])))),
            draw(rates),
            draw(st.integers(1, 5)),
            id=str(index),
        )
        for index in range(draw(st.integers(1, 5)))
    )
    shipping = a_charge(draw(st.decimals("0", "30", places=2)), draw(st.sampled_from([20, "5.5"])))
    vouchers = []
    if draw(st.booleans()):
        vouchers.append(a_percent_voucher(rows, draw(st.integers(1, 50))))
    if draw(st.booleans()) and shipping.gross:
        vouchers.append(a_voucher(shipping.net, shipping.gross, "Port offert", frees_shipping=True))
    if draw(st.booleans()):
        share = Decimal(draw(st.integers(1, 40))) / 100
        amounts = [quantise(sum(getattr(row, name) for row in rows) * share) for name in ("total_net", "total_gross")]
        vouchers.append(a_voucher(*amounts))
    return an_order(
        number,
        *rows,
        shipping=shipping,
        wrapping=a_charge(draw(st.sampled_from([0, "2.50"]))),
        vouchers=tuple(vouchers),
        customer=a_customer(draw(st.sampled_from(["530", "531"]))),
        status=draw(st.sampled_from(["2", "2", "10", "6"])),
    )
