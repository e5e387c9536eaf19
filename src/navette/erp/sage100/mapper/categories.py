"""Families and the product catalogue as trees of categories."""

from collections.abc import Mapping, Sequence

from navette.domain.article import CategoryNode
from navette.erp.sage100.mapper.nodes import CatalogueNode, Family


def family_tree(families: Mapping[str, Family]) -> Sequence[CategoryNode]:
    """The families under those that centralise them, parents first; a centralising one without families is left out."""
    paths = {family.key: _ancestry(families, family) for family in families.values()}
    used = {key for family in families.values() if family.is_detail for key in paths[family.key]}
    nodes = [
        CategoryNode(tuple(families[key].label for key in paths[family.key]), family.code, family.is_published)
        for family in families.values()
        if family.key in used
    ]
    return sorted(nodes, key=lambda node: len(node.path))


def _ancestry(families: Mapping[str, Family], family: Family) -> tuple[str, ...]:
    """Codes from the top down to a family; a circle is cut where it closes."""
    path: list[str] = []
    current: Family | None = family
    while current is not None and current.key not in path:
        path.insert(0, current.key)
        current = families.get(current.parent) if current.parent else None
    return tuple(path)


def catalogue_tree(nodes: Mapping[int, CatalogueNode]) -> Sequence[CategoryNode]:
    """The catalogue's nodes with their paths, parents first."""
    found = [CategoryNode(_labels(nodes, node), node.code) for node in nodes.values()]
    return sorted(found, key=lambda node: len(node.path))


def _labels(nodes: Mapping[int, CatalogueNode], node: CatalogueNode) -> tuple[str, ...]:
    seen: dict[int, str] = {}
    current: CatalogueNode | None = node
    while current is not None and current.number not in seen:
        seen[current.number] = current.label
        current = nodes.get(current.parent)
    return tuple(reversed(seen.values()))


def catalogue_path(nodes: Mapping[int, CatalogueNode], numbers: Sequence[int | None]) -> tuple[str, ...]:
    """Labels of the levels that an article names, from the top to the first one that is empty or unknown."""
    labels: list[str] = []
    for number in numbers:
        node = nodes.get(number or 0)
        if node is None:
            break
        labels.append(node.label)
    return tuple(labels)
