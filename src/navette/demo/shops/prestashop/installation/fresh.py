"""The records of a freshly installed French shop, without any sample articles."""

import tomllib
from importlib.resources import files
from typing import Any

from navette.demo.shops.prestashop.records.columns import NO_MOMENT
from navette.demo.shops.prestashop.records.definition import all_resources
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.shop import Shop

PACKAGE = "navette.demo.shops.prestashop.installation"
ENGLISH, FRENCH = 1, 2
DATED_SETTINGS = 5

STATE_FLAGS = {
    "invoice": "i",
    "logable": "l",
    "paid": "p",
    "delivery": "d",
    "shipped": "s",
    "send_email": "m",
    "pdf_invoice": "f",
}


def install(shop: Shop, name: str) -> None:
    """Fill a new database."""
    installation = _Installation(shop)
    shop.database.begin()
    installation.languages_and_shop(name)
    installation.places()
    installation.taxes()
    installation.orders()
    installation.catalogue()
    installation.settings(name)
    shop.database.commit()
    shop.languages()


def add_record(shop: Shop, resource: str, values: dict[str, Value], key: int | None = None) -> int:
    """Store a record as it is, without what the shop would do beside it."""
    record = Record(all_resources()[resource], values=dict(values))
    for field in ("date_add", "date_upd"):
        if field in record.resource.fields and record[field] is None:
            record[field] = shop.clock.stamp()
    return shop.records.insert(record, key)


class _Installation:
    """Writes the parts of a fresh shop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def languages_and_shop(self, name: str) -> None:
        english = {"name": "English (English)", "iso_code": "en", "locale": "en-US", "language_code": "en-us"}
        french = {"name": "Français (French)", "iso_code": "fr", "locale": "fr-FR", "language_code": "fr"}
        for language, form in ((english, "m/d/Y"), (french, "d/m/Y")):
            dates: dict[str, Value] = {"date_format_lite": form, "date_format_full": f"{form} H:i:s"}
            self._add("languages", {**language, **dates, "active": "1"})
        self._add("currencies", _euro())
        self._add("shop_groups", {"name": "Default", "active": "1"})
        shop: dict[str, Value] = {"id_shop_group": "1", "id_category": "2", "active": "1", "name": name}
        self._add("shops", {**shop, "theme_name": "classic"})
        url: dict[str, Value] = {"id_shop": "1", "active": "1", "main": "1", "physical_uri": "/"}
        self._add("shop_urls", {**url, "domain": self._shop.host, "domain_ssl": self._shop.host})
        owner: dict[str, Value] = {"id_lang": "1", "lastname": "Owner", "firstname": "Shop", "id_profile": "1"}
        self._add("employees", {**owner, "email": "shop@example.com", "passwd": "x" * 60, "active": "1"})

    def places(self) -> None:
        content = _read("places")
        for name in content["zones"]:
            self._add("zones", {"name": name, "active": "1"})
        for key, code, zone, prefix, form, english, french in content["countries"]:
            values: dict[str, Value] = {
                "id_zone": zone,
                "call_prefix": prefix,
                "iso_code": code,
                "active": int(code == "FR"),
                "contains_states": int(code in content["with_states"]),
                "need_identification_number": int(code in content["with_identification"]),
                "need_zip_code": int(bool(form)),
                "zip_code_format": form,
                "display_tax_label": 1,
                "name": {ENGLISH: english, FRENCH: french},
            }
            self._add("countries", values, key)
        for key, country, zone, code, name in content["states"]:
            state: dict[str, Value] = {"id_country": country, "id_zone": zone, "iso_code": code, "name": name}
            self._add("states", {**state, "active": 1}, key)

    def taxes(self) -> None:
        content = _read("taxes")
        for key, rate, name in content["taxes"]:
            self._add("taxes", {"rate": rate, "active": 1, "name": {ENGLISH: name, FRENCH: name}}, key)
        for number, name in enumerate(content["french_groups"], 1):
            self._add("tax_rule_groups", {"name": name, "active": 1})
            for code in content["french_order"]:
                self._rule(number, code, number)
        group = self._add("tax_rule_groups", {"name": content["european_group"], "active": 1})
        for tax, code in enumerate(content["european_order"], 4):
            self._rule(group, code, 1 if code == "FR" else tax)

    def orders(self) -> None:
        content = _read("orders")
        for key, colour, module, flags, english, french, template in content["states"]:
            values: dict[str, Value] = {name: int(flag in flags) for name, flag in STATE_FLAGS.items()}
            values |= {"unremovable": 1, "module_name": module, "color": colour}
            values |= {"name": {ENGLISH: english, FRENCH: french}, "template": {ENGLISH: template, FRENCH: template}}
            self._add("order_states", values, key)
        for english, french in content["groups"]:
            self._add("groups", {"show_prices": 1, "name": {ENGLISH: english, FRENCH: french}})
        for sign, english, french in content["stock_movement_reasons"]:
            self._add("stock_movement_reasons", {"sign": sign, "name": _both(english, french)})
        self._carriers(content)
        sizes = ("name", "width", "height", "products", "categories", "manufacturers", "suppliers", "stores")
        for key, *values_of_type in content["image_types"]:
            self._add("image_types", dict(zip(sizes, values_of_type, strict=True)), key)

    def catalogue(self) -> None:
        root: dict[str, Value] = {"active": 1, "name": _both("Root", "Racine"), "link_rewrite": _both("root", "racine")}
        self._add("categories", {**root, "id_shop_default": 1}, 1)
        home: dict[str, Value] = {
            "active": 1,
            "name": _both("Home", "Accueil"),
            "link_rewrite": _both("home", "accueil"),
        }
        tree: dict[str, Value] = {"id_parent": 1, "level_depth": 1, "is_root_category": 1, "id_shop_default": 1}
        self._add("categories", {**home, **tree}, 2)

    def settings(self, name: str) -> None:
        version = self._shop.version.text
        own = {
            "PS_VERSION_DB": version,
            "PS_INSTALL_VERSION": version,
            "PS_SHOP_NAME": name,
            "PS_SHOP_DOMAIN": self._shop.host,
            "PS_SHOP_DOMAIN_SSL": self._shop.host,
        }
        for number, (setting, value) in enumerate(_read("settings")["settings"].items(), 1):
            values: dict[str, Value] = {"name": setting, "value": own.get(setting, value)}
            if number > DATED_SETTINGS:
                values |= {"date_add": NO_MOMENT, "date_upd": NO_MOMENT}
            self._add("configurations", values, number)

    def _carriers(self, content: dict[str, Any]) -> None:
        for key, name, free, active, handling, method, english, french in content["carriers"]:
            values: dict[str, Value] = {"name": name, "is_free": free, "active": active, "position": key - 1}
            values |= {"shipping_handling": handling, "shipping_method": method, "id_reference": key}
            self._add("carriers", {**values, "delay": {ENGLISH: english, FRENCH: french}}, key)
            self._shop.database.write("INSERT INTO carrier_tax VALUES (?, 1)", (key,))
        self._shop.database.write_many("INSERT INTO carrier_zone VALUES (?, ?)", content["carrier_zones"])
        for resource in ("weight_ranges", "price_ranges"):
            for carrier, first, last in content[resource]:
                self._add(resource, {"id_carrier": carrier, "delimiter1": first, "delimiter2": last})
        for carrier, price_range, weight_range, zone, price in content["deliveries"]:
            ranges: dict[str, Value] = {"id_range_price": price_range, "id_range_weight": weight_range}
            self._add("deliveries", {**ranges, "id_carrier": carrier, "id_zone": zone, "price": price})

    def _rule(self, group: int, code: str, tax: int) -> None:
        country = self._shop.database.value("SELECT id FROM country WHERE iso_code = ?", (code,))
        values: dict[str, Value] = {"id_tax_rules_group": group, "id_country": country, "id_tax": tax}
        self._add("tax_rules", {**values, "zipcode_from": "0", "zipcode_to": "0"})

    def _add(self, resource: str, values: dict[str, Value], key: int | None = None) -> int:
        return add_record(self._shop, resource, values, key)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(PACKAGE) / f"{name}.toml").read_text("utf-8"))


def _both(english: str, french: str) -> Value:
    return {ENGLISH: english, FRENCH: french}


def _euro() -> dict[str, Value]:
    return {
        "names": {ENGLISH: "Euro", FRENCH: "euro"},
        "symbol": {ENGLISH: "€", FRENCH: "€"},
        "iso_code": "EUR",
        "numeric_iso_code": "978",
        "precision": 2,
        "conversion_rate": "1",
        "active": 1,
    }
