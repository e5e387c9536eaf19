"""Products and combinations as the web service takes them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from navette.domain.binding import Aspect
from navette.domain.catalog import Product, ProductPrice, ProductTexts, Variant
from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages
from navette.domain.money import ZERO
from navette.shops.prestashop.client.xml import Value
from navette.shops.prestashop.mapper import texts as rules
from navette.shops.prestashop.mapper.texts import TextRule, checked, in_every_language, lacks_language, slug_of
from navette.shops.prestashop.mapper.values import from_amount, from_flag

CREATED = {
    "state": "1",
    "available_for_order": "1",
    "show_price": "1",
    "visibility": "both",
    "condition": "new",
}


@dataclass(frozen=True, slots=True)
class TextField:
    """A text of a product: its name on both sides and the aspect that it belongs to."""

    attribute: str
    field: str
    aspect: Aspect


TEXT_FIELDS = (
    TextField("name", "name", Aspect.TEXTS),
    TextField("description", "description", Aspect.TEXTS),
    TextField("summary", "description_short", Aspect.TEXTS),
    TextField("meta_title", "meta_title", Aspect.SEO),
    TextField("meta_description", "meta_description", Aspect.SEO),
    TextField("meta_keywords", "meta_keywords", Aspect.SEO),
    TextField("slug", "link_rewrite", Aspect.SEO),
)
_RULES: Mapping[str, TextRule] = {
    "name": rules.PRODUCT_NAME,
    "description": rules.DESCRIPTION,
    "meta_title": rules.META_TITLE,
    "meta_description": rules.META_DESCRIPTION,
    "meta_keywords": rules.META_KEYWORDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductContext:
    """What of the shop decides how a product is written."""

    languages: Mapping[str, str]
    uses_ecotax: bool = False
    summary_limit: int = 800
    cleans: bool = False
    has_product_type: bool = True

    def checked(self, field: str, text: str, rule: TextRule) -> str:
        """A text that the shop takes."""
        return checked(field, text, rule, cleans=self.cleans)


def from_new_product(product: Product, context: ProductContext) -> dict[str, Value]:
    """All fields of a new product, but those that point to other records; codes are never cleaned, only refused."""
    fields: dict[str, Value] = dict(CREATED)
    fields["reference"] = checked("reference", product.reference, rules.REFERENCE)
    fields["active"] = from_flag(value=product.is_active)
    fields["price"] = "0"
    if context.has_product_type:
        fields["product_type"] = "combinations" if product.variants else "standard"
    fields |= from_product(product, frozenset(Aspect), context, present=None)
    if "name" not in fields:
        raise RefusedError(messages.EMPTY_TEXT, field="name")
    return fields


def from_product(
    product: Product,
    aspects: Collection[Aspect],
    context: ProductContext,
    present: Mapping[str, Mapping[str, str]] | None,
) -> dict[str, Value]:
    """The fields of some aspects; `present` are the texts that the shop has now, by field, None on creation.

    Availability is the smallest quantity that can be bought.
    """
    fields: dict[str, Value] = dict(_texts(product.texts, aspects, context, present))
    if Aspect.TAX in aspects and product.tax_rule is not None:
        fields["id_tax_rules_group"] = product.tax_rule or "0"
    if Aspect.PRICE in aspects and product.price:
        fields |= from_price(product.price, context)
    if Aspect.WEIGHT in aspects and product.weight is not None:
        fields["weight"] = from_amount(product.weight)
    if Aspect.DIMENSIONS in aspects and (size := product.dimensions):
        fields |= {name: from_amount(getattr(size, name)) for name in ("width", "height", "depth")}
    if Aspect.CODES in aspects and product.barcode is not None:
        fields["ean13"] = checked("barcode", product.barcode, rules.BARCODE)
    if Aspect.SUPPLIER in aspects and product.supplier_reference is not None:
        fields["supplier_reference"] = checked("supplier_reference", product.supplier_reference, rules.REFERENCE)
    if Aspect.AVAILABILITY in aspects:
        fields["minimal_quantity"] = str(max(product.minimum_quantity, 1))
    if Aspect.STATUS in aspects:
        fields["active"] = from_flag(value=product.is_active)
    return fields


def from_price(price: ProductPrice, context: ProductContext) -> dict[str, Value]:
    """The price fields; the ecotax only where the shop uses it, or it would show on orders and not be sold (P5)."""
    fields: dict[str, Value] = {
        "price": from_amount(price.net),
        "wholesale_price": from_amount(price.purchase),
    }
    if context.uses_ecotax:
        fields["ecotax"] = from_amount(price.ecotax)
    return fields


def fields_needing_present(product: Product, aspects: Collection[Aspect], languages: Mapping[str, str]) -> list[str]:
    """Text fields that are sent in some languages only, so that the shop's own texts of the others must be kept."""
    return [
        spec.field
        for spec in TEXT_FIELDS
        if spec.aspect in aspects and lacks_language(_by_language(product.texts, spec.attribute), languages)
    ]


def from_variant(product: Product, variant: Variant, aspects: Collection[Aspect]) -> dict[str, Value]:
    """The fields of some aspects of a combination; price and weight are differences from the product's."""
    fields: dict[str, Value] = {}
    if Aspect.PRICE in aspects and variant.price and product.price:
        fields["price"] = from_amount(variant.price.net - product.price.net)
        fields["wholesale_price"] = from_amount(variant.price.purchase)
    if Aspect.WEIGHT in aspects and variant.weight is not None:
        fields["weight"] = from_amount(variant.weight - (product.weight or ZERO))
    if Aspect.CODES in aspects:
        fields["ean13"] = checked("barcode", variant.barcode, rules.BARCODE)
    if Aspect.AVAILABILITY in aspects:
        fields["minimal_quantity"] = str(max(product.minimum_quantity, 1))
    return fields


def from_new_variant(product: Product, variant: Variant, *, parent: str, is_default: bool) -> dict[str, Value]:
    """All fields of a new combination; only one of a product may be the default (a second is an empty 500)."""
    fields: dict[str, Value] = {
        "id_product": parent,
        "reference": checked("reference", variant.reference, rules.REFERENCE),
        "price": "0",
        "weight": "0",
    }
    fields |= from_variant(product, variant, frozenset(Aspect))
    if is_default:
        fields["default_on"] = "1"
    return fields


def from_categories(refs: Sequence[str], home: str) -> tuple[str, Sequence[Mapping[str, str]]]:
    """Main category and whole association, which the main one must be part of (P6); without any, the home category."""
    ids = list(dict.fromkeys(refs)) or [home]
    return ids[0], [{"id": category} for category in ids]


def _texts(
    texts: Mapping[str, ProductTexts],
    aspects: Collection[Aspect],
    context: ProductContext,
    present: Mapping[str, Mapping[str, str]] | None,
) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for spec in TEXT_FIELDS:
        if spec.aspect not in aspects:
            continue
        by_language = {
            code: _checked_text(spec.attribute, text, context)
            for code, text in _by_language(texts, spec.attribute).items()
        }
        now = None if present is None else present.get(spec.field, {})
        if complete := in_every_language(by_language, context.languages, now):
            fields[spec.field] = complete
    return fields


def _by_language(texts: Mapping[str, ProductTexts], attribute: str) -> dict[str, str | None]:
    return {code: getattr(of_language, attribute) for code, of_language in texts.items()}


def _checked_text(attribute: str, text: str | None, context: ProductContext) -> str | None:
    if text is None:
        return None
    if attribute == "slug":
        return slug_of(text) or None
    rule = rules.summary_rule(context.summary_limit) if attribute == "summary" else _RULES[attribute]
    text = context.checked(attribute, text, rule)
    if attribute == "name" and not text.strip():
        raise RefusedError(messages.EMPTY_TEXT, field="name")
    return text
