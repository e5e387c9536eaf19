"""Documents drawn at random, as many as the sample's size asks for."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from navette.demo.company.articles.pool import ArticlePool
from navette.demo.company.parties.party import Party
from navette.demo.company.sample_calendar import SampleCalendar
from navette.demo.company.trade.book import DocumentBook
from navette.demo.company.trade.lines import Ancestor, Document, Line
from navette.demo.company.trade.numbering import Kind

_SALES = (
    (Kind.QUOTE, 8),
    (Kind.ORDER, 30),
    (Kind.PREPARATION, 8),
    (Kind.DELIVERY, 14),
    (Kind.RETURN, 3),
    (Kind.INVOICE, 15),
    (Kind.POSTED_INVOICE, 22),
)
_KINDS, _WEIGHTS = zip(*_SALES, strict=True)
_CAME_FROM = {
    Kind.PREPARATION: (Kind.ORDER,),
    Kind.DELIVERY: (Kind.ORDER, Kind.PREPARATION),
    Kind.INVOICE: (Kind.ORDER, Kind.DELIVERY),
    Kind.POSTED_INVOICE: (Kind.ORDER, Kind.PREPARATION, Kind.DELIVERY),
}
_PURCHASE_EVERY = 4
_FIRST_WEB_NUMBER = 910_000


@dataclass(frozen=True, slots=True)
class DrawnDocuments:
    """Draws documents between the sample's parties about its drawn articles."""

    book: DocumentBook
    pool: ArticlePool
    customers: list[Party]
    suppliers: list[Party]
    calendar: SampleCalendar
    random: Random

    def draw(self, count: int) -> None:
        """Draw documents, every fourth a purchase; without drawn articles there are none."""
        if not self.pool.drawn:
            return
        for number in range(count):
            self.book.write(self._purchase() if number % _PURCHASE_EVERY == 0 else self._sale(number))

    def _sale(self, number: int) -> Document:
        (kind,) = self.random.choices(_KINDS, weights=_WEIGHTS)
        party = self.random.choice(self.customers)
        age = self.random.randint(1, 25) if kind < Kind.DELIVERY else self.random.randint(2, 300)
        web_number = str(_FIRST_WEB_NUMBER + number) if self.random.random() < 0.4 else ""
        return Document(
            kind=kind,
            party=party,
            on=self.calendar.day(-age),
            lines=tuple(self._sale_line(party) for _ in range(self.random.randint(1, 5))),
            web_number=web_number,
            reference=f"Web {web_number}" if web_number else "",
            tracking=f"CDCLAIR{web_number}" if web_number and kind >= Kind.DELIVERY else "",
            status=self.random.randint(0, 2),
            shipping=self.random.choice((Decimal(0), Decimal("5.75"), Decimal("12.50"))),
            is_paid=kind is Kind.POSTED_INVOICE and self.random.random() < 0.7,
            ancestors=self._ancestors(kind, age),
        )

    def _ancestors(self, kind: Kind, age: int) -> dict[Kind, Ancestor]:
        kinds = _CAME_FROM.get(kind, ())
        return {
            former: Ancestor(self.book.numbering.take(former), self.calendar.day(-age - len(kinds) + place))
            for place, former in enumerate(kinds)
        }

    def _sale_line(self, party: Party) -> Line:
        sold = self.random.choice(self.pool.drawn)
        price, includes_tax = sold.price(party.price_category)
        variant = self.random.choice(sold.variants) if sold.variants else (0, 0)
        discount = self.random.choice((0, 0, 0, 5, 10))
        return Line(
            sold=sold,
            quantity=Decimal(self.random.randint(1, 4)),
            price=price,
            includes_tax=includes_tax,
            depot=sold.depot,
            discounts=(Decimal(discount),) if discount else (),
            variant=variant,
        )

    def _purchase(self) -> Document:
        kind = self.random.choice((Kind.SUPPLIER_ORDER, Kind.SUPPLIER_ORDER, Kind.RECEIPT))
        age = self.random.randint(1, 60)
        return Document(
            kind=kind,
            party=self.random.choice(self.suppliers),
            on=self.calendar.day(-age),
            lines=tuple(self._purchase_line(kind) for _ in range(self.random.randint(1, 6))),
            status=1,
        )

    def _purchase_line(self, kind: Kind) -> Line:
        sold = self.random.choice(self.pool.drawn)
        due = self.calendar.day(self.random.randint(-10, 60)) if self.random.random() < 0.7 else None
        return Line(
            sold=sold,
            quantity=Decimal(self.random.choice((5, 10, 20, 50))),
            price=sold.article.cost,
            depot=sold.depot,
            variant=self.random.choice(sold.variants) if sold.variants else (0, 0),
            due=due if kind is Kind.SUPPLIER_ORDER else None,
        )
