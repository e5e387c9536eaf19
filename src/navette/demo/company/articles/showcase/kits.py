"""Bills of materials (ART-VAR-5): kits priced as a whole or by their parts, and a manufactured article."""

from decimal import Decimal

from navette.demo.company.articles.article import Bill, Holding, Part, SampleArticle, Tracking
from navette.demo.company.articles.families import SETS
from navette.demo.company.articles.glossary import WORKSHOP
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.places import Depot

_SHELF = ("Bijouterie", "Parures")

KITS = (
    SampleArticle(
        reference="PARURE01",
        designation="Parure Lavande : collier et boucles d'oreilles",
        english="Lavande set: necklace and earrings",
        family=SETS,
        price=Decimal("58.25"),
        tracking=Tracking.NONE,
        barcode=barcode(120),
        catalogue=_SHELF,
        bill=Bill.KIT_PRICED_WHOLE,
        parts=(Part("COLAR01"), Part("OREPL01")),
    ),
    SampleArticle(
        reference="PARURE02",
        designation="Coffret deux bracelets et chiffon",
        family=SETS,
        price=Decimal("52.50"),
        tracking=Tracking.NONE,
        barcode=barcode(121),
        catalogue=_SHELF,
        bill=Bill.KIT_PRICED_BY_PARTS,
        parts=(Part("BRAAC01", Decimal(2)), Part("ENTRET01")),
    ),
    SampleArticle(
        reference="PARURE03",
        designation="Coffret avec une broche non publiée",
        family=SETS,
        price=Decimal(95),
        tracking=Tracking.NONE,
        catalogue=_SHELF,
        bill=Bill.KIT_PRICED_WHOLE,
        parts=(Part("NONPUB01"), Part("ENTRET01")),
    ),
    SampleArticle(
        reference="ATELIER1",
        designation="Sautoir monté à l'atelier",
        family=SETS,
        price=Decimal(146),
        barcode=barcode(122),
        catalogue=_SHELF,
        holdings=(Holding(Depot.BESANCON, 3),),
        bill=Bill.MANUFACTURED,
        parts=(Part("COLAR01", Decimal(2)), Part("OREPL01", Decimal("0.5"))),
        glossaries=(WORKSHOP,),
    ),
)
