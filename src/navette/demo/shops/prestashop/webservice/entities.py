"""Records made ready for showing: with worked-out fields, lists and prices."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.php_query import group_of
from navette.demo.shops.prestashop.pricing.virtual_prices import virtual_price
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.definition import Resource
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.display import Display


@dataclass
class Entity:
    """A record with what is shown beside its own values."""

    record: Record
    linked: dict[str, list[Entry]] = field(default_factory=dict)
    prices: dict[str, str] = field(default_factory=dict)


def load_entities(call: Call, resource: Resource, keys: Sequence[int], display: Display) -> list[Entity]:
    """Read records by their ids with what a display needs."""
    needs_all = any(item.computed for item in display.fields) or display.associations or display.prices
    fields = None if needs_all else display.fields
    records = call.shop.records.load(resource, keys, fields)
    call.shop.behaviour(resource.name).loaded(records)
    return complete(call, resource, records, display)


def complete(call: Call, resource: Resource, records: Sequence[Record], display: Display) -> list[Entity]:
    """Add worked-out fields, lists and prices to records."""
    behaviour = call.shop.behaviour(resource.name)
    for item in display.fields:
        if item.computed:
            values = behaviour.computed(item.name, records)
            for record in records:
                record[item.name] = values.get(record.key)
    entities = [Entity(record) for record in records]
    for association, _ in display.associations:
        found = behaviour.linked(association.name, records)
        for entity in entities:
            entity.linked[association.name] = found.get(entity.record.key, [])
    for entity in entities:
        for name, price in _prices(call, entity.record, display).items():
            if name in resource.fields:
                entity.record[name] = price
            else:
                entity.prices[name] = price
    return entities


def _prices(call: Call, record: Record, display: Display) -> dict[str, str]:
    found: dict[str, str] = {}
    asked = group_of(call.parameters, "price")
    for name in display.prices:
        if not isinstance(asked.get(name), dict):
            raise Crash
        options = group_of(asked, name)
        if record.resource.name == "combinations":
            found[name] = virtual_price(call.shop, record.number("id_product"), record.key, options)
        else:
            found[name] = virtual_price(call.shop, record.key, 0, options)
    return found
