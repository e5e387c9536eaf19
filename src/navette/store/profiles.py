"""Profiles: one ERP company, one shop, and all the settings between them (spec APP-PRO)."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.text import slugify

from navette.domain.errors import BusyError, ConfigurationError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.store import models
from navette.store.audit import audit
from navette.store.option_rows import copy_settings, forget_option
from navette.store.profile_record import Connection, ProfileRecord
from navette.store.repositories.identity import side_row
from navette.store.repositories.leases import Leases
from navette.store.repositories.profile_rows import profile_row, record_of
from navette.store.sides import company_row, join, shop_row
from navette.store.transaction import writing


class Profiles:
    """Creates, lists and changes profiles; `user` is who asks, for the audit."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def create(
        self, name: str, company: Connection, shop: Connection, *, store: str = "", user: str = ""
    ) -> ProfileRecord:
        """Make a profile; a company or shop that is known under its kind and address is shared, not made twice.

        A second shop of a company gets a prefix for its web numbers, fixed from now on. The first profile of all is
        the default one. Raises ConfigurationError if the name is taken.
        """
        slug = _free_slug(name)
        with writing():
            row = models.Profile(slug=slug, name=name, store=store, is_default=not models.Profile.objects.exists())
            row.company, row.shop = company_row(company), shop_row(shop)
            join(row.company, row.shop)
            row.save()
            audit(row, "profile", "", name, self._clock.now(), user)
        return record_of(row)

    def all(self) -> Sequence[ProfileRecord]:
        """All profiles by name."""
        return [record_of(row) for row in _rows().order_by("name")]

    def get(self, name: str) -> ProfileRecord:
        """A profile by its short or whole name; raises ConfigurationError that lists the known ones."""
        return record_of(profile_row(name))

    def default(self) -> ProfileRecord | None:
        """The profile that is opened at start."""
        row = _rows().filter(is_default=True).first()
        return record_of(row) if row else None

    def set_default(self, name: str) -> None:
        """Make a profile the default one."""
        row = profile_row(name)
        with writing():
            models.Profile.objects.filter(is_default=True).update(is_default=False)
            models.Profile.objects.filter(pk=row.pk).update(is_default=True)

    def rename(self, name: str, new_name: str, *, user: str = "") -> ProfileRecord:
        """Give a profile another name; what it remembers stays."""
        row = profile_row(name)
        slug = _free_slug(new_name, besides=row.pk)
        with writing():
            audit(row, "profile", row.name, new_name, self._clock.now(), user)
            row.name, row.slug = new_name, slug
            row.save(update_fields=["name", "slug"])
        return record_of(row)

    def duplicate(self, name: str, new_name: str, *, user: str = "") -> ProfileRecord:
        """Make a profile with the same sides and settings. Bindings belong to those sides: both profiles share them."""
        source = profile_row(name)
        slug = _free_slug(new_name)
        with writing():
            row = models.Profile.objects.create(
                slug=slug,
                name=new_name,
                company=source.company,
                shop=source.shop,
                store=source.store,
                options_version=source.options_version,
            )
            copy_settings(source, row)
            audit(row, "profile", "", f"{new_name} ({source.slug})", self._clock.now(), user)
        return record_of(row)

    def connect(
        self, name: str, *, company: Connection | None = None, shop: Connection | None = None, user: str = ""
    ) -> ProfileRecord:
        """Point a profile to another company or shop. That the same one has moved is said by `confirm_move`."""
        row = profile_row(name)
        with writing():
            if company:
                audit(row, "company", row.company.name, company.url, self._clock.now(), user)
                row.company = company_row(company)
            if shop:
                audit(row, "shop", row.shop.name, shop.url, self._clock.now(), user)
                row.shop = shop_row(shop)
            join(row.company, row.shop)
            row.save(update_fields=["company", "shop"])
        return record_of(row)

    def confirm_move(self, name: str, side: str, url: str, identity: str, *, user: str = "") -> None:
        """Take a person's word that a company or shop is the same one at another address or with another identity."""
        row = profile_row(name)
        with writing():
            moved = side_row(side, row.company_id if side == "company" else row.shop_id)
            audit(row, f"{side}.identity", moved.identity, identity, self._clock.now(), user)
            moved.url, moved.identity = url, identity
            moved.save()

    def delete(self, name: str, *, user: str = "") -> None:
        """Delete a profile with its settings, marks, runs and quarantine.

        Bindings, digests and claims belong to company and shop and stay, so that a new profile makes no duplicates.
        Raises BusyError while a run of the profile goes on.
        """
        row = profile_row(name)
        for lease in Leases(self._clock).holders():
            if lease.holder.startswith(f"{row.slug}/"):
                raise BusyError(messages.PROFILE_IN_USE, name=row.slug, resource=lease.resource)
        with writing():
            audit(row, "profile", row.name, "", self._clock.now(), user)
            for option in models.OptionValue.objects.filter(profile=row):
                forget_option(option)
            row.delete()


def _rows() -> QuerySet[models.Profile]:
    return models.Profile.objects.select_related("company", "shop")


def _free_slug(name: str, besides: int = 0) -> str:
    slug = slugify(name)[:64].strip("-")
    if not slug:
        raise ConfigurationError(messages.UNUSABLE_NAME, name=name)
    others = models.Profile.objects.exclude(pk=besides)
    if others.filter(slug=slug).exists() or others.filter(name=name).exists():
        raise ConfigurationError(messages.PROFILE_EXISTS, name=slug)
    return slug
