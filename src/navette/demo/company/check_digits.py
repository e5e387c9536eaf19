"""Numbers that carry a check: EAN-13 barcodes, SIREN and SIRET, French VAT numbers."""


def ean13(digits: str) -> str:
    """Complete twelve digits with the check digit of an EAN-13."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _with_luhn(digits: str) -> str:
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    total = sum(value - 9 if value > 9 else value for value in doubled)
    return f"{digits}{-total % 10}"


def siren(number: int) -> str:
    """Give a SIREN of the sample: well formed, and out of the range in use."""
    return _with_luhn(f"999{number:05d}")


def siret(number: int, establishment: int = 1) -> str:
    """Give the SIRET of an establishment of a sample company."""
    return _with_luhn(f"{siren(number)}{establishment:04d}")


def french_vat_number(number: int) -> str:
    """Give the VAT number that belongs to a sample SIREN."""
    register = siren(number)
    return f"FR{(12 + 3 * (int(register) % 97)) % 97:02d}{register}"
