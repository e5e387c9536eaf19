"""Products whose creation was not answered: looked up again, so that none is made twice."""

from collections.abc import Sequence
from dataclasses import replace

from navette.application.capability import PlanItem, Work
from navette.application.export_products.plan import ProductIntention
from navette.application.match_products import match_variants
from navette.domain.binding import ShopRef
from navette.domain.keys import VariantKey, normalise_code


def find_made(work: Work, items: Sequence[PlanItem]) -> list[PlanItem]:
    """The items, with the ids of products that the shop has by now; all aspects are still to be sent to them."""
    new = {
        item.record: item.payload
        for item in items
        if isinstance(item.payload, ProductIntention) and item.payload.ref is None
    }
    if not new:
        return list(items)
    made = _made(work, new)
    references = {
        variant.key: variant.reference
        for key in made
        for variant in new[key].publication.product.variants
        if isinstance(variant.key, VariantKey)
    }
    variants = match_variants(work.session, made, references)
    return [
        replace(
            item,
            payload=replace(
                new[item.record],
                ref=made[item.record],
                variants={
                    str(variant.key): variants[str(variant.key)]
                    for variant in new[item.record].publication.product.variants
                    if str(variant.key) in variants
                },
            ),
        )
        if item.record in made
        else item
        for item in items
    ]


def _made(work: Work, new: dict[str, ProductIntention]) -> dict[str, ShopRef]:
    """Products that are there under the references of new ones, by article key; the latest of several."""
    keys = {normalise_code(intention.publication.product.reference): key for key, intention in new.items()}
    found = work.session.shop.find_products(list(keys), [])
    products = [product for product in found if not product.is_variant]
    return {
        keys[normalise_code(product.reference)]: product.ref
        for product in products
        if normalise_code(product.reference) in keys
    }
