"""What a company or shop says that it is."""

from navette.store import models
from navette.store.repositories.ownership import Ownership
from navette.store.transaction import writing


def remember_identity(owner: Ownership, side: str, identity: str, url: str) -> str:
    """Keep the identity of the company or shop at first sight, with its address; gives the one that is stored."""
    with writing():
        row = side_row(side, owner.company if side == "company" else owner.shop)
        if not row.identity:
            row.identity = identity
            row.url = row.url or url
            row.save()
        return row.identity


def side_row(side: str, pk: int) -> models.Company | models.Shop:
    """The row of a `company` or a `shop`."""
    if side == "company":
        return models.Company.objects.get(pk=pk)
    if side == "shop":
        return models.Shop.objects.get(pk=pk)
    raise ValueError(f"A profile has a company and a shop, no {side!r}")
