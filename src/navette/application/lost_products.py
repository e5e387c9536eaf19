"""Linked products that the shop no longer has."""

from collections.abc import Mapping

from navette.application.capability import Work
from navette.domain.binding import Binding


def lost_products(work: Work, bound: Mapping[str, Binding]) -> dict[str, Binding]:
    """Products that the shop no longer has, looked for where everything is read or the article waits."""
    asked = bound if work.since is None else {key: bound[key] for key in bound.keys() & work.waiting}
    if not asked:
        return {}
    there = work.session.shop.existing_products([binding.shop_ref for binding in asked.values()])
    return {key: binding for key, binding in asked.items() if binding.shop_ref.id not in there}
