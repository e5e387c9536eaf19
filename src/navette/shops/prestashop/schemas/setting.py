"""Settings of the shop and the lists that other records point to."""

from typing import TypedDict

from navette.shops.prestashop.schemas.resource import Resource, Scalar, Texts


class ConfigurationJson(TypedDict):
    """A setting; one row for all stores, more where a store has its own value."""

    id: Scalar
    name: str
    value: Scalar
    id_shop: Scalar
    id_shop_group: Scalar
    date_add: str


class LanguageJson(TypedDict):
    """A language of the shop; `language_code` is such as fr-fr."""

    id: Scalar
    iso_code: str
    language_code: str


class CurrencyJson(TypedDict):
    """A currency of the shop."""

    id: Scalar
    iso_code: str
    name: Texts


class CountryJson(TypedDict):
    """A country."""

    id: Scalar
    iso_code: str
    id_zone: Scalar
    name: Texts


class StateJson(TypedDict):
    """A region of a country."""

    id: Scalar
    name: str


class ZoneJson(TypedDict):
    """A group of countries."""

    id: Scalar
    name: str


class TaxJson(TypedDict):
    """A tax with its rate in percent."""

    id: Scalar
    rate: str
    name: Texts


class TaxRuleGroupJson(TypedDict):
    """A tax rule as products point to it."""

    id: Scalar
    name: str
    active: Scalar
    deleted: Scalar


class TaxRuleJson(TypedDict):
    """What a tax rule means in one country."""

    id: Scalar
    id_tax_rules_group: Scalar
    id_country: Scalar
    id_state: Scalar
    id_tax: Scalar


class CarrierJson(TypedDict):
    """A carrier; an edit in the back office makes a new id, `id_reference` stays."""

    id: Scalar
    id_reference: Scalar
    name: str
    deleted: Scalar


class OrderStateJson(TypedDict):
    """A status of orders."""

    id: Scalar
    name: Texts
    paid: Scalar
    shipped: Scalar
    deleted: Scalar


class StoreJson(TypedDict):
    """A store of a multi-store shop."""

    id: Scalar
    name: str


class PaymentNameJson(TypedDict):
    """How an order was paid: the module and the name shown."""

    id: Scalar
    module: str
    payment: str


CONFIGURATIONS = Resource[ConfigurationJson](
    "configurations", "configuration", "[id,name,value,id_shop,id_shop_group,date_add]"
)
LANGUAGES = Resource[LanguageJson]("languages", "language", "[id,iso_code,language_code]")
CURRENCIES = Resource[CurrencyJson]("currencies", "currency", "[id,iso_code,name]")
COUNTRIES = Resource[CountryJson]("countries", "country", "[id,iso_code,id_zone,name]")
STATES = Resource[StateJson]("states", "state", "[id,name]")
ZONES = Resource[ZoneJson]("zones", "zone", "[id,name]")
TAXES = Resource[TaxJson]("taxes", "tax", "[id,rate,name]")
TAX_RULE_GROUPS = Resource[TaxRuleGroupJson]("tax_rule_groups", "tax_rule_group", "[id,name,active,deleted]")
TAX_RULES = Resource[TaxRuleJson]("tax_rules", "tax_rule", "[id,id_tax_rules_group,id_country,id_state,id_tax]")
CARRIERS = Resource[CarrierJson]("carriers", "carrier", "[id,id_reference,name,deleted]")
ORDER_STATES = Resource[OrderStateJson]("order_states", "order_state", "[id,name,paid,shipped,deleted]")
STORES = Resource[StoreJson]("shops", "shop", "[id,name]")
PAYMENT_NAMES = Resource[PaymentNameJson]("orders", "order", "[id,module,payment]")
