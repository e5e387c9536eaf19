"""Companies and shops: each once, and each pair with its prefix of web numbers."""

from collections.abc import Iterator
from itertools import count, product
from pathlib import PurePath
from string import ascii_uppercase
from typing import TypeVar
from urllib.parse import urlsplit

from navette.store import models
from navette.store.profile_record import Connection

SideRow = TypeVar("SideRow", models.Company, models.Shop)


def company_row(connection: Connection) -> models.Company:
    """The company at an address, made if it is not known, inside a transaction."""
    return _row(models.Company, connection, PurePath(connection.url).stem)


def shop_row(connection: Connection) -> models.Shop:
    """The shop at an address, made if it is not known, inside a transaction."""
    return _row(models.Shop, connection, urlsplit(connection.url).netloc)


def _row(table: type[SideRow], connection: Connection, custom: str) -> SideRow:
    url = connection.url.rstrip("/")
    known = table.objects.filter(kind=connection.kind, url=url).first() if url else None
    if known:
        return known
    wanted = connection.name or custom or connection.kind
    names = (wanted if number == 1 else f"{wanted} ({number})" for number in count(1))
    name = next(name for name in names if not table.objects.filter(name=name).exists())
    return table.objects.create(name=name, kind=connection.kind, url=url)


def join(company: models.Company, shop: models.Shop) -> None:
    """Make a company and a shop a pair, inside a transaction; it keeps its prefix of web numbers for ever.

    The first shop of a company has none, the next ones B, C and so on.
    """
    models.Company.objects.select_for_update().get(pk=company.pk)  # one new shop at a time
    pairs = models.CompanyShop.objects.filter(company=company)
    if pairs.filter(shop=shop).exists():
        return
    taken = set(pairs.values_list("web_prefix", flat=True))
    prefix = next(prefix for prefix in _prefixes() if prefix not in taken)
    models.CompanyShop.objects.create(company=company, shop=shop, web_prefix=prefix)


def _prefixes() -> Iterator[str]:
    yield ""
    letters = ascii_uppercase[1:]
    for length in count(1):
        yield from ("".join(parts) for parts in product(letters, repeat=length))
