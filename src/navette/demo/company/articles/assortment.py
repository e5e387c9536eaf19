"""Articles drawn at random, as many as the sample's size asks for."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from navette.demo.company.articles.article import Holding, SampleArticle
from navette.demo.company.articles.catalogue import AUDIENCES
from navette.demo.company.articles.drawn_prices import draw_prices
from navette.demo.company.articles.families import BOOKS, CASES, FLOWERS, JEWELS, WATCHES, Family
from navette.demo.company.articles.glossary import BOOK, CARE, RING, WATCH
from navette.demo.company.articles.specialities import with_speciality
from navette.demo.company.articles.vocabulary import BRANDS, COLLECTIONS, MATERIALS, PRICE_OF_MATERIAL, STONES, Word
from navette.demo.company.check_digits import ean13
from navette.demo.company.foundations.free_fields import DEPTH, FEATURE, HEIGHT, SUMMARY, WIDTH
from navette.demo.company.foundations.free_fields import STONES as STONES_FIELD
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.taxes import ECOTAX_SMALL

_FAMILIES = (*JEWELS, *JEWELS, *JEWELS, WATCHES, WATCHES, CASES, FLOWERS, BOOKS)
_GLOSSARY_OF_JEWEL = {family.code: number for number, family in enumerate(JEWELS, start=RING)}
_OWN_PHOTOS = 60
_TENTH = Decimal("0.1")


def draw_articles(random: Random, count: int, suppliers: list[str]) -> Iterator[SampleArticle]:
    """Draw articles; the first ones have pictures of their own."""
    for number in range(1, count + 1):
        yield _draw(random, number, suppliers)


def _draw(random: Random, number: int, suppliers: list[str]) -> SampleArticle:
    family = random.choice(_FAMILIES)
    draw = _jewel if family in (*JEWELS, WATCHES) else _plain
    article = draw(random, number, family)
    article = replace(
        article,
        barcode=ean13(f"21{number:010d}") if random.random() < 0.9 else "",
        prices=draw_prices(random, article.price, article.vat_class),
        supplier=random.choice(suppliers) if random.random() < 0.5 else "",
        supplier_reference=f"{family.code[:3]}-{number}",
        photo=_photo(random, article, number),
        is_published=random.random() > 0.07,
        is_dormant=random.random() < 0.03,
    )
    return with_speciality(random, article)


def _jewel(random: Random, number: int, family: Family) -> SampleArticle:
    material, stone, collection = random.choice(MATERIALS), random.choice(STONES), random.choice(COLLECTIONS)
    lowest, highest = PRICE_OF_MATERIAL[material.shelf]
    weight = Decimal(random.randint(10, 300)) * _TENTH
    return SampleArticle(
        reference=f"{family.prefix}{number:06d}",
        designation=f"{family.noun} {collection} {material.french}, {stone.french}",
        english=f"{collection} {family.english_noun}, {material.english}, {stone.english}",
        german=f"{collection}, {material.german}, {stone.german}",
        family=family,
        price=_price(random, lowest, highest),
        net_weight=weight,
        gross_weight=weight + 50,
        warranty=24 if family is WATCHES else 0,
        brand=random.choice(BRANDS),
        collection=collection,
        catalogue=(family.department, family.label, material.shelf, random.choice(AUDIENCES)),
        holdings=_holdings(random),
        ecotax=ECOTAX_SMALL if family is WATCHES and random.random() < 0.5 else None,
        glossaries=(_GLOSSARY_OF_JEWEL.get(family.code, WATCH), CARE) if random.random() < 0.3 else (),
        free=_free(random, material, stone),
    )


def _plain(random: Random, number: int, family: Family) -> SampleArticle:
    collection = random.choice(COLLECTIONS)
    weight = Decimal(random.randint(100, 9000)) * _TENTH
    return SampleArticle(
        reference=f"{family.prefix or family.code[:3]}{number:06d}",
        designation=f"{family.label} {collection} n° {number}",
        english=f"{family.english} {collection} no. {number}",
        family=family,
        price=_price(random, 3, 45),
        net_weight=weight,
        gross_weight=weight * Decimal("1.2"),
        catalogue=(family.department, family.label),
        holdings=_holdings(random),
        glossaries=(BOOK,) if family is BOOKS else (),
    )


def _price(random: Random, lowest: int, highest: int) -> Decimal:
    return Decimal(random.randint(lowest * 100, highest * 100)) / 100


def _holdings(random: Random) -> tuple[Holding, ...]:
    main = Holding(
        Depot.BESANCON, random.choice((0, 1, 2, 5, 10, 20, 50, 120)), random.randint(0, 5), random.randint(0, 5)
    )
    if random.random() < 0.3:
        return main, Holding(random.choice((Depot.DIJON, Depot.DOLE)), random.randint(0, 40))
    return (main,)


def _free(random: Random, material: Word, stone: Word) -> tuple[tuple[str, str | Decimal], ...]:
    described: list[tuple[str, str | Decimal]] = [
        (FEATURE, material.feature),
        (STONES_FIELD, stone.french.capitalize()),
    ]
    if random.random() < 0.4:
        described.append((SUMMARY, f"En {material.french}, serti d'un motif {stone.french}."))
    if random.random() < 0.3:
        described += [(side, Decimal(random.randint(5, 60)) * _TENTH) for side in (WIDTH, HEIGHT, DEPTH)]
    return tuple(described)


def _photo(random: Random, article: SampleArticle, number: int) -> str:
    if number <= _OWN_PHOTOS:
        return f"{article.reference}.{'jpg' if number % 2 else 'png'}"
    return f"Collection {article.collection}.jpg" if article.collection and random.random() < 0.3 else ""
