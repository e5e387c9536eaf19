"""Features of products: predefined values are shared, custom ones belong to one product.

The association is replaced whole, so on an update the features that are not ours to send are read and sent back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.domain.catalog import Feature, Product
from navette.domain.errors import RefusedError
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.vocabulary import FEATURE_NAMES, FEATURE_WORDS, Vocabulary, Word, normal
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper import texts as rules
from navette.shops.prestashop.mapper.texts import checked
from navette.shops.prestashop.mapper.values import to_flag, to_text
from navette.shops.prestashop.schemas.catalog import FEATURE_VALUES, PRODUCT_FEATURES_OF

BATCH = 50
Member = Mapping[str, str]
Found = Mapping[Word, str | Failure]


@dataclass(frozen=True, slots=True)
class Wish:
    """A value that a product shall have."""

    feature: str
    text: str
    is_custom: bool


@dataclass(slots=True)
class FeaturePlan:
    """The whole association of one product; `orphans` are custom values that nobody uses once it is written."""

    members: list[Member] = field(default_factory=list)
    new: list[Wish] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)


class Features:
    """Plans the features of some products."""

    def __init__(self, session: ShopSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary

    def plan(self, products: Sequence[Product], ids: Sequence[str]) -> list[FeaturePlan | Failure]:
        """Plan the association of each product that sends features; `ids` are '' for new ones."""
        names = self._vocabulary.find(
            FEATURE_NAMES, [("", feature.name) for product in products for feature in product.features or ()]
        )
        wishes = [self._wishes(product, names) for product in products]
        shared = [wish for group in wishes if not isinstance(group, Failure) for wish in group if not wish.is_custom]
        values = self._vocabulary.find(FEATURE_WORDS, [(wish.feature, wish.text) for wish in shared])
        held = self._held(products, ids)
        ours = [_mapped(product, names) for product in products]
        replaced = [
            [member["id_feature_value"] for member in held.get(product_id, ()) if member["id"] in mapped]
            for product_id, mapped in zip(ids, ours, strict=True)
        ]
        custom = self._custom_values([value for group in replaced for value in group])
        plans: list[FeaturePlan | Failure] = []
        for index, group in enumerate(wishes):
            kept = [member for member in held.get(ids[index], ()) if member["id"] not in ours[index]]
            old = {key: value for value in replaced[index] if (key := custom.get(value))}
            plans.append(group if isinstance(group, Failure) else _planned(group, values, kept, old))
        return self._with_new_values(plans)

    def _wishes(self, product: Product, names: Found) -> list[Wish] | Failure:
        wishes: list[Wish] = []
        for feature in product.features or ():
            known = names.get(("", feature.name))
            if isinstance(known, Failure):
                return known
            try:
                wishes += [Wish(known or "", self._text(text), feature.is_custom) for text in _filled(feature)]
            except RefusedError as error:
                return Failure(error)
        return wishes

    def _text(self, text: str) -> str:
        return checked("feature_value", text, rules.FEATURE_VALUE, cleans=self._session.policy.cleans_texts)

    def _held(self, products: Sequence[Product], ids: Sequence[str]) -> Mapping[str, Sequence[Member]]:
        """Members that the products have now."""
        pairs = zip(products, ids, strict=True)
        known = [product_id for product, product_id in pairs if product_id and product.features is not None]
        rows = self._session.client.matching(PRODUCT_FEATURES_OF, "id", known)
        return {
            str(row["id"]): [
                {"id": str(member["id"]), "id_feature_value": str(member["id_feature_value"])}
                for member in row.get("associations", {}).get("product_features", ())
            ]
            for row in rows
        }

    def _custom_values(self, ids: Sequence[str]) -> Mapping[str, Word]:
        """Feature and text of those of some values that are custom."""
        language = self._session.settings.default_language
        return {
            str(row["id"]): (str(row["id_feature"]), normal(to_text(row["value"], language)))
            for row in self._session.client.matching(FEATURE_VALUES, "id", ids)
            if to_flag(row["custom"])
        }

    def _with_new_values(self, plans: list[FeaturePlan | Failure]) -> list[FeaturePlan | Failure]:
        """Make the custom values that are wished. No look-up after a failure: one made in vain is seen by nobody."""
        wished = [
            (index, wish) for index, plan in enumerate(plans) if isinstance(plan, FeaturePlan) for wish in plan.new
        ]
        languages = self._session.settings.languages if wished else {}
        records = [
            Record({"id_feature": wish.feature, "custom": "1", "value": dict.fromkeys(languages, wish.text)})
            for _, wish in wished
        ]
        batch = self._session.batch("custom feature values", BATCH)
        made = create(self._session.client, FEATURE_VALUES, records, lambda _: {}, batch)
        for (index, wish), result in zip(wished, made, strict=True):
            plan = plans[index]
            if isinstance(plan, FeaturePlan) and isinstance(result, Made):
                plan.members.append({"id": wish.feature, "id_feature_value": result.id})
            elif isinstance(result, Failure):
                plans[index] = result
        return plans


def _mapped(product: Product, names: Found) -> frozenset[str]:
    """Ids of the features that the product sends, with or without a value."""
    known = (names.get(("", feature.name)) for feature in product.features or ())
    return frozenset(name for name in known if isinstance(name, str))


def _planned(wishes: Sequence[Wish], values: Found, kept: list[Member], old: dict[Word, str]) -> FeaturePlan | Failure:
    """Put together what stays, what is shared and the custom values (`old`, by feature and text) that stay the same."""
    plan = FeaturePlan(kept)
    for wish in wishes:
        value = old.pop((wish.feature, normal(wish.text)), "") if wish.is_custom else values[wish.feature, wish.text]
        if isinstance(value, Failure):
            return value
        member = {"id": wish.feature, "id_feature_value": value}
        if value and member not in plan.members:  # a second one would be a 500
            plan.members.append(member)
        elif not value:
            plan.new.append(wish)
    plan.orphans = list(old.values())
    return plan


def _filled(feature: Feature) -> list[str]:
    return [value for value in feature.values if value.strip()]
