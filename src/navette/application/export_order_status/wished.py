"""What a shop order shall show, from the most advanced of its documents (spec UPD-STA, UPD-NUM, UPD-TRK, UPD-DLV)."""

from collections.abc import Iterator

from navette.application.status_ladder import StatusLadder
from navette.config.sections.order_status import OrderStatusOptions
from navette.domain.document import DocumentProgress
from navette.ports.shop import EffectKind, OrderEffect


def wished_effects(
    order: str, progress: DocumentProgress, options: OrderStatusOptions, ladder: StatusLadder
) -> tuple[OrderEffect, ...]:
    """The effects in the order in which they are sent; a tracked order gets its status after the document's own.

    Where a status may go back, only the last one counts: an order would swing between the two.
    """
    tracking = next((number for number in progress.tracking_numbers if number), "")
    status = ladder.of(progress.leading.kind)
    tracked_status = options.tracking_status if tracking else ""
    if tracked_status and options.allows_backwards:
        status = ""
    return tuple(
        OrderEffect(order, kind, value)
        for kind, value in _values(progress, options, (status, tracking, tracked_status))
        if value
    )


def _values(
    progress: DocumentProgress, options: OrderStatusOptions, found: tuple[str, str, str]
) -> Iterator[tuple[EffectKind, str]]:
    status, tracking, tracked_status = found
    if options.delivery_date and progress.delivery_on:
        yield EffectKind.DELIVERY_DATE, progress.delivery_on.isoformat()
    yield EffectKind.STATUS, status
    if options.sends_piece:
        yield EffectKind.PIECE, progress.leading.piece
    yield EffectKind.TRACKING, tracking
    if tracked_status != status:
        yield EffectKind.STATUS, tracked_status


def tracking_fields(options: OrderStatusOptions) -> list[str]:
    """The header fields in which the tracking number is looked for."""
    return [name.strip() for name in options.tracking_fields.split(",") if name.strip()]
