"""A third party of the sample, as it is thought up before it becomes rows."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.taxes import SalesCategory


class CreditControl(IntEnum):
    """CT_ControlEnc."""

    AUTOMATIC = 0
    BY_RISK_CODE = 1
    BLOCKED = 2


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of an account; courtesy as CT_Civilite."""

    last_name: str
    first_name: str = ""
    email: str = ""
    phone: str = ""
    function: str = ""
    courtesy: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A postal address."""

    street: str
    postcode: str
    town: str
    country: str = "France"
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A customer, or a supplier if `is_supplier`; `terms` is a number of F_MODELER.

    `register_number` gives a firm its SIRET and VAT number; `vat_number` is that of a foreign firm.
    """

    code: str
    title: str
    place: Place
    is_supplier: bool = False
    courtesy: str = ""
    email: str = ""
    phone: str = ""
    register_number: int = 0
    vat_number: str = ""
    price_category: PriceCategory = PriceCategory.CONSUMERS
    sales_category: SalesCategory = SalesCategory.FRANCE
    purchasing_group: str | None = None
    terms: int = 1
    representative: int = 0
    discount: Decimal = Decimal(0)
    early_payment_discount: Decimal = Decimal(0)
    credit_limit: Decimal = Decimal(0)
    insured: Decimal = Decimal(0)
    risk: int = 1
    control: CreditControl = CreditControl.AUTOMATIC
    is_dormant: bool = False
    is_prospect: bool = False
    is_erased: bool = False
    shipping_method: int = 2
    contacts: tuple[Contact, ...] = ()
    other_places: tuple[Place, ...] = ()
