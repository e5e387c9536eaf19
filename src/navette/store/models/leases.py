"""Who may write where."""

from django.db import models

from navette.store.models.row import Row


class Lease(Row):
    """The right to write to a resource. A row stays when it is given back; `process` tells whether its holder lives."""

    resource = models.TextField(unique=True)
    holder = models.TextField(default="")
    process = models.TextField(default="")
    token = models.BigIntegerField(default=0, db_index=True)
    since = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)


class FencingToken(Row):
    """The last token given, in one row: locking it puts all takers of leases in a queue."""

    last = models.BigIntegerField(default=0)
