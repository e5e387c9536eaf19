"""Templates of references and labels, such as `Web %OI - %CF %CL` (spec ORD-HDR-5)."""

from collections.abc import Callable, Mapping

from navette.domain.order import Order

FIELDS: Mapping[str, Callable[[Order], str]] = {
    "%OI": lambda order: order.id,
    "%OR": lambda order: order.number,
    "%CF": lambda order: order.customer.first_name or order.invoice_address.first_name,
    "%CL": lambda order: order.customer.last_name or order.invoice_address.last_name,
    "%CC": lambda order: order.customer.company or order.invoice_address.company,
    "%PM": lambda order: order.payment_label,
    "%ST": lambda order: order.store,
    "%IN": lambda order: order.invoice_number,
}


def fill_template(template: str, order: Order, length: int) -> str:
    """Fill the fields of a template and cut the result to the ERP's length."""
    for field, value in FIELDS.items():
        template = template.replace(field, value(order))
    return " ".join(template.split())[:length].rstrip()
