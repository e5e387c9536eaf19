"""Pairs of ERP and shop records, and what was last sent of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from navette.store.models.identity import Scope
from navette.store.models.row import Row

LIVE = Q(retired_at__isnull=True)


class Binding(Row):
    """A pair of records, unique both ways while live; a replaced one is retired and still resolves old order lines."""

    scope = models.ForeignKey(Scope, models.PROTECT, db_index=False)
    kind = models.CharField(max_length=16)
    erp_key = models.TextField()
    shop_ref = models.TextField()
    shop_parent = models.TextField(default="")
    origin = models.CharField(max_length=16)
    retired_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scope", "kind", "erp_key"], condition=LIVE, name="live_erp_key_once"),
            models.UniqueConstraint(
                fields=["scope", "kind", "shop_ref", "shop_parent"], condition=LIVE, name="live_shop_ref_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["scope", "kind", "shop_parent"], condition=LIVE & ~Q(shop_parent=""), name="live_by_parent"
            ),
            models.Index(
                fields=["scope", "kind", "shop_ref"], condition=Q(retired_at__isnull=False), name="retired_by_ref"
            ),
        ]


class SentAspect(Row):
    """Digest of what was last sent of one aspect; a doubtful one is compared with the shop before it is used."""

    binding = models.ForeignKey(Binding, models.CASCADE, db_index=False)
    aspect = models.CharField(max_length=24)
    digest = models.TextField()
    at = models.DateTimeField()
    is_doubtful = models.BooleanField(default=False)

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["binding", "aspect"], name="sent_aspect_once")]
        indexes: ClassVar = [models.Index(fields=["aspect"], condition=Q(is_doubtful=True), name="doubtful_aspects")]


class RemoteFile(Row):
    """A picture or document that was sent; `modified_at` is the file's time in seconds, as its system gave it."""

    binding = models.ForeignKey(Binding, models.CASCADE, db_index=False)
    role = models.CharField(max_length=16)
    source = models.TextField()
    size = models.BigIntegerField()
    modified_at = models.FloatField()
    content_hash = models.TextField()
    position = models.IntegerField()
    shop_ref = models.TextField()

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["binding", "role", "source"], name="remote_file_once")]


class PublishedPrice(Row):
    """A price that the shop showed in a period: the history that the lowest price of 30 days is read from."""

    binding = models.ForeignKey(Binding, models.CASCADE, db_index=False)
    price_kind = models.CharField(max_length=32)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)
    amount = models.DecimalField(max_digits=20, decimal_places=6)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["binding", "price_kind", "from_at"], name="published_price_once"),
        ]
