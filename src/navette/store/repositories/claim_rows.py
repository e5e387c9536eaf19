"""Claims to rows and back."""

from navette.domain.binding import RecordKind
from navette.ports.store import Claim, ClaimState
from navette.store import models
from navette.store.repositories.ownership import Ownership


def claim_of(row: models.Claim) -> Claim:
    """The claim that a row holds."""
    return Claim(
        kind=RecordKind(row.kind),
        external_id=row.external_id,
        web_number=row.web_number,
        state=ClaimState(row.state),
        intended_account=row.intended_account,
        source_digest=row.source_digest,
        paid_total=row.paid_total,
        piece=row.piece,
        attempts=row.attempts,
        run=row.run,
        subject=row.subject,
    )


def new_row(owner: Ownership, claim: Claim, state: ClaimState, token: int) -> models.Claim:
    """A row for a claim that is not remembered yet."""
    row = models.Claim(
        shop_id=owner.shop,
        company_id=owner.company,
        kind=claim.kind.value,
        external_id=claim.external_id,
        attempts=claim.attempts,
    )
    apply_claim(row, claim, state, token)
    return row


def apply_claim(row: models.Claim, claim: Claim, state: ClaimState, token: int) -> None:
    """Write a claim over a row; the account intended before stays where the claim names none."""
    row.web_number = claim.web_number
    row.state = state.value
    row.intended_account = claim.intended_account or row.intended_account
    row.source_digest = claim.source_digest
    row.paid_total = claim.paid_total
    row.piece = claim.piece
    row.run = claim.run
    row.token = token
    row.subject = claim.subject
