"""Records with sensible defaults, that tests change in one respect: a fictitious jeweller's ring, level, sheet."""

from dataclasses import replace
from decimal import Decimal

from navette.domain.article import Article, ArticleVariant, RangeValue
from navette.domain.customer import Account
from navette.domain.keys import ArticleKey, StockKey, VariantKey
from navette.domain.price_sheet import PriceSheet
from navette.domain.stock import StockLevel
from navette.domain.tax import ErpTax

VAT20 = ErpTax("C20", Decimal(20), label="TVA 20 %")
VAT10 = ErpTax("C10", Decimal(10), label="TVA 10 %")
VAT55 = ErpTax("C55", Decimal("5.5"), label="TVA 5,5 %")
VAT21 = ErpTax("C21", Decimal("2.1"), label="TVA 2,1 %")
EXEMPT = ErpTax("C00", Decimal(0))
ERP_TAXES = (VAT20, VAT10, VAT55, VAT21, EXEMPT)


def an_article(reference: str = "BAOR01", name: str = "", **changes: object) -> Article:
    """An article without ranges, published, at 20 % VAT."""
    values: dict[str, object] = {
        "key": ArticleKey(reference),
        "reference": reference,
        "fields": {"AR_Design": name or f"Article {reference}", "glossary": f"About {reference}"},
        "family": "BAGUES",
        "catalogue": ("Bijoux", "Bagues"),
        "taxes": (VAT20, None, None),
        "weight_net": Decimal(12),
        "barcode": "",
        "supplier": "ORFEVRE",
        "supplier_name": "Orfèvres réunis",
        "supplier_reference": f"OR-{reference}",
    }
    return Article(**{**values, **changes})


def a_ranged_article(reference: str = "BAAR01", sizes: tuple[str, ...] = ("52", "54"), **changes: object) -> Article:
    """An article that is sold through the sizes of one range."""
    return an_article(reference, **{"variants": variants_of(reference, sizes), **changes})


def variants_of(reference: str, sizes: tuple[str, ...], first: int = 1) -> tuple[ArticleVariant, ...]:
    return tuple(
        ArticleVariant(
            key=VariantKey(reference, number),
            values=(RangeValue("Taille", size, number),),
            reference=f"{reference}-{size}",
        )
        for number, size in enumerate(sizes, start=first)
    )


def keys_of(article: Article) -> list[StockKey]:
    """What of an article has a stock: its combinations, else the article itself."""
    return [variant.key for variant in article.variants if not variant.is_dormant] or [article.key]


def a_level(key: StockKey | str = "BAOR01", physical: object = 10, **changes: object) -> StockLevel:
    """A level with some pieces on the shelf and nothing reserved or ordered."""
    key = ArticleKey(key) if isinstance(key, str) else key
    level = StockLevel(key=key, article=ArticleKey(key.reference), physical=Decimal(str(physical)))
    quantities = {name: value if isinstance(value, bool) else Decimal(str(value)) for name, value in changes.items()}
    return replace(level, **quantities)


def a_price_sheet(article: Article | None = None, price: object = 100, **changes: object) -> PriceSheet:
    """A sheet with the price of the article card, without tax."""
    article = article or an_article()
    values: dict[str, object] = {
        "key": article.key,
        "family": article.family,
        "base_price": Decimal(str(price)),
        "base_includes_tax": False,
        "purchase_price": Decimal(40),
        "vat": article.taxes[0],
        "variants": tuple(variant.key for variant in article.variants if not variant.is_dormant),
    }
    return PriceSheet(**{**values, **changes})


def an_account(code: str = "CARAT", email: str = "", **changes: object) -> Account:
    values: dict[str, object] = {"code": code, "title": f"Bijouterie {code.title()}", "email": email}
    return Account(**{**values, **changes})
