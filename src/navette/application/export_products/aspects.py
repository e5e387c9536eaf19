"""What of a product is compared and sent by itself: a digest for each aspect (design rule 4)."""

from collections.abc import Mapping

from navette.application.capability import digest_of
from navette.application.export_products.build import Publication
from navette.application.published_prices import price_digest
from navette.config.sections.update import UpdateOptions
from navette.domain.binding import Aspect
from navette.domain.catalog import Product

SWITCHED = (
    Aspect.TEXTS,
    Aspect.SEO,
    Aspect.PRICE,
    Aspect.TAX,
    Aspect.WEIGHT,
    Aspect.DIMENSIONS,
    Aspect.CODES,
    Aspect.BRAND,
    Aspect.SUPPLIER,
    Aspect.IMAGES,
    Aspect.FEATURES,
    Aspect.CATEGORIES,
    Aspect.VARIANTS,
)


def aspect_digests(publication: Publication) -> Mapping[Aspect, str]:
    """Digests of the aspects that the options publish; what is not sent has none."""
    product = publication.product
    texts = {language: (t.name, t.description, t.summary) for language, t in product.texts.items()}
    seo = {
        language: (t.meta_title, t.meta_description, t.meta_keywords, t.slug) for language, t in product.texts.items()
    }
    digests = {
        Aspect.TEXTS: digest_of(sorted(texts.items())),
        Aspect.SEO: digest_of(sorted(seo.items())),
        Aspect.PRICE: _price(product, publication.tax_rule),
        Aspect.TAX: digest_of(publication.tax_rule),
        Aspect.WEIGHT: digest_of(product.weight),
        Aspect.CODES: digest_of(product.barcode),
        Aspect.VARIANTS: _variants(product),
    }
    optional = {
        Aspect.DIMENSIONS: product.dimensions,
        Aspect.BRAND: product.brand,
        Aspect.SUPPLIER: (product.supplier, product.supplier_reference) if product.supplier is not None else None,
        Aspect.FEATURES: product.features,
        Aspect.CATEGORIES: [str(key) for key in publication.categories] or None,
        Aspect.IMAGES: None if product.images is None else [(i.content_hash, i.position) for i in product.images],
    }
    digests |= {aspect: digest_of(value) for aspect, value in optional.items() if value is not None}
    return digests


def _price(product: Product, tax_rule: str) -> str:
    if product.price is None:
        return ""
    variants = {str(variant.key): variant.price for variant in product.variants if variant.price}
    return price_digest(product.price, variants, tax_rule)


def _variants(product: Product) -> str:
    return digest_of(
        [(str(variant.key), variant.values, variant.reference, variant.barcode) for variant in product.variants]
    )


def allowed_on_update(switches: UpdateOptions) -> frozenset[Aspect]:
    """The aspects that may be overwritten on a product that the shop has already (spec POL-ART-3)."""
    return frozenset(aspect for aspect in SWITCHED if getattr(switches, aspect.value))
