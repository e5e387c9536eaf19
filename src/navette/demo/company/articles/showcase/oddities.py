"""Articles with trying texts, and those that are dormant, unpublished, free of charge, or no goods at all."""

from decimal import Decimal

from navette.demo.company.articles.article import Holding, SampleArticle, Tracking
from navette.demo.company.articles.families import (
    CASES,
    CLOCKS,
    JEWELS,
    SERVICES,
)
from navette.demo.company.articles.showcase.barcodes import barcode
from navette.demo.company.foundations.places import Depot

_RINGS, _NECKLACES, _BRACELETS, _EARRINGS, _PENDANTS, _BROOCHES = JEWELS

ODDITIES = (
    SampleArticle(
        reference="CARSPE01",
        designation="Bague <sur mesure> #1; or=750 {édition limitée}",
        family=_RINGS,
        price=Decimal(890),
        barcode=barcode(7),
        catalogue=("Bijouterie", "Bagues", "Or", "Homme"),
        holdings=(Holding(Depot.BESANCON, 1),),
    ),
    SampleArticle(
        reference="ACCENT01",
        designation="Broche « Cœur d'été » à 12,50 € - œuvre signée Zoë",
        family=_BROOCHES,
        price=Decimal("10.42"),
        catalogue=("Bijouterie", "Broches", "Fantaisie", "Femme"),
        holdings=(Holding(Depot.BESANCON, 8),),
    ),
    SampleArticle(
        reference="LONGUE01-REF/2026",
        designation="Pendentif médaille ancienne restaurée avec chaîne assortie, 18 carats",
        family=_PENDANTS,
        price=Decimal("1249.99"),
        catalogue=("Bijouterie", "Pendentifs", "Or", "Femme"),
        holdings=(Holding(Depot.BESANCON, 2),),
    ),
    SampleArticle(
        reference="CADEAU01",
        designation="Pochette cadeau offerte",
        family=CASES,
        price=Decimal(0),
        catalogue=("Cadeaux et écrins", "Écrins et emballages"),
        holdings=(Holding(Depot.BESANCON, 1000),),
    ),
    SampleArticle(
        reference="DORM01",
        designation="Bague Aurore or jaune 750 (ancien modèle)",
        family=_RINGS,
        price=Decimal(240),
        is_dormant=True,
        replacement="BAGOR01",
        catalogue=("Bijouterie", "Bagues", "Or", "Femme"),
        holdings=(Holding(Depot.BESANCON, 1),),
    ),
    SampleArticle(
        reference="DORM02",
        designation="Pendule de voyage (fin de série)",
        family=CLOCKS,
        price=Decimal(64),
        is_dormant=True,
        catalogue=("Horlogerie", "Pendules"),
    ),
    SampleArticle(
        reference="NONPUB01",
        designation="Broche réservée à la boutique",
        family=_BROOCHES,
        price=Decimal(75),
        is_published=False,
        catalogue=("Bijouterie", "Broches", "Argent", "Femme"),
        holdings=(Holding(Depot.DIJON, 4),),
    ),
    SampleArticle(
        reference="GRAVURE1",
        designation="Gravure de trois lettres",
        english="Engraving of three letters",
        family=SERVICES,
        price=Decimal("12.50"),
        tracking=Tracking.NONE,
        catalogue=("Services", "Services"),
    ),
)
