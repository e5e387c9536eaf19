"""Which fields an answer shows."""

import re
from dataclasses import dataclass, field

from navette.demo.shops.prestashop.php_query import group_of, text_of
from navette.demo.shops.prestashop.records.definition import Association, Field, LinkedField, Resource
from navette.demo.shops.prestashop.webservice.call import Call

FULL, MINIMUM = "full", "minimum"

WRONG_DISPLAY = (
    "The 'display' syntax is wrong. You can set 'full' or '[field_1,field_2,field_3,...]'. These are available: "
)


@dataclass(frozen=True)
class Display:
    """The fields, lists and worked-out prices of an answer; `ids_only` for the short list."""

    fields: tuple[Field, ...] = ()
    associations: tuple[tuple[Association, tuple[LinkedField, ...]], ...] = ()
    shows_id: bool = True
    has_associations: bool = False
    prices: tuple[str, ...] = ()
    ids_only: bool = False


@dataclass
class _Wanted:
    """What `display=[…]` names: plain fields, and parts of lists."""

    fields: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)


def full_display(resource: Resource, prices: tuple[str, ...] = ()) -> Display:
    """Return everything that a record shows."""
    associations = tuple((association, association.fields) for association in resource.associations.values())
    return Display(tuple(resource.visible), associations, has_associations=bool(associations), prices=prices)


def chosen_display(call: Call, default: str) -> Display | None:
    """Return what `display` asks for; None with the reason among the problems."""
    text = text_of(call.parameters, "display") or default
    prices = tuple(group_of(call.parameters, "price")) if call.resource_name in {"products", "combinations"} else ()
    if text == FULL:
        return full_display(call.resource, prices)
    if text == MINIMUM:
        return Display(ids_only=True)
    found = re.fullmatch(r"\[(.*)\]", text)
    available = ", ".join(["id", *call.resource.fields])
    if found is None:
        call.problems.add(400, WRONG_DISPLAY + available, 36)
        return None
    wanted = _parse(found[1])
    wrong = _first_wrong(call.resource, wanted, prices)
    if wrong is not None:
        call.problems.add(400, f'Unable to display this field "{wrong}". However, these are available: {available}', 35)
        return None
    return _display(call.resource, wanted, prices)


def _parse(text: str) -> _Wanted:
    wanted = _Wanted()
    for name, brackets, parts in re.findall(r"([^,\[\]]+)(\[([^\]]*)\])?", text):
        if brackets:
            wanted.parts.setdefault(name.strip(), []).extend(part.strip() for part in parts.split(","))
        else:
            wanted.fields.append(name.strip())
    return wanted


def _first_wrong(resource: Resource, wanted: _Wanted, prices: tuple[str, ...]) -> str | None:
    for name in wanted.fields:
        if name != "id" and name not in resource.fields and name not in prices:
            return name
    for name, parts in wanted.parts.items():
        known = resource.associations.get(name)
        fields = {"id"} | {part.name for part in known.fields} if known else set()
        if not set(parts) <= fields:
            listed = "".join(f"\n  {number} => '{part}'," for number, part in enumerate(parts))
            return f"{name} (details : array ({listed}\n))"
    return None


def _display(resource: Resource, wanted: _Wanted, prices: tuple[str, ...]) -> Display:
    associations = tuple(
        (
            association,
            tuple(part for part in association.fields or (LinkedField("id"),) if part.name in wanted.parts[name]),
        )
        for name, association in resource.associations.items()
        if name in wanted.parts
    )
    return Display(
        fields=tuple(field for field in resource.visible if field.name in wanted.fields),
        associations=associations,
        shows_id="id" in wanted.fields,
        has_associations=bool(wanted.parts) and bool(resource.associations),
        prices=tuple(name for name in prices if name in wanted.fields),
    )
