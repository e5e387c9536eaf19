"""Puts a backup back, and makes nothing of what it remembers dangerous."""

from pathlib import Path

from navette.domain.errors import BusyError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.store import models
from navette.store.backup import kept_before, put_back
from navette.store.place import Place
from navette.store.repositories.leases import Leases
from navette.store.repositories.run_rows import interrupt
from navette.store.transaction import writing
from navette.store.upgrade import upgrade


def restore(place: Place, source: Path, clock: Clock) -> None:
    """Replace the database by a backup, after keeping a copy of the present one, and bring it up to date.

    Raises BusyError while a run goes on, ConfigurationError if the file is no backup or is of a newer version (then
    the former database is put back).
    """
    for lease in Leases(clock).holders():
        raise BusyError(messages.RUN_GOES_ON, resource=lease.resource, holder=lease.holder)
    last_token = _last_token()
    former = kept_before(place, "restore", clock.now())
    put_back(place, source)
    try:
        upgrade(place, clock)
    except Exception:
        put_back(place, former)
        raise
    after_restore(clock, last_token)


def after_restore(clock: Clock, last_token: int = 0) -> None:
    """Doubt what an older state remembers: open runs are interrupted, no digest is believed, exports read everything.

    Fencing tokens never go back, so that a process from before the restore cannot pass for a new holder. Documents
    that were written since the backup are found in the ERP by their web number and adopted.
    """
    with writing():
        interrupt(models.Run.objects.all(), clock.now())
        models.Lease.objects.update(holder="", process="", expires_at=None)
        models.FencingToken.objects.update_or_create(pk=1, defaults={"last": max(last_token, _last_token())})
        models.SentAspect.objects.filter(is_doubtful=False).update(is_doubtful=True)
        models.Mark.objects.update(full_at=None)


def _last_token() -> int:
    return max(models.FencingToken.objects.values_list("last", flat=True), default=0)
