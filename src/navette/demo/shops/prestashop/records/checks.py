"""The shop's rules for field values, by the name that the synopsis shows as `format`."""

import re
from collections.abc import Callable
from datetime import date

from navette.demo.shops.prestashop.php import is_numeric, to_int

MAX_UNSIGNED = 4294967295
_SCRIPT = re.compile(
    r"<\s*script|<\s*\w+[^>]*\s(on\w+)=[\"'][^\"']*[\"']|\bon[a-z]{4,}\s*=|script:|<\s*(i?frame|form|input|embed|object)",
    re.IGNORECASE,
)
_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:? )?([0-9][0-9X -]+)")
_ISBN_DIGITS = re.compile(r"(?:97[89])?[0-9]{9}[0-9X]")


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


def _is_int(value: str) -> bool:
    return str(to_int(value)) == value


def _is_unsigned(value: str) -> bool:
    return _is_int(value) and 0 <= int(value) <= MAX_UNSIGNED


def _is_date(value: str) -> bool:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})( \d{2}:\d{2}:\d{2})?", value)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def _is_isbn(value: str) -> bool:
    """Tell whether a text has the form of an ISBN of 10 or 13 digits, all its separators or none."""
    found = _ISBN.fullmatch(value.upper())
    if found is None:
        return False
    separators = sum(character in "- " for character in found[1])
    plain = found[1].replace("-", "").replace(" ", "")
    return separators in {0, len(plain) // 3} and _ISBN_DIGITS.fullmatch(plain) is not None


def _is_clean_html(value: str) -> bool:
    return _SCRIPT.search(value) is None


def _is_email(value: str) -> bool:
    return re.fullmatch(r"[^@\s<>()\[\],;:\\\"]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value) is not None


def _is_siret(value: str) -> bool:
    if re.fullmatch(r"\d{14}", value) is None:
        return False
    doubled = [int(sign) * (2 if place % 2 == 0 else 1) for place, sign in enumerate(value)]
    return sum(number - 9 if number >= 10 else number for number in doubled) % 10 == 0


def _accepted(_value: str) -> bool:
    return True


_name = _matches(r"[^0-9!<>,;?=+()@#\"°{}_$%:¤|]*")
_generic = _matches(r"[^<>={}]*")
_label = _matches(r"[^<>;=#{}]*")

CHECKS: dict[str, Callable[[str], bool]] = {
    "isunsignedid": _is_unsigned,
    "isnullorunsignedid": _is_unsigned,
    "isunsignedint": _is_unsigned,
    "isint": _is_int,
    "ispositiveint": lambda value: _is_unsigned(value) and int(value) > 0,
    "isbool": _matches(r"0|1"),
    "isfloat": is_numeric,
    "isunsignedfloat": lambda value: is_numeric(value) and float(value) >= 0,
    "ispercentage": lambda value: is_numeric(value) and 0 <= float(value) <= 100,
    "isprice": _matches(r"[0-9]{1,10}(\.[0-9]{1,9})?"),
    "isnegativeprice": _matches(r"-?[0-9]{1,10}(\.[0-9]{1,9})?"),
    "isdate": _is_date,
    "isdateformat": _matches(r"\d{4}-(0?[0-9]|1[0-2])-(0?[0-9]|[12][0-9]|3[01])( \d{2}:\d{2}:\d{2})?"),
    "isbirthdate": lambda value: value == "0000-00-00" or _is_date(value),
    "isname": _name,
    "iscustomername": lambda value: _name(value) and re.search(r"[.。]\S", value) is None,
    "iscatalogname": _label,
    "iscarriername": _label,
    "isgenericname": _generic,
    "isreference": _matches(r"[^<>;={}]*"),
    "isean13": _matches(r"[0-9]{0,13}"),
    "isupc": _matches(r"[0-9]{0,12}"),
    "isisbn": _is_isbn,
    "isape": _matches(r"\d{3,4}[a-zA-Z]"),
    "issiret": _is_siret,
    "islinkrewrite": _matches(r"[_a-zA-Z0-9-]+"),
    "iscleanhtml": _is_clean_html,
    "isemail": _is_email,
    "isphonenumber": _matches(r"[+0-9. ()/-]*"),
    "ispostcode": _matches(r"[a-zA-Z 0-9-]+"),
    "isaddress": _matches(r"[^!<>?=+@{}_$%]*"),
    "iscityname": _matches(r"[^!<>;?=+@#\"°{}_$%]*"),
    "isdnilite": _matches(r"[0-9A-Za-z.-]{1,16}"),
    "isurl": _matches(r"[~:#,$%&_=().? +@/\w-]+"),
    "isabsoluteurl": _matches(r"(https?:)?//[$~:;#,%&_=()\[\].? +@/a-zA-Z0-9-]+"),
    "ismessage": lambda value: re.search(r"[<>{}]", value) is None,
    "ismodulename": _matches(r"[a-zA-Z0-9_-]+"),
    "ismd5": _matches(r"[a-f0-9A-F]{32}"),
    "ishashedpassword": lambda value: len(value) in {32, 60},
    "isproductvisibility": lambda value: re.search(r"^both|catalog|search|none$", value) is not None,
    "isreductiontype": _matches(r"amount|percentage"),
    "isconfigname": _matches(r"[a-zA-Z_0-9-]+"),
    "islanguageisocode": _matches(r"[a-zA-Z]{2,3}"),
    "isnumericisocode": _matches(r"[0-9]{3}"),
    "isstateisocode": _matches(r"[a-zA-Z0-9]{1,4}(-[a-zA-Z0-9]{1,4})?"),
    "iszipcodeformat": _matches(r"[NLCnlc 0-9-]+"),
    "iscolor": _matches(r"#[0-9a-fA-F]{6}|[a-zA-Z0-9-]*"),
    "istrackingnumber": _matches(r"[~:#,%&_=()\[\].? +@/a-zA-Z0-9-]+"),
}


def is_valid(check: str, value: str) -> bool:
    """Tell whether a value passes; a rule that the connector never meets accepts all."""
    return CHECKS.get(check.lower(), _accepted)(value)
