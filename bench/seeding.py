"""A shop that already has every article of the company, without sending them one by one."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.place import Place
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.domain.keys import ArticleKey
from navette.ports.erp import ArticleSelection


def fill_shop(place: Place) -> int:
    """Put a product in the shop for each article that has stock, linked to it; gives the number of levels."""
    with place.session() as session:
        pages = session.erp.stock.stock(ArticleSelection(), None)
        levels = [(str(level.key), str(level.article), level.key) for page in pages for level in page]
    simple = [text for text, _, key in levels if isinstance(key, ArticleKey)]
    ranged: dict[str, list[str]] = defaultdict(list)
    for text, article, key in levels:
        if not isinstance(key, ArticleKey):
            ranged[article].append(text)
    most = max((len(texts) for texts in ranged.values()), default=0)
    _seed(place, len(simple), len(ranged), most)
    with place.session() as session:
        products = [*simple, *ranged]
        bindings = [_binding(RecordKind.PRODUCT, key, ShopRef(str(n))) for n, key in enumerate(products, 1)]
        bindings += _variant_bindings(place.folder / "shop.sqlite3", len(simple), ranged)
        session.store.bindings.save(bindings)
    return len(levels)


def _seed(place: Place, simple: int, ranged: int, combinations: int) -> None:
    """The shop's process is stopped meanwhile: products are stored without HTTP."""
    place.shop.stop()
    simulator = PrestaShopSimulator(database=place.folder / "shop.sqlite3")
    simulator.seed_products(simple, prefix="S")
    if ranged:
        simulator.seed_products(ranged, combinations=combinations, prefix="R")
    simulator.stop()
    place.shop.start()


def _variant_bindings(database: Path, offset: int, ranged: dict[str, list[str]]) -> Sequence[Binding]:
    with sqlite3.connect(database) as shop:
        rows = shop.execute("SELECT id_product, id FROM product_attribute ORDER BY id_product, id").fetchall()
    by_product: dict[int, list[int]] = defaultdict(list)
    for product, combination in rows:
        by_product[product].append(combination)
    return [
        _binding(RecordKind.VARIANT, text, ShopRef(str(combination), str(product)))
        for product, texts in enumerate(ranged.values(), offset + 1)
        for text, combination in zip(texts, by_product[product], strict=False)
    ]


def _binding(kind: RecordKind, key: str, ref: ShopRef) -> Binding:
    return Binding(kind, key, ref, Origin.PAIRED)
