"""An article as the options publish it: the product that shall stand in the shop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from navette.application.article_taxes import tax_rule_of
from navette.application.capability import Work
from navette.application.category_tree import CategoryTree
from navette.application.export_products.pictures import PictureFinder
from navette.application.export_products.texts import product_texts
from navette.application.published_prices import product_price
from navette.domain.article import Article, ArticleVariant
from navette.domain.catalog import Dimensions, Feature, ImageFile, Product, ProductPrice, Variant, VariantValue
from navette.domain.keys import CategoryKey
from navette.domain.money import ZERO, quantise
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing import PriceChoices, published_prices
from navette.domain.run import Problem

GRAMS = {
    "kg": Decimal(1000),
    "g": Decimal(1),
    "t": Decimal(1_000_000),
    "lb": Decimal("453.59237"),
    "oz": Decimal("28.349523125"),
}
REFERENCE_LENGTH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A product with the categories that it shall be in, and what was wrong with its pictures."""

    product: Product
    categories: tuple[CategoryKey, ...]
    tax_rule: str
    picture_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """Makes products for one run."""

    work: Work
    tree: CategoryTree
    choices: PriceChoices
    pictures: PictureFinder

    def build(self, article: Article, sheet: PriceSheet, known_pictures: Sequence[ImageFile]) -> Publication:
        """The product of an article; raises WaitingError where a person has to decide."""
        options = self.work.session.options
        tax_rule = tax_rule_of(article.taxes[options.taxes.vat_slot - 1], options.mappings, article.reference)
        published = published_prices(sheet, self.choices, self.work.session.erp.today())
        shows = self.work.shop.uses_ecotax
        prices = {
            str(key): product_price(self.work.session, sheet, sale, shop_shows_ecotax=shows)
            for key, sale in published.default.items()
        }
        images, problems = self.pictures.of(article, known_pictures)
        product = Product(
            key=article.key,
            reference=article.reference,
            texts=product_texts(article, options, sorted(set(self.work.shop.languages.values()))),
            tax_rule=tax_rule,
            price=prices[str(article.key)],
            weight=self._weight(article),
            dimensions=self._dimensions(article),
            barcode=article.barcode,
            supplier_reference=article.supplier_reference if options.texts.with_supplier else None,
            brand=_field(article, options.texts.brand),
            supplier=article.supplier_name if options.texts.with_supplier else None,
            is_active=options.articles.active_on_creation,
            features=self._features(article),
            variants=self._variants(article, prices),
            images=images,
        )
        categories = self.tree.of_article(article) if options.categories.create else ()
        return Publication(product=product, categories=categories, tax_rule=tax_rule, picture_problems=problems)

    def _weight(self, article: Article) -> Decimal:
        grams = article.weight_gross if self.work.session.options.articles.weight == "gross" else article.weight_net
        return quantise(grams / GRAMS.get(self.work.shop.weight_unit.lower(), GRAMS["kg"]), 6)

    def _dimensions(self, article: Article) -> Dimensions | None:
        texts = self.work.session.options.texts
        names = {"width": texts.width, "height": texts.height, "depth": texts.depth}
        if not any(names.values()):
            return None
        return Dimensions(**{name: article.numbers.get(field, ZERO) for name, field in names.items()})

    def _features(self, article: Article) -> tuple[Feature, ...] | None:
        table = self.work.session.options.mappings.table("features")
        if not table:
            return None
        texts = self.work.session.options.texts
        features = (
            Feature(name, _split(article.fields.get(field, ""), texts.feature_separator), texts.custom_features)
            for name, field in sorted(table.items())
        )
        return tuple(feature for feature in features if feature.values)

    def _variants(self, article: Article, prices: Mapping[str, ProductPrice]) -> tuple[Variant, ...]:
        return tuple(
            Variant(
                key=variant.key,
                values=tuple(VariantValue(v.range_label, v.value, v.position) for v in variant.values),
                reference=variant_reference(article, variant),
                barcode=variant.barcode,
                price=prices.get(str(variant.key)),
            )
            for variant in sold_variants(article)
        )


def sold_variants(article: Article) -> tuple[ArticleVariant, ...]:
    """The combinations of an article that can be bought."""
    return tuple(variant for variant in article.variants if not variant.is_dormant)


def variant_reference(article: Article, variant: ArticleVariant) -> str:
    """The combination's own reference, else one made of the article's and the values'."""
    values = "-".join(value.value.strip() for value in variant.values)
    return (variant.reference or f"{article.reference}-{values}")[:REFERENCE_LENGTH]


def _field(article: Article, name: str) -> str | None:
    return article.fields.get(name, "").strip() if name else None


def _split(text: str, separator: str) -> tuple[str, ...]:
    parts = text.split(separator) if separator else [text]
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
