"""Companies, shops, and the profiles that join them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from navette.store.models.row import Row


class Company(Row):
    """An ERP company; `identity` is what it said of itself at first sight."""

    name = models.TextField(unique=True)
    kind = models.CharField(max_length=32)
    url = models.TextField(default="")
    identity = models.TextField(default="")


class Shop(Row):
    """A web shop; `identity` is what it said of itself at first sight."""

    name = models.TextField(unique=True)
    kind = models.CharField(max_length=32)
    url = models.TextField(default="")
    identity = models.TextField(default="")


class CompanyShop(Row):
    """A shop of a company. The prefix of its web numbers is fixed when the pair is made and outlives its profiles."""

    company = models.ForeignKey(Company, models.PROTECT, db_index=False)
    shop = models.ForeignKey(Shop, models.PROTECT)
    web_prefix = models.CharField(max_length=4)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "shop"], name="company_shop_once"),
            models.UniqueConstraint(fields=["company", "web_prefix"], name="company_web_prefix_once"),
        ]


class Scope(Row):
    """Where bindings and digests belong, once for all their rows: a store and language of a shop, for a company."""

    company = models.ForeignKey(Company, models.PROTECT, db_index=False)
    shop = models.ForeignKey(Shop, models.PROTECT)
    store = models.TextField(default="")
    locale = models.TextField(default="")

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "shop", "store", "locale"], name="scope_once"),
        ]


class Profile(Row):
    """One company, one shop (or one store of it) and all the settings between them.

    `row_version` grows with each saving of options; `options_version` is the form that their names have.
    """

    slug = models.CharField(max_length=64, unique=True)
    name = models.TextField(unique=True)
    company = models.ForeignKey(Company, models.PROTECT)
    shop = models.ForeignKey(Shop, models.PROTECT)
    store = models.TextField(default="")
    is_default = models.BooleanField(default=False)
    options_version = models.IntegerField(default=1)
    row_version = models.IntegerField(default=1)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="one_default_profile"),
        ]
