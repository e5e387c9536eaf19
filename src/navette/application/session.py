"""What a run works with: both sides, our store, the options of one profile, the journal, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from navette.config.profile import Options
from navette.domain.errors import FailureKind
from navette.domain.run import Outcome, Requests, RunMode, RunRecord
from navette.ports.clock import Clock
from navette.ports.erp import Erp
from navette.ports.journal import Journal
from navette.ports.shop import Shop
from navette.ports.store import Scope, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A profile, opened: bootstrap makes it, every capability receives it."""

    profile: str
    scope: Scope
    options: Options
    erp: Erp
    shop: Shop
    store: Store
    journal: Journal
    clock: Clock
    web_prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """What is asked of a run.

    `since` is on the source's clock. `based_on` holds base digests by record key of a stored preview: records whose
    base moved are skipped. `id` is given where the run row was made before (a queue), else made new.
    """

    capability: str
    mode: RunMode = RunMode.APPLY
    full: bool = False
    since: datetime | None = None
    only: frozenset[str] = frozenset()
    confirm: bool = False
    requested_by: str = ""
    trigger: str = "manual"
    based_on: dict[str, str] | None = None
    id: str = ""
    keeps_items: bool = False
    should_stop: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True, slots=True)
class ReportedItem:
    """One record of a run as `--items` prints it."""

    record: str
    outcome: Outcome
    changes: tuple[tuple[str, str, str], ...] = ()
    code: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run came to: the run as stored, its duration and the peak of memory of the process.

    `failure` tells what kind of error ended it, None for a run that came to its end. `followed_by` is the run that it
    had for a consequence.
    """

    run: RunRecord
    seconds: float
    peak_rss_mb: float
    requests: Requests
    items: tuple[ReportedItem, ...] = ()
    failure: FailureKind | None = None
    followed_by: "RunReport | None" = None
