"""Statuses and fields that the options name exist, said before anything is read."""

from navette.application.export_order_status.wished import tracking_fields
from navette.application.session import Session
from navette.domain.document import DocumentKind
from navette.domain.errors import ConfigurationError
from navette.domain.messages import order_status as messages


def check_statuses(session: Session) -> None:
    """Raise ConfigurationError if an option names a status that the shop does not have."""
    options = session.options.order_status
    named: dict[str, str] = {kind.value: getattr(options, kind.value) for kind in DocumentKind}
    named["tracking_status"] = options.tracking_status
    if not any(named.values()):
        return
    known = {status.id: status.name for status in session.shop.choices().order_statuses}
    for name, value in named.items():
        if value and value not in known:
            choices = ", ".join(f"{key} ({label})" for key, label in known.items())
            raise ConfigurationError(messages.UNKNOWN_STATUS, value=value, option=f"order_status.{name}", known=choices)


def check_fields(session: Session) -> None:
    """Raise ConfigurationError if a tracking field does not exist on documents."""
    wanted = tracking_fields(session.options.order_status)
    if not wanted:
        return
    known = {field.name for field in session.erp.choices().document_fields}
    for name in wanted:
        if name not in known:
            choices = ", ".join(sorted(known))
            raise ConfigurationError(
                messages.UNKNOWN_FIELD, value=name, option="order_status.tracking_fields", known=choices
            )
