"""Articles sold singly and in packs: the examples of the specification (ART-VAR-3, ART-VAR-4)."""

from decimal import Decimal

from navette.demo.company.articles.article import Holding, Pack, SampleArticle
from navette.demo.company.articles.families import CASES
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.places import Depot

_SHELF = ("Cadeaux et écrins", "Écrins et emballages")

PACKS = (
    SampleArticle(
        reference="EM040",
        designation="Écrin bague cuir",
        english="Leather ring case",
        family=CASES,
        price=Decimal("5.40"),
        barcode=barcode(100),
        net_weight=Decimal(45),
        gross_weight=Decimal(50),
        catalogue=_SHELF,
        holdings=(Holding(Depot.BESANCON, 260),),
        packs=(Pack("Ecrin de 4", 4, "EM040-4", barcode(101)), Pack("Ecrin de 12", 12), Pack("Ecrin de 24", 24)),
    ),
    SampleArticle(
        reference="EM050",
        designation="Écrin collier bois",
        english="Wooden necklace case",
        family=CASES,
        price=Decimal("8.90"),
        barcode=barcode(102),
        net_weight=Decimal(120),
        gross_weight=Decimal(130),
        catalogue=_SHELF,
        holdings=(Holding(Depot.BESANCON, 100),),
        packs=(
            Pack("Ecrin de 4", 4, "EM050-4", barcode(103)),
            Pack("Ecrin de 12", 12, "EM050-12", barcode(104), consumer_price=Decimal(115)),
            Pack("Ecrin de 24", 24, "EM050-24", barcode(105)),
        ),
    ),
)
