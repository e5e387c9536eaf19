"""The shop's own settings, as far as what we read and write depends on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from navette.domain.errors import ConfigurationError
from navette.domain.messages import shop as messages
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.query import one_of
from navette.shops.prestashop.mapper.values import to_flag, to_id
from navette.shops.prestashop.schemas.setting import (
    CONFIGURATIONS,
    CURRENCIES,
    LANGUAGES,
    ConfigurationJson,
    CurrencyJson,
    LanguageJson,
)

# Settings and what holds where one is not there.
DEFAULTS = {
    "PS_INSTALL_VERSION": "",
    "PS_TIMEZONE": "Europe/Paris",
    "PS_LANG_DEFAULT": "",
    "PS_CURRENCY_DEFAULT": "",
    "PS_COUNTRY_DEFAULT": "",
    "PS_HOME_CATEGORY": "2",
    "PS_WEIGHT_UNIT": "kg",
    "PS_DIMENSION_UNIT": "cm",
    "PS_USE_ECOTAX": "0",
    "PS_OS_CANCELED": "6",
    "PS_TAX_ADDRESS_TYPE": "id_address_delivery",
    "PS_GIFT_WRAPPING_TAX_RULES_GROUP": "0",
    "PS_MULTISHOP_FEATURE_ACTIVE": "0",
    "PS_SHOP_DEFAULT": "1",
    "PS_PRODUCT_SHORT_DESC_LIMIT": "800",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSettings:
    """Settings of one shop; `languages` maps its language ids to ISO 639-1 codes, the default language first."""

    identity: str
    zone: ZoneInfo
    languages: Mapping[str, str]
    currency: str
    currency_id: str
    country_id: str
    home_category: str
    weight_unit: str
    dimension_unit: str
    uses_ecotax: bool
    cancelled_status: str
    taxes_invoice_address: bool
    wrapping_tax_group: str
    default_store: str
    is_multistore: bool
    summary_limit: int

    @property
    def default_language(self) -> str:
        """Id of the shop's own language."""
        return next(iter(self.languages))


def read_settings(client: Client, store: str = "") -> ShopSettings:
    """Read the settings, in three requests."""
    rows = client.rows(CONFIGURATIONS, filters={"name": one_of(list(DEFAULTS))})
    values = DEFAULTS | _values(rows, store)
    currencies = client.rows(CURRENCIES)
    return ShopSettings(
        identity=_identity(rows),
        zone=_zone(values["PS_TIMEZONE"]),
        languages=_languages(client.rows(LANGUAGES), values["PS_LANG_DEFAULT"]),
        currency=_currency(currencies, values["PS_CURRENCY_DEFAULT"]),
        currency_id=values["PS_CURRENCY_DEFAULT"],
        country_id=values["PS_COUNTRY_DEFAULT"],
        home_category=values["PS_HOME_CATEGORY"],
        weight_unit=values["PS_WEIGHT_UNIT"],
        dimension_unit=values["PS_DIMENSION_UNIT"],
        uses_ecotax=to_flag(values["PS_USE_ECOTAX"]),
        cancelled_status=values["PS_OS_CANCELED"],
        taxes_invoice_address=values["PS_TAX_ADDRESS_TYPE"] == "id_address_invoice",
        wrapping_tax_group=to_id(values["PS_GIFT_WRAPPING_TAX_RULES_GROUP"]),
        default_store=values["PS_SHOP_DEFAULT"],
        is_multistore=to_flag(values["PS_MULTISHOP_FEATURE_ACTIVE"]),
        summary_limit=int(values["PS_PRODUCT_SHORT_DESC_LIMIT"] or 0) or 800,
    )


def _values(rows: Sequence[ConfigurationJson], store: str) -> dict[str, str]:
    """Values by name: that of the store where it has one, else that of all."""
    values: dict[str, str] = {}
    own: dict[str, str] = {}
    for row in rows:
        value = "" if row["value"] is None else str(row["value"])
        if to_id(row["id_shop"]):
            if store and to_id(row["id_shop"]) == store:
                own[row["name"]] = value
        elif not to_id(row["id_shop_group"]):
            values[row["name"]] = value
    return values | own


def _identity(rows: Sequence[ConfigurationJson]) -> str:
    """What stays when the shop moves to another address: the moment and version of its installation."""
    for row in rows:
        if row["name"] == "PS_INSTALL_VERSION":
            return sha256(f"{row['value']}|{row['date_add']}|{row['id']}".encode()).hexdigest()[:16]
    raise ConfigurationError(messages.BAD_SETTING, name="PS_INSTALL_VERSION", value="")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigurationError(messages.BAD_SETTING, name="PS_TIMEZONE", value=name) from None


def _languages(rows: Sequence[LanguageJson], default: str) -> Mapping[str, str]:
    """Codes by id; the part before the hyphen, since the shop's own codes are gb and qc for English and French too."""
    codes = {str(row["id"]): (row["language_code"] or row["iso_code"]).lower().partition("-")[0] for row in rows}
    first = {default: codes[default]} if default in codes else {}
    return first | codes


def _currency(rows: Sequence[CurrencyJson], default: str) -> str:
    return next((row["iso_code"] for row in rows if str(row["id"]) == default), "EUR")
