"""Where a run is killed: at the named points of the protocol, and at random writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from writes import COMMIT, Death

IMPORT, EXPORT = "import-orders", "export-products"
SEED = 20_261_124


def _before(door: str, verb: str, target: str, number: int = 1) -> Death:
    return Death(number, door=door, verb=verb, target=target)


def _after(door: str, verb: str, target: str, number: int = 1) -> Death:
    return Death(number, after=True, door=door, verb=verb, target=target)


# In an import the claims are committed twice, when they begin and when they are finished with their effects.
NAMED: Mapping[str, Mapping[str, Death]] = {
    IMPORT: {
        "while the lease is taken": _before("store", COMMIT, "store_lease"),
        "after the lease was taken": _after("store", COMMIT, "store_lease"),
        "after the run's row was written": _after("store", COMMIT, "store_run"),
        "while the claims begin": _before("store", COMMIT, "store_claim"),
        "after the claims began": _after("store", COMMIT, "store_claim"),
        "between a customer and the document": _after("company", "INSERT", "F_COMPTET"),
        "before the first document is committed": _before("company", COMMIT, "F_DOCENTETE"),
        "after the first document was committed": _after("company", COMMIT, "F_DOCENTETE"),
        "between a document and its payment": _before("company", "INSERT", "F_CREGLEMENT", 3),
        "after the last document was committed": _after("company", COMMIT, "F_DOCENTETE", 6),
        "before the claims are finished": _before("store", COMMIT, "store_claim", 2),
        "after the claims were finished, before the effects": _after("store", COMMIT, "store_claim", 2),
        "after the statuses were sent": _after("shop", "PATCH", "orders"),
        "between the effects": _before("shop", "PATCH", "orders", 2),
        "after the effects were sent, before they are settled": _after("shop", "PATCH", "orders", 2),
        "after the effects were settled": _after("store", COMMIT, "store_shopeffect", 2),
        "before the mark moves": _before("store", COMMIT, "store_mark"),
        "before the run is closed": _before("store", COMMIT, "store_run", 2),
        "before the lease is given back": _before("store", COMMIT, "store_lease", 4),
    },
    EXPORT: {
        "before the first category": _before("shop", "POST", "categories"),
        "after the categories, before they are remembered": _after("shop", "POST", "categories", 5),
        "between the brands and the suppliers": _after("shop", "POST", "manufacturers"),
        "before the products are made": _before("shop", "POST", "products"),
        "after the products were made": _after("shop", "POST", "products"),
        "between the products and their variants": _before("shop", "POST", "combinations"),
        "between the variants and the suppliers' references": _after("shop", "POST", "combinations"),
        "between the products and their pictures": _before("shop", "POST", "images"),
        "between the pictures": _after("shop", "POST", "images", 2),
        "before the first batch is committed": _before("store", COMMIT, "store_remotefile"),
        "after the first batch was committed": _after("store", COMMIT, "store_remotefile"),
        "after the products of the second batch were made": _after("shop", "POST", "products", 2),
        "before the mark moves": _before("store", COMMIT, "store_mark"),
        "before the run is closed": _before("store", COMMIT, "store_run", 2),
    },
}


@dataclass(frozen=True, slots=True)
class Round:
    """One kill of a capability: at a named point, or at a write that the round's own seed chooses."""

    capability: str
    index: int
    point: str = ""

    @property
    def name(self) -> str:
        return f"{self.capability}-{self.point.replace(' ', '-') or self.index}"

    def random(self, seed: int) -> Random:
        return Random(f"{seed}/{self.capability}/{self.index}")

    def death(self, random: Random, writes: int) -> Death:
        if self.point:
            return NAMED[self.capability][self.point]
        return Death(random.randint(1, writes), after=random.random() < 0.5)


def rounds(kills: int) -> Iterator[Round]:
    """As many rounds as asked for: the named points first, then random writes of both capabilities in turn."""
    named = [(capability, point) for capability, points in NAMED.items() for point in points]
    for index in range(kills):
        if index < len(named):
            yield Round(*named[index][:1], index, named[index][1])
        else:
            yield Round((IMPORT, EXPORT)[index % 2], index)
