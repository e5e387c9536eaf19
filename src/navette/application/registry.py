"""All capabilities by their one name."""

from collections.abc import Mapping
from functools import cache

from navette.application.capability import Capability
from navette.domain.errors import ConfigurationError
from navette.domain.messages import run as messages


@cache
def capabilities() -> Mapping[str, type[Capability]]:
    """The capabilities by command-line name, in the order in which a new shop is filled."""
    # Loaded when one is used, so that the command line starts quickly.
    from navette.application.export_categories import ExportCategories  # noqa: PLC0415
    from navette.application.export_order_status.capability import ExportOrderStatus  # noqa: PLC0415
    from navette.application.export_prices.capability import ExportPrices  # noqa: PLC0415
    from navette.application.export_products.capability import ExportProducts  # noqa: PLC0415
    from navette.application.export_stock import ExportStock  # noqa: PLC0415
    from navette.application.import_orders.capability import ImportOrders  # noqa: PLC0415

    known: tuple[type[Capability], ...] = (
        ExportCategories,
        ExportProducts,
        ExportPrices,
        ExportStock,
        ImportOrders,
        ExportOrderStatus,
    )
    return {capability.name: capability for capability in known}


def capability_named(name: str) -> type[Capability]:
    """The capability of a name; raises ConfigurationError that lists those that exist."""
    capability = capabilities().get(name)
    if capability is None:
        raise ConfigurationError(messages.UNKNOWN_CAPABILITY, name=name, known=", ".join(capabilities()))
    return capability
