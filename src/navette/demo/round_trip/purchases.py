"""What customers buy in the demo: orders of different shapes, by articles that the company really has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

UNKNOWN_REFERENCE = "ATELIER-GRAVURE"
PERCENT_VOUCHER = "BIENVENUE10"
AMOUNT_VOUCHER = "CADEAU15"
SHIPPING_VOUCHER = "PORTOFFERT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A customer of the shop with an address."""

    email: str
    first_name: str
    last_name: str
    street: str
    postcode: str
    city: str
    country: str = "FR"
    company: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One order as a customer places it; rows are references with quantities."""

    label: str
    person: Person
    rows: tuple[tuple[str, int], ...]
    vouchers: tuple[str, ...] = ()
    is_guest: bool = False
    is_paid: bool = True
    gift: str = ""
    message: str = ""
    invoice_person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """A voucher that the merchant made in the shop."""

    code: str
    name: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    frees_shipping: bool = False


@dataclass(frozen=True, slots=True)
class ShopOnlyProduct:
    """A product that the merchant made in the shop and that the company does not know; net price, VAT rate."""

    reference: str
    name: str
    price: Decimal
    rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BackOffice:
    """What the merchant makes by hand in the shop: groups with net prices, a member of one, vouchers, a product.

    `member` is a customer of the company, under the e-mail of its account, who belongs to the first group.
    """

    groups: tuple[str, ...]
    member: Person | None
    vouchers: tuple[Voucher, ...]
    products: tuple[ShopOnlyProduct, ...]


VOUCHERS = (
    Voucher(code=PERCENT_VOUCHER, name="Bienvenue", percent=Decimal(10)),
    Voucher(code=AMOUNT_VOUCHER, name="Chèque cadeau", amount=Decimal(15)),
    Voucher(code=SHIPPING_VOUCHER, name="Port offert", frees_shipping=True),
)
ENGRAVING = ShopOnlyProduct(UNKNOWN_REFERENCE, "Gravure d'un prénom", Decimal("12.50"), Decimal(20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assortment:
    """References to choose from: simple articles by VAT rate, and a combination of ranges."""

    by_rate: Mapping[Decimal, Sequence[str]] = field(default_factory=dict)
    variant: str = ""

    def simple(self, rate: str, index: int = 0) -> str:
        """A simple article of a VAT rate; where the company has none, one of the first rate."""
        found = self.by_rate.get(Decimal(rate)) or next(iter(self.by_rate.values()))
        return found[index % len(found)]


CLAIRE = Person(
    email="claire.fontaine@example.com",
    first_name="Claire",
    last_name="Fontaine",
    street="7 quai de la Pêcherie",
    postcode="69001",
    city="Lyon",
    phone="0478000001",
)
HUGO = Person(
    email="hugo.marchand@example.com",
    first_name="Hugo",
    last_name="Marchand",
    street="12 rue des Lilas",
    postcode="59000",
    city="Lille",
)
ATELIER = Person(
    email="compta@atelier-nivelle.example.com",
    first_name="Inès",
    last_name="Nivelle",
    company="Atelier Nivelle",
    street="3 place du Marché",
    postcode="44000",
    city="Nantes",
)
JULES = Person(
    email="jules.perrin@example.com",
    first_name="Jules",
    last_name="Perrin",
    street="5 chemin du Moulin",
    postcode="06000",
    city="Nice",
)
ANNE = Person(
    email="anne.lucas@example.com",
    first_name="Anne",
    last_name="Lucas",
    street="18 rue du Port",
    postcode="17000",
    city="La Rochelle",
)
LENA = Person(
    email="lena.vogel@example.com",
    first_name="Lena",
    last_name="Vogel",
    street="Gartenstraße 8",
    postcode="79098",
    city="Freiburg",
    country="DE",
)
MARCO = Person(
    email="marco.keller@example.com",
    first_name="Marco",
    last_name="Keller",
    street="Rue du Lac 21",
    postcode="1003",
    city="Lausanne",
    country="CH",
)


def purchases(stock: Assortment, member: Person | None) -> tuple[Purchase, ...]:
    """The orders of the demo, each of another shape; the member of a group buys at its own prices."""
    first, second = stock.simple("20"), stock.simple("20", 1)
    book, plant, press = stock.simple("5.5"), stock.simple("10"), stock.simple("2.1")
    mixed = ((first, 2), (plant, 3), (book, 1), (press, 5))
    trade = (Purchase(label="trade customer", person=member, rows=((first, 12), (second, 6))),) if member else ()
    return (
        *trade,
        Purchase(label="simple", person=CLAIRE, rows=((first, 1),)),
        Purchase(label="several VAT rates", person=HUGO, rows=mixed),
        Purchase(label="percent voucher", person=ATELIER, rows=mixed, vouchers=(PERCENT_VOUCHER,)),
        Purchase(label="amount voucher", person=JULES, rows=((second, 3), (book, 2)), vouchers=(AMOUNT_VOUCHER,)),
        Purchase(label="guest", person=ANNE, rows=((plant, 1), (second, 1)), is_guest=True),
        Purchase(label="variant", person=JULES, rows=((stock.variant or first, 1), (book, 1))),
        Purchase(label="unknown article", person=CLAIRE, rows=((first, 1), (UNKNOWN_REFERENCE, 1))),
        Purchase(label="Germany", person=LENA, rows=((first, 2), (second, 1))),
        Purchase(label="Switzerland, without tax", person=MARCO, rows=((first, 1), (plant, 2))),
        Purchase(label="gift", person=ATELIER, rows=((second, 1),), gift="Joyeux anniversaire", message="Merci !"),
        Purchase(label="free shipping", person=HUGO, rows=((book, 4), (press, 7)), vouchers=(SHIPPING_VOUCHER,)),
        Purchase(label="two addresses", person=JULES, rows=((first, 7), (press, 3)), invoice_person=ATELIER),
        Purchase(label="wire awaited", person=CLAIRE, rows=((plant, 9), (book, 3), (first, 1)), is_paid=False),
    )
