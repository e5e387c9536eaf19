"""What the storefront refuses."""


class CheckoutError(Exception):
    """An order that cannot be placed, with a sentence that says why."""
