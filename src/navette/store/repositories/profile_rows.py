"""Profiles by name."""

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.store import models
from navette.store.profile_record import ProfileRecord, Side


def profile_row(name: str) -> models.Profile:
    """The row of a profile by its short name or its whole name; raises ConfigurationError that lists the known ones."""
    rows = models.Profile.objects.select_related("company", "shop")
    row = rows.filter(slug=name).first() or rows.filter(name=name).first()
    if row is None:
        known = list(models.Profile.objects.order_by("slug").values_list("slug", flat=True))
        if not known:
            raise ConfigurationError(messages.NO_PROFILE)
        raise ConfigurationError(messages.UNKNOWN_PROFILE, name=name, known=", ".join(known))
    return row


def record_of(row: models.Profile) -> ProfileRecord:
    """The profile that a row holds."""
    pair = models.CompanyShop.objects.get(company=row.company_id, shop=row.shop_id)
    return ProfileRecord(
        slug=row.slug,
        name=row.name,
        company=_side(row.company),
        shop=_side(row.shop),
        store=row.store,
        web_prefix=pair.web_prefix,
        is_default=row.is_default,
        options_version=row.options_version,
        row_version=row.row_version,
    )


def _side(row: models.Company | models.Shop) -> Side:
    return Side(row.name, row.kind, row.url, row.identity)
