"""The languages of an answer, from the parameter `language`."""

import re

from navette.demo.shops.prestashop.php import is_numeric, to_int
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.webservice.call import Call


def chosen_languages(call: Call) -> list[int] | None:
    """Return the ids of the languages; None with the reason among the problems."""
    active = call.shop.languages()
    given = text_of(call.parameters, "language")
    if given is None:
        return active
    known = call.shop.database.column("SELECT id FROM lang")
    chosen = [language for language in _wanted(call, given) if language in known]
    if not chosen:
        call.problems.add(400, "language is not available", 81)
        return None
    return chosen


def _wanted(call: Call, given: str) -> list[int]:
    """Return the ids that are named, none with the reason among the problems."""
    if is_numeric(given):
        return [to_int(given)]
    found = re.fullmatch(r"\[(.*)\]", given)
    if found is None:
        call.problems.add(400, "language value is wrong", 79)
        return []
    parts = re.split(r"[|,]", found[1])
    if not all(is_numeric(part) for part in parts):
        call.problems.add(400, "Language ID must be numeric", 80)
        return []
    numbers = [to_int(part) for part in parts]
    if "," not in found[1]:
        return numbers
    if len(numbers) != 2:
        call.problems.add(400, "A range value for a language must contains only 2 values", 78)
        return []
    return list(range(numbers[0], numbers[1] + 1))
