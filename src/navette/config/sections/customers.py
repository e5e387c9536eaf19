"""Customers of orders in the ERP (spec CUS-IMP)."""

from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class CodePart(StrEnum):
    """What a part of an account code is made from."""

    NONE = ""
    CUSTOMER_ID = "customer_id"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    COMPANY = "company"
    POSTCODE = "postcode"
    COUNTRY = "country"
    CITY = "city"


class PhoneSource(StrEnum):
    """Which number of the address goes on the card."""

    NONE = ""
    PHONE = "phone"
    MOBILE = "mobile"
    PHONE_OR_MOBILE = "phone_or_mobile"
    MOBILE_OR_PHONE = "mobile_or_phone"


class CustomerImportOptions(Section):
    """How the account of an order is found or made."""

    prefix: ClassVar[str] = "customers.import"
    title: ClassVar[str] = "Import of customers from the shop"

    match_siret: bool = option(default=False, title="Look for the SIRET first", help="Find the account by SIRET.")
    match_email: bool = option(
        default=True, title="Look for the e-mail", help="Find the account by the e-mail of its card or contacts."
    )
    match_vat_number: bool = option(default=False, title="Look for the VAT number", help="Find it by VAT number.")
    single_account: str = option(
        "", title="Single account", help="Account for all orders; empty = one account per customer.", max_length=17
    )
    guest_account: str = option(
        "",
        title="Account of guests",
        help="Account for orders without a customer account; empty = as any customer.",
        max_length=17,
    )
    template: str = option(
        "", title="Template customer", help="Account whose settings new accounts inherit.", max_length=17
    )
    prefix_code: str = option("WEB", title="Prefix", help="First characters of new account codes.", max_length=17)
    part1: CodePart = option(CodePart.CUSTOMER_ID, title="Part 1", help="What follows the prefix.")
    length1: int = option(6, title="Length 1", help="Characters of part 1.", minimum=0, maximum=17)
    part2: CodePart = option(CodePart.NONE, title="Part 2", help="What follows.")
    length2: int = option(0, title="Length 2", help="Characters of part 2.", minimum=0, maximum=17)
    part3: CodePart = option(CodePart.NONE, title="Part 3", help="What follows.")
    length3: int = option(0, title="Length 3", help="Characters of part 3.", minimum=0, maximum=17)
    part4: CodePart = option(CodePart.NONE, title="Part 4", help="What follows.")
    length4: int = option(0, title="Length 4", help="Characters of part 4.", minimum=0, maximum=17)
    suffix: str = option("", title="Suffix", help="Last characters before the counter.", max_length=17)
    counter_length: int = option(
        0, title="Counter", help="Digits of a counter at the end; 0 = none.", minimum=0, maximum=9
    )
    phone: PhoneSource = option(PhoneSource.PHONE_OR_MOBILE, title="Telephone", help="Number for the telephone.")
    fax: PhoneSource = option(PhoneSource.NONE, title="Fax", help="Number for the fax field.")
    strip_accents: bool = option(default=False, title="Remove accents", help="Remove accents from names and addresses.")
    upper_case_title: bool = option(
        default=False, title="Name in capitals", help="Write the name of new accounts in capitals."
    )
    upper_case_addresses: bool = option(
        default=False, title="Addresses in capitals", help="Write addresses in capitals."
    )
    category_from_document: bool = option(
        default=False,
        title="Accounting category of the document",
        help="New accounts take the accounting category of their first document.",
    )
    representative: int = option(
        0, title="Sales representative", help="Representative of new accounts; 0 = the template's.", minimum=0
    )
