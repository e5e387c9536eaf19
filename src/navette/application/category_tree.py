"""The categories of the company that the shop shall have, and those of each article (spec ART-CAT)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.application.session import Session
from navette.config.sections.categories import CategorySource
from navette.domain.article import Article, CategoryNode
from navette.domain.keys import CategoryKey

MAX_LEVELS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryTree:
    """Category keys from one source, parents first; families by code."""

    source: CategorySource
    keys: tuple[CategoryKey, ...] = ()
    by_family: Mapping[str, CategoryKey] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    in_parents: bool = False

    def of_article(self, article: Article) -> tuple[CategoryKey, ...]:
        """The categories of an article, its own first, then the parents if it goes there too."""
        key = self._main(article)
        if key is None:
            return ()
        return (key, *_ancestors(key)) if self.in_parents else (key,)

    def _main(self, article: Article) -> CategoryKey | None:
        match self.source:
            case CategorySource.FAMILIES:
                return self.by_family.get(article.family)
            case CategorySource.CATALOGUE:
                path = article.catalogue
            case CategorySource.FIELDS:
                path = _field_path(article, self.fields)
        return CategoryKey(self.source.value, path) if path else None


def category_tree(session: Session) -> CategoryTree:
    """Read the categories of the configured source; those from fields are known only from the articles."""
    options = session.options.categories
    fields = tuple(name.strip() for name in options.fields.split(",") if name.strip())[:MAX_LEVELS]
    nodes = _nodes(session, options.source)
    keys = {node: CategoryKey(options.source.value, node.path) for node in nodes}
    return CategoryTree(
        source=options.source,
        keys=tuple(keys.values()),
        by_family={node.code: key for node, key in keys.items() if node.code},
        fields=fields,
        in_parents=options.in_parents,
    )


def _nodes(session: Session, source: CategorySource) -> Sequence[CategoryNode]:
    match source:
        case CategorySource.FAMILIES:
            return session.erp.catalog.family_categories()
        case CategorySource.CATALOGUE:
            return session.erp.catalog.catalogue_categories()
        case CategorySource.FIELDS:
            return ()


def _field_path(article: Article, fields: Sequence[str]) -> tuple[str, ...]:
    """The values of the fields down to the first empty one."""
    path: list[str] = []
    for name in fields:
        value = article.fields.get(name, "").strip()
        if not value:
            break
        path.append(value)
    return tuple(path)


def _ancestors(key: CategoryKey) -> tuple[CategoryKey, ...]:
    parent = key.parent
    return (parent, *_ancestors(parent)) if parent else ()


def with_ancestors(keys: Sequence[CategoryKey]) -> list[CategoryKey]:
    """Some categories with everything above them, parents first, each once."""
    found: dict[str, CategoryKey] = {}
    for key in keys:
        for each in (*reversed(_ancestors(key)), key):
            found.setdefault(str(each), each)
    return list(found.values())
