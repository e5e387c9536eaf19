"""The builder of customer account codes: prefix, parts, suffix, counter (spec CUS-IMP-4).

A code is made of capital letters A to Z and digits: accents and other characters are removed. Codes come from the
shop's customer, never from the ERP's own numbering; the counter moves on only when a code belongs to somebody else.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from navette.domain.customer import Address, ShopCustomer
from navette.domain.errors import RefusedError
from navette.domain.messages import account_code as messages
from navette.domain.run import Problem

MAX_PARTS = 4
MAX_COUNTER = 9
ERP_LIMIT = 17
"""Longest customer code of Sage 100 (F_COMPTET.CT_Num)."""

_WITHOUT_DECOMPOSITION = str.maketrans({"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH"})


class PartSource(StrEnum):
    """What of a customer a part of the code is taken from."""

    CUSTOMER_ID = "customer_id"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    COMPANY = "company"
    POSTCODE = "postcode"
    CITY = "city"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class CodePart:
    """A part of a code: a text of the customer on so many characters; the id is filled with zeros on the left."""

    source: PartSource
    length: int


@dataclass(frozen=True, slots=True)
class CodeSubject:
    """The customer whose code is built, with the address that gives postcode, city and country."""

    customer: ShopCustomer
    address: Address

    def text(self, source: PartSource) -> str:
        """The text that a part is taken from."""
        customer, address = self.customer, self.address
        texts = {
            PartSource.CUSTOMER_ID: customer.id,
            PartSource.LAST_NAME: customer.last_name or address.last_name,
            PartSource.FIRST_NAME: customer.first_name or address.first_name,
            PartSource.COMPANY: customer.company or address.company,
            PartSource.POSTCODE: address.postcode,
            PartSource.CITY: address.city,
            PartSource.COUNTRY: address.country,
        }
        return texts[source]


EXAMPLE = CodeSubject(
    ShopCustomer(id="124", email="", first_name="Marie", last_name="Durand", company="Durand et fils"),
    Address(postcode="69003", city="Lyon", country="FR"),
)
"""The customer of the example that a person sees beside the pattern."""


def clean_code(text: str) -> str:
    """Keep what an account code may hold: capital letters without accents, and digits."""
    letters = unicodedata.normalize("NFKD", text).upper().translate(_WITHOUT_DECOMPOSITION)
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


@dataclass(frozen=True, slots=True)
class AccountCodePattern:
    """How account codes are made; a counter length of 0 means no counter."""

    prefix: str = ""
    parts: tuple[CodePart, ...] = ()
    suffix: str = ""
    counter: int = 0

    @property
    def longest(self) -> int:
        """Length of the longest code that the pattern can make."""
        fixed = len(clean_code(self.prefix)) + len(clean_code(self.suffix))
        return fixed + sum(part.length for part in self.parts) + self.counter

    def example(self) -> str:
        """The code of a sample customer, as shown beside the pattern."""
        return self.stem(EXAMPLE) + ("1".zfill(self.counter) if self.counter else "")

    def problems(self, limit: int = ERP_LIMIT) -> list[Problem]:
        """Say why the pattern cannot be used; nothing when it can."""
        return [*self._shape_problems(), *self._code_problems(limit)]

    def codes(self, subject: CodeSubject, first: int = 1) -> Iterator[str]:
        """Give the customer's code, then the codes to try when one belongs to somebody else; the counter from `first`.

        Without a counter there is one code only. Raises RefusedError where the pattern cannot tell this customer from
        others.
        """
        if not self.counter:
            self._check_id(clean_code(subject.text(PartSource.CUSTOMER_ID)))
            yield self.stem(subject)
            return
        stem = self.stem(subject)
        for number in range(first, 10**self.counter):
            yield f"{stem}{number:0{self.counter}d}"

    def stem(self, subject: CodeSubject) -> str:
        """The customer's code without the counter."""
        parts = "".join(_part_text(part, subject) for part in self.parts)
        return clean_code(self.prefix) + parts + clean_code(self.suffix)

    def _check_id(self, customer_id: str) -> None:
        length = max((part.length for part in self.parts if part.source is PartSource.CUSTOMER_ID), default=0)
        if not customer_id:
            raise RefusedError(messages.CUSTOMER_WITHOUT_ID)
        if len(customer_id) > length:
            raise RefusedError(messages.ID_TOO_LONG, id=customer_id, length=length)

    def _shape_problems(self) -> Iterator[Problem]:
        if len(self.parts) > MAX_PARTS:
            values = {"parts": str(len(self.parts)), "limit": str(MAX_PARTS)}
            yield Problem(messages.TOO_MANY_PARTS, values)
        for part in self.parts:
            if part.length < 1:
                yield Problem(messages.LENGTH_OUT_OF_RANGE, {"name": part.source.value, "length": str(part.length)})
        if not 0 <= self.counter <= MAX_COUNTER:
            yield Problem(messages.LENGTH_OUT_OF_RANGE, {"name": "counter", "length": str(self.counter)})

    def _code_problems(self, limit: int) -> Iterator[Problem]:
        if self.longest > limit:
            values = {"length": str(self.longest), "limit": str(limit), "example": self.example()}
            yield Problem(messages.CODE_TOO_LONG, values)
        if self.counter < 1 and not any(part.source is PartSource.CUSTOMER_ID for part in self.parts):
            yield Problem(messages.CODE_NOT_UNIQUE)


def _part_text(part: CodePart, subject: CodeSubject) -> str:
    text = clean_code(subject.text(part.source))
    if part.source is PartSource.CUSTOMER_ID:
        # The last characters of an id tell customers apart, the first ones do not.
        return text[-part.length :].rjust(part.length, "0")
    return text[: part.length]


def simple_pattern(prefix: str, length: int) -> AccountCodePattern:
    """Make the simple form: a prefix and the customer's id, filled with zeros to a length of the whole code."""
    digits = length - len(clean_code(prefix))
    return AccountCodePattern(prefix=prefix, parts=(CodePart(PartSource.CUSTOMER_ID, digits),))
