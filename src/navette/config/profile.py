"""All the options of a profile, typed, with its mapping tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import get_type_hints

from navette.config.option import DeclaredOption, Section
from navette.config.sections.articles import ArticleOptions, TaxOptions, TextOptions
from navette.config.sections.categories import CategoryOptions, ImageOptions
from navette.config.sections.customers import CustomerImportOptions
from navette.config.sections.erp import ErpOptions
from navette.config.sections.order_status import OrderStatusOptions
from navette.config.sections.orders import AfterOptions, LineOptions, OrderOptions, PaymentOptions
from navette.config.sections.prices import PriceOptions
from navette.config.sections.safety import SafetyOptions
from navette.config.sections.shop import HttpOptions, ShopOptions
from navette.config.sections.stock import StockOptions
from navette.config.sections.update import UpdateOptions


@dataclass(frozen=True, slots=True)
class Mappings:
    """Mapping tables: name of the table, then source key to target key.

    What the tables and their entries are is declared in config/mapping_tables.py.
    """

    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def table(self, name: str) -> Mapping[str, str]:
        """One table, empty if nothing is mapped."""
        return self.tables.get(name, {})

    def get(self, name: str, key: str) -> str | None:
        """Target of one source key."""
        return self.table(name).get(key)


@dataclass(frozen=True, slots=True)
class Options:
    """A snapshot of every option of one profile, as a run uses it from its start."""

    erp: ErpOptions = field(default_factory=ErpOptions)
    shop: ShopOptions = field(default_factory=ShopOptions)
    http: HttpOptions = field(default_factory=HttpOptions)
    articles: ArticleOptions = field(default_factory=ArticleOptions)
    texts: TextOptions = field(default_factory=TextOptions)
    taxes: TaxOptions = field(default_factory=TaxOptions)
    categories: CategoryOptions = field(default_factory=CategoryOptions)
    images: ImageOptions = field(default_factory=ImageOptions)
    stock: StockOptions = field(default_factory=StockOptions)
    prices: PriceOptions = field(default_factory=PriceOptions)
    update: UpdateOptions = field(default_factory=UpdateOptions)
    customers: CustomerImportOptions = field(default_factory=CustomerImportOptions)
    orders: OrderOptions = field(default_factory=OrderOptions)
    lines: LineOptions = field(default_factory=LineOptions)
    payments: PaymentOptions = field(default_factory=PaymentOptions)
    after: AfterOptions = field(default_factory=AfterOptions)
    order_status: OrderStatusOptions = field(default_factory=OrderStatusOptions)
    safety: SafetyOptions = field(default_factory=SafetyOptions)
    mappings: Mappings = field(default_factory=Mappings)

    def digest(self, sections: tuple[str, ...], tables: tuple[str, ...] = ()) -> str:
        """Digest of the sections and mapping tables that a capability depends on."""
        parts = [getattr(self, name).model_dump_json() for name in sections]
        parts += [repr(sorted(self.mappings.table(name).items())) for name in tables]
        return sha256("\n".join(parts).encode()).hexdigest()


def section_types() -> Mapping[str, type[Section]]:
    """The sections by the name that they have in `Options`."""
    hints = get_type_hints(Options)
    return {item.name: hints[item.name] for item in fields(Options) if issubclass(hints[item.name], Section)}


def declared_options() -> Iterator[DeclaredOption]:
    """Every option, section by section."""
    for section in section_types().values():
        yield from section.options()
