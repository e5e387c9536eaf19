"""The web number: how an ERP document names the shop record that it came from (DO_NoWeb, 17 characters)."""

from datetime import date

MAX_LENGTH = 17


def order_web_number(order_id: str, prefix: str = "") -> str:
    """Web number of an order: the bare id, or `B-53` where the shop has a prefix in its company."""
    return _checked(_prefixed(prefix, order_id))


def return_web_number(return_id: str, prefix: str = "") -> str:
    """Web number of a merchandise return."""
    return _checked(_prefixed(prefix, f"R{return_id}"))


def credit_web_number(slip_id: str, prefix: str = "") -> str:
    """Web number of a credit note."""
    return _checked(_prefixed(prefix, f"A{slip_id}"))


def day_web_number(day: date, store: str, prefix: str = "") -> str:
    """Web number of a document that groups the orders of one day and store."""
    return _checked(_prefixed(prefix, f"J{day:%y%m%d}{store}"))


def order_id_of(web_number: str, prefix: str = "") -> str | None:
    """The order id inside a web number of this shop, None if it is another shop's or no order."""
    if prefix:
        head, _, rest = web_number.partition("-")
        if head != prefix:
            return None
        web_number = rest
    return web_number if web_number and not web_number[0].isalpha() and "-" not in web_number else None


def _prefixed(prefix: str, number: str) -> str:
    return f"{prefix}-{number}" if prefix else number


def _checked(number: str) -> str:
    if not number or len(number) > MAX_LENGTH:
        raise ValueError(f"A web number has 1 to {MAX_LENGTH} characters: {number!r}")
    return number
