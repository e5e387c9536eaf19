"""Articles whose stock shows a rule; the documents that move it are in `trade.stock_scenes`."""

from decimal import Decimal

from navette.demo.company.articles.article import Holding, SampleArticle, Tracking
from navette.demo.company.articles.families import CARE, JEWELS, WATCHES
from navette.demo.company.articles.glossary import WATCH
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.places import Depot

_RINGS, _NECKLACES, _BRACELETS, *_OTHERS = JEWELS
_NOTHING = (Holding(Depot.BESANCON, 0),)
_FANCY = ("Bijouterie", "Bracelets", "Fantaisie", "Femme")

STOCK_CASES = (
    SampleArticle(
        reference="STKDAT01",
        designation="Bracelet Rivière, attendu à plusieurs dates",
        family=_BRACELETS,
        price=Decimal(36),
        barcode=barcode(140),
        catalogue=_FANCY,
        holdings=_NOTHING,
        supplier="FARGENT",
    ),
    SampleArticle(
        reference="STKDAT02",
        designation="Bracelet Sarments, commandé sans date",
        family=_BRACELETS,
        price=Decimal(34),
        barcode=barcode(141),
        catalogue=_FANCY,
        holdings=_NOTHING,
        supplier="FARGENT",
    ),
    SampleArticle(
        reference="STKMUL01",
        designation="Bracelet Loue, dans quatre dépôts",
        family=_BRACELETS,
        price=Decimal("27.50"),
        barcode=barcode(142),
        catalogue=_FANCY,
        holdings=(
            Holding(Depot.BESANCON, 20, minimum=5, place=3),
            Holding(Depot.DIJON, 5),
            Holding(Depot.DOLE, 30, minimum=10),
            Holding(Depot.REPAIRS, 2),
        ),
    ),
    SampleArticle(
        reference="STKNEG01",
        designation="Bracelet Kyrielle, vendu avant d'être entré",
        family=_BRACELETS,
        price=Decimal(21),
        barcode=barcode(143),
        catalogue=_FANCY,
        holdings=(Holding(Depot.BESANCON, 2),),
    ),
    SampleArticle(
        reference="CTMARQ01",
        designation="Solitaire sur commande",
        family=_RINGS,
        price=Decimal(2450),
        is_back_to_back=True,
        barcode=barcode(144),
        catalogue=("Bijouterie", "Bagues", "Or", "Femme"),
        holdings=_NOTHING,
        supplier="FGEMMES",
    ),
    SampleArticle(
        reference="CTMARQ02",
        designation="Rivière de diamants sur commande",
        family=_NECKLACES,
        price=Decimal(5900),
        is_back_to_back=True,
        barcode=barcode(145),
        catalogue=("Bijouterie", "Colliers", "Or", "Femme"),
        holdings=_NOTHING,
        supplier="FGEMMES",
    ),
    SampleArticle(
        reference="LOT00001",
        designation="Bain nettoyant pour bijoux, flacon 150 ml",
        family=CARE,
        price=Decimal("7.92"),
        tracking=Tracking.LOT,
        barcode=barcode(146),
        net_weight=Decimal(170),
        gross_weight=Decimal(190),
        catalogue=("Cadeaux et écrins", "Produits d'entretien"),
        holdings=(Holding(Depot.BESANCON, 60),),
    ),
    SampleArticle(
        reference="SERIE001",
        designation="Montre automatique numérotée",
        family=WATCHES,
        price=Decimal(1190),
        tracking=Tracking.SERIAL,
        barcode=barcode(147),
        warranty=60,
        brand="Cassiopée",
        catalogue=("Horlogerie", "Montres", "Or", "Homme"),
        holdings=(Holding(Depot.BESANCON, 4),),
        supplier="FHORLOG",
        glossaries=(WATCH,),
    ),
    SampleArticle(
        reference="FIFO0001",
        designation="Fil d'or au gramme",
        family=_OTHERS[0],
        price=Decimal("68.40"),
        tracking=Tracking.FIFO,
        catalogue=("Bijouterie", "Boucles d'oreilles", "Or", "Femme"),
        holdings=(Holding(Depot.BESANCON, 150),),
    ),
)
