"""Simple articles that a shop shows as variants of one product: the trousers of the specification (ART-VAR-1)."""

from decimal import Decimal

from navette.demo.company.articles.article import Holding, SampleArticle
from navette.demo.company.articles.families import CLOTHES
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.free_fields import MASTER_LABEL, MASTER_REFERENCE, RANGE_NAMES, RANGE_VALUES
from navette.demo.company.foundations.places import Depot

MASTER = "Pantalon"
COLOURS = ("Bleu", "Rouge")
SIZES = (38, 40, 42)


def _trousers(colour: str, size: int, number: int) -> SampleArticle:
    return SampleArticle(
        reference=f"PAN{colour.upper()}{size}",
        designation=f"Pantalon {colour.lower()} taille {size}",
        english=f"Trousers size {size}",
        family=CLOTHES,
        price=Decimal("49.17"),
        purchase_price=Decimal("19.80"),
        barcode=barcode(60 + number),
        net_weight=Decimal(420),
        gross_weight=Decimal(480),
        catalogue=("Mode", "Mode"),
        holdings=(Holding(Depot.BESANCON, 5 + number),),
        free=(
            (MASTER_REFERENCE, MASTER),
            (MASTER_LABEL, "Pantalon de toile"),
            (RANGE_NAMES[0], "Couleur"),
            (RANGE_VALUES[0], colour),
            (RANGE_NAMES[1], "Taille"),
            (RANGE_VALUES[1], str(size)),
        ),
    )


GROUPED = tuple(
    _trousers(colour, size, number)
    for number, (colour, size) in enumerate((colour, size) for colour in COLOURS for size in SIZES)
)
