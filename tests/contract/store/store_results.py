"""Short ways to say what a run leaves, for the tests of stores."""

from datetime import UTC, datetime

from navette.domain.binding import Aspect, Binding, Origin, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.messages.message import Level, Message
from navette.domain.run import (
    BatchRecord,
    Counts,
    JournalLine,
    Outcome,
    Problem,
    RecordResult,
    Requests,
    RunMode,
    RunRecord,
    RunStatus,
    tally,
)
from navette.ports.store import Claim, ClaimState, Store

NO_TAX = Message("ART-TAX-901", "No tax rule for {tax}", "Map the tax")
NO_PARENT = Message("ART-PAR-901", "No parent {parent}")
NOTE = Message("RUN-NOTE-901", "Reading {what}", level=Level.INFO)
STARTED = datetime(2026, 11, 24, 8, 59, tzinfo=UTC)


def run_record(run: str, profile: str = "bijou", **changed: object) -> RunRecord:
    values: dict[str, object] = {
        "id": run,
        "profile": profile,
        "capability": "export-products",
        "mode": RunMode.APPLY,
        "status": RunStatus.RUNNING,
        "requested_by": "claire",
        "options_digest": "d1",
        "started_at": STARTED,
    }
    return RunRecord(**{**values, **changed})


def started(store: Store, run: str = "run-1", **changed: object) -> str:
    store.runs.start(run_record(run, **changed))
    return run


def product(key: str, ref: str, parent: str = "", kind: RecordKind = RecordKind.PRODUCT) -> Binding:
    return Binding(kind, f"article:{key}", ShopRef(ref, parent), Origin.CREATED)


def digest(key: str, aspect: Aspect, text: str) -> SentAspect:
    return SentAspect(RecordKind.PRODUCT, f"article:{key}", aspect, text)


def picture(key: str, source: str, position: int = 1, content_hash: str = "h1", shop_ref: str = "31") -> RemoteFile:
    return RemoteFile(
        RecordKind.PRODUCT, f"article:{key}", "image", source, 2048, 1732438800.25, content_hash, position, shop_ref
    )


def result(key: str, outcome: Outcome = Outcome.CREATED, **remembered: object) -> RecordResult:
    return RecordResult(record=f"article:{key}", kind=RecordKind.PRODUCT, outcome=outcome, **remembered)


def refused(key: str, message: Message = NO_TAX, outcome: Outcome = Outcome.REFUSED, **values: str) -> RecordResult:
    return result(key, outcome, problem=Problem(message, values or {"tax": "T55"}))


def batch(run: str, number: int, *results: RecordResult, counts: Counts | None = None, **rest: object) -> BatchRecord:
    counts = counts or tally(item.outcome for item in results)
    values: dict[str, object] = {"requests": Requests(2, 1), **rest}
    return BatchRecord(run=run, number=number, counts=counts, results=results, **values)


def line(what: str, **rest: object) -> JournalLine:
    return JournalLine(message=NOTE, values={"what": what}, **rest)


def claim(order: str, **changed: object) -> Claim:
    values: dict[str, object] = {
        "kind": RecordKind.ORDER,
        "external_id": order,
        "web_number": order,
        "state": ClaimState.WRITING,
        "intended_account": f"WEB{order}",
        "source_digest": "s1",
        "run": "run-1",
        "subject": f"order:{order}",
    }
    return Claim(**{**values, **changed})
