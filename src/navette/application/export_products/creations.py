"""Claims of products that are being made: what a run that died left half made in the shop is known as ours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from navette.application.capability import PlanItem, Work
from navette.application.export_products.plan import ProductIntention
from navette.domain.binding import Origin, RecordKind
from navette.domain.run import Outcome, RecordResult
from navette.ports.store import Claim, ClaimState


def begin_creations(work: Work, items: Sequence[PlanItem]) -> Mapping[str, Claim]:
    """Claim the products of a batch that are to be made, or to be completed; claims by record key."""
    claims = work.session.store.claims
    if again := [item.record for item in items if item.retired]:
        claims.reset(RecordKind.PRODUCT, again)
    begun = [_claim(work, item.record) for item in items if _is_creation(item)]
    return claims.begin(begun, work.token) if begun else {}


def ended_creations(work: Work, claims: Mapping[str, Claim], results: Sequence[RecordResult]) -> tuple[Claim, ...]:
    """The claims to be finished with the batch; one of a record that waits without a link stays as it is.

    What the shop refused was not made: its claim is forgotten, so that a product that a person makes is not ours.
    """
    own = [result for result in results if result.record in claims]
    if refused := [result.record for result in own if result.outcome is Outcome.REFUSED and not result.bindings]:
        work.session.store.claims.reset(RecordKind.PRODUCT, refused)
    return tuple(replace(claims[result.record], state=ClaimState.WRITTEN) for result in own if result.bindings)


def _is_creation(item: PlanItem) -> bool:
    return isinstance(item.payload, ProductIntention) and item.payload.origin is Origin.CREATED


def _claim(work: Work, key: str) -> Claim:
    return Claim(kind=RecordKind.PRODUCT, external_id=key, web_number="", state=ClaimState.WRITING, run=work.run)
