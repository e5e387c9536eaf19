"""Articles whose prices show a rule: bands by quantity, by amount, net prices, coefficient, no discounts."""

from decimal import Decimal

from navette.demo.company.articles.article import Holding, PriceLine, SampleArticle
from navette.demo.company.articles.families import CASES, JEWELS
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.ranges import Scale
from navette.erp.sage100.tables import UNBOUNDED

_SHELF = ("Cadeaux et écrins", "Écrins et emballages")
_STOCK = (Holding(Depot.BESANCON, 300), Holding(Depot.DOLE, 800))

TARIFFS = (
    SampleArticle(
        reference="TARQTE01",
        designation="Écrin carton bague, remise par quantité",
        family=CASES,
        price=Decimal("1.80"),
        barcode=barcode(40),
        catalogue=_SHELF,
        holdings=_STOCK,
        prices=(
            PriceLine(
                PriceCategory.WHOLESALERS,
                price=Decimal("1.50"),
                scale=Scale.BY_QUANTITY,
                bands=((Decimal(9), Decimal(0)), (Decimal(49), Decimal(5)), (UNBOUNDED, Decimal(12))),
            ),
            PriceLine(PriceCategory.CONSUMERS, price=Decimal("2.20"), includes_tax=True),
        ),
    ),
    SampleArticle(
        reference="TARNET01",
        designation="Écrin velours collier, prix nets par quantité",
        family=CASES,
        price=Decimal("4.20"),
        barcode=barcode(41),
        catalogue=_SHELF,
        holdings=_STOCK,
        prices=(
            PriceLine(
                PriceCategory.WHOLESALERS,
                price=Decimal("3.80"),
                scale=Scale.NET_PRICE,
                bands=((Decimal(4), Decimal("3.80")), (Decimal(19), Decimal("3.40")), (UNBOUNDED, Decimal("2.95"))),
            ),
        ),
    ),
    SampleArticle(
        reference="TARMNT01",
        designation="Présentoir buste, remise par montant",
        family=CASES,
        price=Decimal(38),
        barcode=barcode(42),
        catalogue=_SHELF,
        holdings=_STOCK,
        prices=(
            PriceLine(
                PriceCategory.RETAILERS,
                price=Decimal(35),
                scale=Scale.BY_AMOUNT,
                bands=((Decimal(500), Decimal(0)), (Decimal(2000), Decimal(4)), (UNBOUNDED, Decimal(8))),
            ),
        ),
    ),
    SampleArticle(
        reference="TARCOE01",
        designation="Médaille argent, prix par coefficient",
        family=JEWELS[4],
        price=Decimal(45),
        purchase_price=Decimal(18),
        barcode=barcode(43),
        catalogue=("Bijouterie", "Pendentifs", "Argent", "Enfant"),
        holdings=(Holding(Depot.BESANCON, 20),),
        prices=(PriceLine(PriceCategory.WHOLESALERS, coefficient=Decimal("1.75")),),
    ),
    SampleArticle(
        reference="TARHRE01",
        designation="Alliance or jaune 750, hors remise",
        family=JEWELS[0],
        price=Decimal(410),
        barcode=barcode(44),
        catalogue=("Bijouterie", "Bagues", "Or", "Homme"),
        holdings=(Holding(Depot.BESANCON, 9),),
        prices=(
            PriceLine(PriceCategory.RETAILERS, price=Decimal(380), excludes_discounts=True),
            PriceLine(PriceCategory.CONSUMERS, price=Decimal(489), includes_tax=True, excludes_discounts=True),
        ),
    ),
    SampleArticle(
        reference="TAREXC01",
        designation="Chaîne gourmette argent, prix d'exception",
        family=JEWELS[1],
        price=Decimal("33.25"),
        barcode=barcode(45),
        catalogue=("Bijouterie", "Colliers", "Argent", "Homme"),
        holdings=(Holding(Depot.BESANCON, 64),),
        prices=(
            PriceLine(account="DETADIJON", price=Decimal("27.90")),
            PriceLine(
                account="GROSBESAN",
                price=Decimal("26.00"),
                scale=Scale.BY_QUANTITY,
                bands=(
                    (Decimal(9), Decimal(0)),
                    (UNBOUNDED, Decimal("7.5")),
                ),
            ),
        ),
    ),
)
