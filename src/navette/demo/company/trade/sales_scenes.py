"""Known sales: several rates, footers, discounts, packs, kits, remainders, deposits, posted and paid invoices."""

from decimal import Decimal

from navette.demo.company.articles.pool import ArticlePool
from navette.demo.company.parties.party import Party
from navette.demo.company.sample_calendar import SampleCalendar
from navette.demo.company.trade.book import DocumentBook
from navette.demo.company.trade.lines import ONE, Ancestor, Document, Line
from navette.demo.company.trade.numbering import Kind


class SalesScenes:
    """Plays the scenes into the book."""

    def __init__(
        self, book: DocumentBook, pool: ArticlePool, parties: dict[str, Party], calendar: SampleCalendar
    ) -> None:
        self._book = book
        self._pool = pool
        self._parties = parties
        self._calendar = calendar

    def play(self) -> None:
        """Write all the scenes."""
        self._quote()
        self._order_of_four_rates()
        self._order_with_deposit()
        self._order_of_packs_and_kit()
        self._delivered_in_part()
        self._invoice_of_a_firm()
        self._posted_invoices()
        self._return()

    def _line(
        self, reference: str, quantity: int, party: Party, discount: Decimal = Decimal(0), note: str = ""
    ) -> Line:
        sold = self._pool[reference]
        price, includes_tax = sold.price(party.price_category)
        return Line(
            sold=sold,
            quantity=Decimal(quantity),
            price=price,
            includes_tax=includes_tax,
            depot=sold.depot,
            discounts=(discount,) if discount else (),
            note=note,
        )

    def _quote(self) -> None:
        party = self._parties["DETALYON"]
        lines = (self._line("BAGOR01", 2, party), Line(text="Prix valables un mois", is_valued=False))
        self._write(Kind.QUOTE, party, lines, -20, reference="DEVIS VITRINE")

    def _order_of_four_rates(self) -> None:
        party = self._parties["PARDUPONT"]
        references = ("COLAR01", "LIVBIJ01", "FLEUR01", "REVUE01", "MONTRE01")
        lines = tuple(self._line(reference, 1 + place % 2, party) for place, reference in enumerate(references))
        shipping = Decimal("5.90")
        self._write(Kind.ORDER, party, lines, -2, shipping=shipping, shipping_includes_tax=True, status=1)

    def _order_with_deposit(self) -> None:
        party = self._parties["PARMULLER"]
        lines = (self._line("OREPL01", 3, party, note="À graver : « Für Anna »."),)
        self._write(Kind.ORDER, party, lines, -4, deposit=Decimal(20), shipping=Decimal("9.20"))

    def _order_of_packs_and_kit(self) -> None:
        party = self._parties["DETADIJON"]
        case, kit = self._pool["EM040"], self._pool["PARURE01"]
        pack = Line(sold=case, quantity=Decimal(24), price=case.article.price, pack=("Ecrin de 12", 12))
        lines = [pack, Line(sold=kit, quantity=ONE, price=kit.article.price, kit="PARURE01")]
        lines += [
            Line(sold=self._pool[part.reference], quantity=part.quantity, kit="PARURE01", is_valued=False)
            for part in kit.article.parts
        ]
        self._write(Kind.ORDER, party, tuple(lines), -2, shipping=Decimal(29), free_shipping_from=Decimal(1500))

    def _delivered_in_part(self) -> None:
        """Four ordered, two delivered: the order keeps the other two, both carry the web number (spec UPD-PEN)."""
        party = self._parties["PARDUPONT"]
        order = Ancestor(self._book.numbering.take(Kind.ORDER), self._calendar.day(-9))
        line = self._line("BRAAC01", 2, party)
        delivery = Document(
            kind=Kind.DELIVERY,
            party=party,
            on=self._calendar.day(-7),
            lines=(line,),
            web_number="900001",
            reference="Web 900001",
            tracking="CDCLAIR900001",
            delivered_on=self._calendar.day(-6),
            ancestors={Kind.ORDER: order},
        )
        self._book.write(delivery)
        rest = Document(
            kind=Kind.ORDER,
            party=party,
            on=order.on,
            lines=(line,),
            web_number="900001",
            reference="Web 900001",
            has_remainder=True,
            due=self._calendar.day(10),
        )
        self._book.write(rest, piece=order.piece)

    def _invoice_of_a_firm(self) -> None:
        party = self._parties["GROSBESAN"]
        lines = (
            self._line("BAGOR01", 3, party, Decimal(30)),
            self._line("PENDUL01", 2, party),
            self._line("LIVBIJ02", 5, party, Decimal(5)),
            self._line("PENDUL02", 1, party),
        )
        ancestors = {
            kind: Ancestor(self._book.numbering.take(kind), self._calendar.day(day))
            for kind, day in ((Kind.ORDER, -16), (Kind.PREPARATION, -15), (Kind.DELIVERY, -14))
        }
        self._write(
            Kind.INVOICE,
            party,
            lines,
            -13,
            ancestors=ancestors,
            early_payment_discount=Decimal(2),
            shipping=Decimal(29),
        )

    def _posted_invoices(self) -> None:
        firm, consumer, abroad = (self._parties[code] for code in ("GROSBESAN", "PARDUPONT", "BELGIQUE1"))
        lines = (self._line("STKMUL01", 1, consumer), self._line("LIVBIJ01", 2, consumer))
        self._write(Kind.POSTED_INVOICE, consumer, lines, -45, is_paid=True, web_number="900000")
        self._write(Kind.POSTED_INVOICE, firm, (self._line("TARQTE01", 60, firm, Decimal(12)),), -80)
        self._write(Kind.POSTED_INVOICE, abroad, (self._line("MONTRE01", 4, abroad),), -35, shipping=Decimal(29))

    def _return(self) -> None:
        party = self._parties["PARDUPONT"]
        self._write(Kind.RETURN, party, (self._line("LIVBIJ01", 1, party),), -40, reference="Return 900000")

    def _write(self, kind: Kind, party: Party, lines: tuple[Line, ...], on: int, **details: object) -> None:
        document = Document(kind=kind, party=party, on=self._calendar.day(on), lines=lines, **details)  # type: ignore[arg-type]
        self._book.write(document)
