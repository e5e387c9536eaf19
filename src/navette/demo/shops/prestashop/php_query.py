"""Query strings as PHP reads them: `filter[reference]=[A]` is a value inside `filter`."""

import re
from urllib.parse import unquote_plus

Parameter = str | dict[str, "Parameter"]
Parameters = dict[str, Parameter]

_BRACKETS = re.compile(r"\[([^\]]*)\]")


def parse_query(text: str) -> Parameters:
    """Read a query string into nested values; a later value replaces an earlier one."""
    found: Parameters = {}
    for part in text.split("&"):
        if not part:
            continue
        name, _, value = part.partition("=")
        _store(found, unquote_plus(name), unquote_plus(value))
    return found


def text_of(parameters: Parameters, name: str) -> str | None:
    """Return a parameter that is a plain text, else None."""
    value = parameters.get(name)
    return value if isinstance(value, str) else None


def group_of(parameters: Parameters, name: str) -> Parameters:
    """Return the parameters given as `name[…]`."""
    value = parameters.get(name)
    return value if isinstance(value, dict) else {}


def _store(found: Parameters, name: str, value: str) -> None:
    opening = name.find("[")
    if opening < 1:
        found[name] = value
        return
    keys = [name[:opening], *_BRACKETS.findall(name[opening:])]
    place = found
    for key in keys[:-1]:
        inner = place.get(key)
        if not isinstance(inner, dict):
            inner = {}
            place[key] = inner
        place = inner
    place[keys[-1] or str(len(place))] = value
