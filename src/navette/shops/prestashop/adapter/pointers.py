"""What a product points to: brand, supplier, features, categories, linked products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.domain.binding import Aspect
from navette.domain.errors import RefusedError
from navette.ports.shop import ProductWrite
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.features import Features
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.vocabulary import BRANDS, SUPPLIER_NAMES, Vocabulary, Word, WordKind
from navette.shops.prestashop.client.xml import Value
from navette.shops.prestashop.mapper.product import from_categories
from navette.shops.prestashop.mapper.texts import BRAND_NAME, checked

EVERYTHING = frozenset(Aspect)


@dataclass(slots=True)
class Pointers:
    """Fields and associations of one product that point to other records; `orphans` are feature values to delete."""

    fields: dict[str, Value] = field(default_factory=dict)
    associations: dict[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    supplier: str = ""
    orphans: Sequence[str] = ()


class ProductPointers:
    """Finds what products point to, for a batch at once."""

    def __init__(self, session: ShopSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self._features = Features(session, vocabulary)

    def find(self, writes: Sequence[ProductWrite]) -> list[Pointers | Failure]:
        """Pointers of each product, in their order."""
        aspects = [_aspects(write) for write in writes]
        policy = self._session.policy
        brands = self._names(writes, aspects, Aspect.BRAND, BRANDS, creates=policy.creates_brands)
        suppliers = self._names(writes, aspects, Aspect.SUPPLIER, SUPPLIER_NAMES, creates=policy.creates_suppliers)
        found: list[Pointers | Failure] = [Pointers() for _ in writes]
        for index, write in enumerate(writes):
            _point(found, index, "id_manufacturer", brands.get(index))
            _point(found, index, "id_supplier", suppliers.get(index))
            pointers = found[index]
            if isinstance(pointers, Pointers):
                pointers.supplier = str(pointers.fields.get("id_supplier", ""))
                self._add_categories(pointers, write)
                _add_related(pointers, write)
        self._add_features(found, writes, aspects)
        return found

    def _names(
        self,
        writes: Sequence[ProductWrite],
        aspects: Sequence[frozenset[Aspect]],
        aspect: Aspect,
        kind: WordKind,
        *,
        creates: bool,
    ) -> Mapping[int, str | Failure]:
        """Id by position of the name that each product sends; '0' for an empty one, which takes the old one off."""
        texts: dict[int, str | Failure] = {}
        for index, write in enumerate(writes):
            name = getattr(write.product, aspect.value)
            if aspect in aspects[index] and name is not None:
                texts[index] = self._checked(aspect.value, name)
        words: list[Word] = [("", text) for text in texts.values() if isinstance(text, str)]
        ids = self._vocabulary.find(kind, words, creates=creates) if words else {}
        found: dict[int, str | Failure] = {}
        for index, text in texts.items():
            if isinstance(text, Failure):
                found[index] = text
            elif not text.strip():
                found[index] = "0"
            elif known := ids.get(("", text)):
                found[index] = known
        return found

    def _checked(self, name: str, text: str) -> str | Failure:
        try:
            return checked(name, text, BRAND_NAME, cleans=self._session.policy.cleans_texts)
        except RefusedError as error:
            return Failure(error)

    def _add_categories(self, pointers: Pointers, write: ProductWrite) -> None:
        refs = write.product.category_refs
        if write.ref and (Aspect.CATEGORIES not in write.aspects or refs is None):
            return
        main, members = from_categories(refs or (), self._session.settings.home_category)
        pointers.fields["id_category_default"] = main
        pointers.associations["categories"] = members

    def _add_features(
        self,
        found: list[Pointers | Failure],
        writes: Sequence[ProductWrite],
        aspects: Sequence[frozenset[Aspect]],
    ) -> None:
        sending = [
            index
            for index, write in enumerate(writes)
            if Aspect.FEATURES in aspects[index]
            and write.product.features is not None
            and isinstance(found[index], Pointers)
        ]
        products = [writes[index].product for index in sending]
        plans = self._features.plan(products, [_id(writes[index]) for index in sending]) if products else []
        for index, plan in zip(sending, plans, strict=True):
            pointers = found[index]
            if isinstance(plan, Failure):
                found[index] = plan
            elif isinstance(pointers, Pointers):
                pointers.associations["product_features"] = plan.members
                pointers.orphans = plan.orphans


def _aspects(write: ProductWrite) -> frozenset[Aspect]:
    return write.aspects if write.ref else EVERYTHING


def _id(write: ProductWrite) -> str:
    return write.ref.id if write.ref else ""


def _point(found: list[Pointers | Failure], index: int, name: str, known: str | Failure | None) -> None:
    pointers = found[index]
    if isinstance(known, Failure):
        found[index] = known
    elif known is not None and isinstance(pointers, Pointers):
        pointers.fields[name] = known


def _add_related(pointers: Pointers, write: ProductWrite) -> None:
    if write.related is not None and (not write.ref or Aspect.RELATED in write.aspects):
        pointers.associations["accessories"] = [{"id": ref.id} for ref in write.related]
