"""Categories on both sides."""

from collections.abc import Mapping, Sequence

from navette.domain.binding import ShopRef
from navette.domain.catalog import Category
from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages
from navette.ports.shop import FoundCategory
from navette.shops.prestashop.client.xml import Value
from navette.shops.prestashop.mapper.texts import CATEGORY_NAME, checked, in_every_language, slug_of
from navette.shops.prestashop.mapper.values import from_flag, to_id, to_texts
from navette.shops.prestashop.schemas.catalog import CategoryJson


def to_categories(rows: Sequence[CategoryJson], home: str, languages: Mapping[str, str]) -> list[FoundCategory]:
    """Categories below the home category, parents before children; the parent is '' right below home."""
    children: dict[str, list[CategoryJson]] = {}
    for row in rows:
        children.setdefault(to_id(row["id_parent"]), []).append(row)
    found: list[FoundCategory] = []
    parents = [home]
    while parents:
        parent = parents.pop(0)
        for row in children.get(parent, []):
            category = str(row["id"])
            names = _by_code(to_texts(row["name"]), languages)
            found.append(FoundCategory(ref=ShopRef(category), parent="" if parent == home else parent, names=names))
            parents.append(category)
    return found


def from_new_category(category: Category, languages: Mapping[str, str], *, cleans: bool) -> dict[str, Value]:
    """The fields of a new category: every language together, an address in each, since the shop makes none."""
    names = _names(category, languages, None, cleans=cleans)
    slugs = {key: slug_of(category.slugs.get(languages[key], "") or text) or "category" for key, text in names.items()}
    return {"active": from_flag(value=category.is_active), "name": names, "link_rewrite": slugs}


def from_category(
    category: Category, languages: Mapping[str, str], present: Mapping[str, str], *, cleans: bool
) -> dict[str, Value]:
    """The fields of an existing category: its names, and its addresses where all are given; hidden ones stay so."""
    fields: dict[str, Value] = {"name": _names(category, languages, present, cleans=cleans)}
    slugs = {key: slug_of(category.slugs.get(code, "")) for key, code in languages.items()}
    if all(slugs.values()):
        fields["link_rewrite"] = slugs
    return fields


def _names(
    category: Category, languages: Mapping[str, str], present: Mapping[str, str] | None, *, cleans: bool
) -> dict[str, str]:
    names: dict[str, str | None] = {
        code: checked("category_name", text, CATEGORY_NAME, cleans=cleans) for code, text in category.names.items()
    }
    complete = in_every_language(names, languages, present)
    if not complete or not all(text.strip() for text in complete.values()):
        raise RefusedError(messages.EMPTY_TEXT, field="category_name")
    return complete


def _by_code(texts: Mapping[str, str], languages: Mapping[str, str]) -> dict[str, str]:
    if "" in texts:
        return dict.fromkeys(languages.values(), texts[""])
    return {code: texts[key] for key, code in languages.items() if key in texts}
