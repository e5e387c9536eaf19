"""Lists: filters, order and pages."""

import re
from dataclasses import dataclass, field

from navette.demo.shops.prestashop.php import closest, is_empty, to_int
from navette.demo.shops.prestashop.php_query import Parameters, group_of, text_of
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.definition import Field
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.filters import ID, condition

DATES = ("date_add", "date_upd")


@dataclass
class Listing:
    """The parts of a query for ids."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    limit: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    joins_texts: bool = False

    def sql(self, table: str) -> str:
        """Return the query."""
        join = f' LEFT JOIN "{table}_lang" texts ON texts.id = main.id' if self.joins_texts else ""
        where = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        group = " GROUP BY main.id" if self.joins_texts else ""
        order = ", ".join(self.order)
        return f'SELECT main.id FROM "{table}" main{join}{where}{group} ORDER BY {order}{self.limit}'


def list_ids(call: Call) -> list[int] | None:
    """Return the ids that a list asks for; None with the reason among the problems."""
    listing = Listing()
    plain, translated = _available(call)
    for name, given in group_of(call.parameters, "filter").items():
        if name in {"sort", "limit"}:
            continue
        if not isinstance(given, str) and name in plain:
            raise Crash
        if not isinstance(given, str) and name not in translated:
            call.problems.add(400, "There is no existing linked table for this resource", 31)
            return None
        if not _add_filter(call, listing, name, _first_text(given), plain, translated):
            return None
    return listing_ids(call, listing, plain, translated)


def _first_text(given: str | Parameters) -> str:
    """Return the value of a filter; of several the first."""
    if isinstance(given, str):
        return given
    return next((value for value in given.values() if isinstance(value, str)), "")


def listing_ids(call: Call, listing: Listing, plain: list[str], translated: list[str]) -> list[int] | None:
    """Add order and page to a listing and return its ids."""
    if not _add_order(call, listing, plain, translated) or not _add_limit(call, listing):
        return None
    if not listing.order:
        usual = call.shop.behaviour(call.resource_name).usual_order(listing.filters)
        listing.order += [*(_sorted(call.resource.fields[name]) for name in usual), "main.id"]
    found: list[int] = call.shop.database.column(listing.sql(call.resource.table), listing.values)
    return found


def _available(call: Call) -> tuple[list[str], list[str]]:
    """Return the names that can be filtered and sorted: plain fields, and texts in several languages.

    The dates only count with `date=1`, and then also where a resource has none.
    """
    visible = call.resource.visible
    plain = ["id", *(field.name for field in visible if not field.lang)]
    if is_empty(text_of(call.parameters, "date")):
        plain = [name for name in plain if name not in DATES]
    else:
        plain += [name for name in DATES if name not in plain]
    return plain, [field.name for field in visible if field.lang]


def _add_filter(call: Call, listing: Listing, name: str, given: str, plain: list[str], translated: list[str]) -> bool:
    if name in plain:
        return _add_plain_filter(call, listing, name, given)
    if name in translated and given:
        return _add_text_filter(call, listing, name, given)
    hint = f'Did you mean: "{closest(name, plain)}"? The full list is: "{quoted(plain)}"'
    call.problems.add(400, f"This filter does not exist. {hint}", 32)
    return False


def _add_plain_filter(call: Call, listing: Listing, name: str, given: str) -> bool:
    field = _field(call, name)
    if not given:
        call.problems.add(400, f'The filter "{name}" is malformed.', 33)
        return False
    if field is not None and field.computed:
        sentence = f'The field "{name}" is dynamic. It is not possible to filter GET query with this field.'
        call.problems.add(400, sentence, 34)
        return False
    if field is None or field.column is None:
        raise Crash
    found = condition(field, f'main."{name}"', given)
    if found is not None:
        listing.filters[name] = given
        listing.conditions.append(found[0])
        listing.values += found[1]
    return True


def _add_text_filter(call: Call, listing: Listing, name: str, given: str) -> bool:
    """Filter on a text; two such filters name the same table twice, which the database refuses."""
    field = _field(call, name)
    if listing.joins_texts or field is None or field.column is None:
        raise Crash
    listing.joins_texts = True
    found = condition(field, f'texts."{name}"', given)
    languages = ", ".join(str(language) for language in call.languages)
    listing.conditions.append(f"texts.id_lang IN ({languages})")
    if found is not None:
        listing.conditions.append(found[0])
        listing.values += found[1]
    return True


def _add_order(call: Call, listing: Listing, plain: list[str], translated: list[str]) -> bool:
    given = text_of(call.parameters, "sort")
    if given is None:
        return True
    found = re.fullmatch(r"\[(.*)\]", given)
    for part in found[1].split(",") if found else [given]:
        name, _, direction = part.rpartition("_")
        if direction.upper() not in {"ASC", "DESC"} or not name:
            sentence = (
                'The "sort" value has to be formed as this example: "field_ASC" or'
                " '[field_1_DESC,field_2_ASC,field_3_ASC,...]' (\"field\" has to be an available field)"
            )
            call.problems.add(400, sentence, 37)
            return False
        if name not in plain and name not in translated:
            available = f"{', '.join(plain)}, for i18n fields:{', '.join(translated)}"
            sentence = f"Unable to filter by this field. However, these are available: {available}"
            call.problems.add(400, sentence, 38)
            return False
        listing.order.append(_order(call, listing, name, direction.upper(), is_text=name in translated))
    return True


def _order(call: Call, listing: Listing, name: str, direction: str, *, is_text: bool) -> str:
    field = _field(call, name)
    if field is None or field.column is None:
        raise Crash
    if is_text:
        listing.joins_texts = True
        return f'fold(min(texts."{name}")) {direction}'
    return f"{_sorted(field)} {direction}"


def _sorted(field: Field) -> str:
    column = f'main."{field.name}"'
    if field.kind in {"decimal", "float"}:
        return f"CAST({column} AS REAL)"
    return f"fold({column})" if field.kind == "text" else column


def _add_limit(call: Call, listing: Listing) -> bool:
    given = text_of(call.parameters, "limit")
    if given is None:
        return True
    parts = given.split(",")
    if len(parts) > 2:
        sentence = 'The "limit" value has to be formed as this example: "5,25" or "10"'
        call.problems.add(400, sentence, 39)
        return False
    numbers = [to_int(part) for part in parts]
    if min(numbers) < 0:
        raise Crash
    listing.limit = f" LIMIT {numbers[-1]}" + (f" OFFSET {numbers[0]}" if len(numbers) > 1 else "")
    return True


def _field(call: Call, name: str) -> Field | None:
    return ID if name == "id" else call.resource.fields.get(name)


def quoted(names: list[str]) -> str:
    """Join names as the shop's hints do."""
    return '", "'.join(names)
