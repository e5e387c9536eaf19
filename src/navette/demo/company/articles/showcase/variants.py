"""Articles with one and two ranges (ART-VAR-2), with combinations that are not sold."""

from decimal import Decimal

from navette.demo.company.articles.article import SampleArticle, Variant
from navette.demo.company.articles.families import JEWELS, WATCHES
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.ranges import Range

ONE_RANGE = SampleArticle(
    reference="BAGTAI01",
    designation="Bague Garance argent 925, par taille",
    english="Garance ring, sterling silver, by size",
    family=JEWELS[0],
    price=Decimal("82.50"),
    purchase_price=Decimal("31.75"),
    net_weight=Decimal("3.4"),
    gross_weight=Decimal(55),
    brand="Clairveil",
    catalogue=("Bijouterie", "Bagues", "Argent", "Femme"),
    ranges=(Range.RING_SIZE,),
    variants=(
        Variant(("50",), 4, "BAGTAI01-50", barcode(80)),
        Variant(("52",), 6, "BAGTAI01-52", barcode(81)),
        Variant(("54",), 0, "BAGTAI01-54", barcode(82)),
        Variant(("56",), 3, "BAGTAI01-56", barcode(83)),
        Variant(("58",), 0, "BAGTAI01-58", barcode(84), is_dormant=True),
    ),
    photo="BAGTAI01.png",
)

TWO_RANGES = SampleArticle(
    reference="BRACOU01",
    designation="Bracelet cordon, par couleur et longueur",
    english="Cord bracelet, by colour and length",
    family=JEWELS[2],
    price=Decimal(19),
    price_includes_tax=True,
    purchase_price=Decimal("4.10"),
    net_weight=Decimal(6),
    gross_weight=Decimal(30),
    catalogue=("Bijouterie", "Bracelets", "Fantaisie", "Enfant"),
    ranges=(Range.COLOUR, Range.LENGTH),
    variants=(
        Variant(("Bleu", "16 cm"), 10, "BRACOU01-B16", barcode(85)),
        Variant(("Bleu", "18 cm"), 12, "BRACOU01-B18", barcode(86)),
        Variant(("Rouge", "16 cm"), 7, "BRACOU01-R16", barcode(87)),
        Variant(("Rouge", "18 cm"), 0, "BRACOU01-R18", barcode(88), is_dormant=True),
        Variant(("Noir", "16 cm"), 5, has_row=False),
        Variant(("Noir", "18 cm"), 9, "BRACOU01-N18", barcode(89)),
    ),
)

PRICED_VARIANTS = SampleArticle(
    reference="MONMET01",
    designation="Montre Éclipse, par métal",
    english="Éclipse watch, by metal",
    family=WATCHES,
    price=Decimal(215),
    net_weight=Decimal(110),
    gross_weight=Decimal(260),
    warranty=24,
    brand="Éclipse",
    catalogue=("Horlogerie", "Montres", "Argent", "Homme"),
    ranges=(Range.METAL,),
    variants=(
        Variant(("Argent 925",), 4, "MONMET01-ARG", barcode(90), consumer_price=Decimal(258)),
        Variant(("Plaqué or",), 2, "MONMET01-PLO", barcode(91), consumer_price=Decimal(279)),
        Variant(("Or jaune 375",), 1, "MONMET01-OR", barcode(92), consumer_price=Decimal(649)),
    ),
)

VARIANTS = (ONE_RANGE, TWO_RANGES, PRICED_VARIANTS)
