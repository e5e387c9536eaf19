"""The exactly-once protocol: claims, their after-effects on the shop, account counters."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from navette.store.models.identity import Company, Shop
from navette.store.models.row import Row


class Claim(Row):
    """The memory that an external record is being, or was, written to the ERP."""

    shop = models.ForeignKey(Shop, models.PROTECT, db_index=False)
    company = models.ForeignKey(Company, models.PROTECT, db_index=False)
    kind = models.CharField(max_length=16)
    external_id = models.TextField()
    web_number = models.TextField(default="")
    state = models.CharField(max_length=8)
    intended_account = models.TextField(default="")
    source_digest = models.TextField(default="")
    paid_total = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    piece = models.TextField(default="")
    attempts = models.IntegerField(default=1)
    run = models.CharField(max_length=64, default="")
    token = models.BigIntegerField(default=0)
    subject = models.TextField(default="")

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["shop", "kind", "external_id"], name="claim_once"),
            models.UniqueConstraint(
                fields=["company", "web_number"], condition=~Q(web_number=""), name="web_number_once"
            ),
        ]


class ClaimMember(Row):
    """An order inside a claim that groups several (one document for the orders of a day and store)."""

    claim = models.ForeignKey(Claim, models.CASCADE, db_index=False)
    order_id = models.TextField(db_index=True)

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["claim", "order_id"], name="claim_member_once")]


class ShopEffect(Row):
    """A change that a shop order still has to get, or got."""

    shop = models.ForeignKey(Shop, models.PROTECT, db_index=False)
    order = models.TextField()
    kind = models.CharField(max_length=16)
    value = models.TextField()
    state = models.CharField(max_length=8)
    attempts = models.IntegerField(default=0)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["shop", "order", "kind", "value"], name="shop_effect_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["shop", "id"], condition=Q(state="due"), name="effect_due")]


class AccountCounter(Row):
    """The last number that was given under a pattern of account codes."""

    company = models.ForeignKey(Company, models.PROTECT, db_index=False)
    pattern = models.TextField()
    last = models.BigIntegerField()

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["company", "pattern"], name="account_counter_once")]
