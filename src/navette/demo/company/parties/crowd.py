"""Third parties drawn at random, as many as the sample's size asks for."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.taxes import SalesCategory
from navette.demo.company.parties.party import Contact, Party, Place
from navette.demo.company.parties.people import (
    FIRM_NAMES,
    FIRM_WORDS,
    FIRST_NAMES,
    LAST_NAMES,
    STREETS,
    TOWNS,
    land_line,
    mobile,
)

_FIRST_REGISTER_NUMBER = 2000
_FIRST_SUPPLIER_REGISTER_NUMBER = 1000

_ABROAD = (
    (SalesCategory.OSS_GERMANY, Place("Lindenweg 8", "50667", "Köln", "Allemagne")),
    (SalesCategory.OSS_BELGIUM, Place("Rue Haute 21", "1000", "Bruxelles", "Belgique")),
    (SalesCategory.OSS_ITALY, Place("Via Roma 5", "10121", "Torino", "Italie")),
    (SalesCategory.OSS_SPAIN, Place("Calle Mayor 9", "08001", "Barcelona", "Espagne")),
    (SalesCategory.EXPORT, Place("Bahnhofstrasse 3", "8001", "Zürich", "Suisse")),
)


def draw_customers(random: Random, count: int) -> Iterator[Party]:
    """Draw customers C000001 and on: consumers, some abroad, and firms."""
    for number in range(1, count + 1):
        kind = random.random()
        if kind < 0.6:
            yield _consumer(random, number)
        elif kind < 0.7:
            yield _consumer(random, number, abroad=True)
        else:
            yield _firm(random, number)


def draw_suppliers(random: Random, count: int) -> Iterator[Party]:
    """Draw suppliers F000001 and on."""
    for number in range(1, count + 1):
        yield Party(
            code=f"F{number:06d}",
            title=f"{random.choice(FIRM_WORDS)} {random.choice(FIRM_NAMES)} {number}",
            place=_place(random),
            is_supplier=True,
            register_number=_FIRST_SUPPLIER_REGISTER_NUMBER + number,
            email=f"fournisseur{number}@example.com",
            terms=2,
        )


def _consumer(random: Random, number: int, *, abroad: bool = False) -> Party:
    first_name, courtesy = random.choice(FIRST_NAMES)
    last_name = random.choice(LAST_NAMES)
    email = f"client{number}@example.com"
    category, place = random.choice(_ABROAD) if abroad else (SalesCategory.FRANCE, _place(random))
    return Party(
        code=f"C{number:06d}",
        title=f"{last_name.upper()} {first_name}",
        courtesy="Mme" if courtesy else "M.",
        place=place,
        email=email,
        phone=land_line(number),
        sales_category=category,
        contacts=(Contact(last_name.upper(), first_name, email, mobile(number), courtesy=courtesy),),
    )


def _firm(random: Random, number: int) -> Party:
    first_name, courtesy = random.choice(FIRST_NAMES)
    domain = f"firme{number}.example.com"
    is_wholesaler = random.random() < 0.3
    return Party(
        code=f"C{number:06d}",
        title=f"{random.choice(FIRM_WORDS)} {random.choice(FIRM_NAMES)} {number}",
        courtesy=random.choice(("SARL", "SAS", "SA")),
        place=_place(random),
        email=f"contact@{domain}",
        phone=land_line(number),
        register_number=_FIRST_REGISTER_NUMBER + number,
        price_category=PriceCategory.WHOLESALERS if is_wholesaler else PriceCategory.RETAILERS,
        terms=random.choice((2, 3)),
        representative=random.randint(1, 3),
        discount=Decimal(random.choice((0, 0, 0, 2, 5))),
        credit_limit=Decimal(random.choice((2000, 5000, 10_000))),
        contacts=(Contact(random.choice(LAST_NAMES).upper(), first_name, f"achats@{domain}", courtesy=courtesy),),
        other_places=(_place(random),) if random.random() < 0.25 else (),
    )


def _place(random: Random) -> Place:
    postcode, town = random.choice(TOWNS)
    return Place(f"{random.randint(1, 140)} {random.choice(STREETS)}", postcode, town)
