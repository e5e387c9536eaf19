"""The identity of ERP records: typed keys with one text form each."""

from dataclasses import dataclass
from typing import ClassVar


def normalise_code(code: str) -> str:
    """Give a code its one form: right-trimmed and upper-case, as Sage compares codes."""
    return code.rstrip().upper()


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """An article of the ERP (AR_Ref)."""

    kind: ClassVar[str] = "article"
    reference: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "reference", normalise_code(self.reference))

    def __str__(self) -> str:
        return f"{self.kind}:{self.reference}"


@dataclass(frozen=True, slots=True)
class VariantKey:
    """One combination of an article's ranges (AG_No1, AG_No2; 0 where there is one range)."""

    kind: ClassVar[str] = "variant"
    reference: str
    value1: int
    value2: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "reference", normalise_code(self.reference))

    def __str__(self) -> str:
        return f"{self.kind}:{self.reference}/{self.value1}/{self.value2}"


@dataclass(frozen=True, slots=True)
class PackKey:
    """A packaging of an article (F_CONDITION.CO_No)."""

    kind: ClassVar[str] = "pack"
    reference: str
    number: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "reference", normalise_code(self.reference))

    def __str__(self) -> str:
        return f"{self.kind}:{self.reference}/{self.number}"


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A virtual master product that groups articles by a free field."""

    kind: ClassVar[str] = "master"
    label: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", normalise_code(self.label))

    def __str__(self) -> str:
        return f"{self.kind}:{self.label}"


@dataclass(frozen=True, slots=True)
class CategoryKey:
    """A category, by its source in the ERP and the path of names from the top."""

    kind: ClassVar[str] = "category"
    source: str
    path: tuple[str, ...]

    def __str__(self) -> str:
        names = (part.strip().upper().replace("%", "%25").replace("/", "%2F") for part in self.path)
        return f"{self.kind}:{self.source}/{'/'.join(names)}"

    @property
    def parent(self) -> "CategoryKey | None":
        """The category above, None at the top."""
        return CategoryKey(self.source, self.path[:-1]) if len(self.path) > 1 else None


@dataclass(frozen=True, slots=True)
class AccountKey:
    """A customer account (CT_Num)."""

    kind: ClassVar[str] = "account"
    code: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", normalise_code(self.code))

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}"


ProductKey = ArticleKey | MasterKey
StockKey = ArticleKey | VariantKey | PackKey
ErpKey = ArticleKey | VariantKey | PackKey | MasterKey | CategoryKey | AccountKey


def parse_stock_key(text: str) -> StockKey:
    """Read the text form of an article, variant or packaging key."""
    kind, _, rest = text.partition(":")
    if kind == ArticleKey.kind:
        return ArticleKey(rest)
    if kind == VariantKey.kind:
        reference, value1, value2 = rest.rsplit("/", 2)
        return VariantKey(reference, int(value1), int(value2))
    if kind == PackKey.kind:
        reference, number = rest.rsplit("/", 1)
        return PackKey(reference, int(number))
    raise ValueError(f"Not the key of an article, variant or packaging: {text!r}")
