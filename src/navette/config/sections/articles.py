"""Which articles are exported, with which texts and taxes (spec ART-TXT, ART-TAX, ART-FLT, ART-FLD)."""

from typing import ClassVar

from navette.config.option import Section, option


class ArticleOptions(Section):
    """Export of articles to the shop."""

    prefix: ClassVar[str] = "articles"
    title: ClassVar[str] = "Export of articles to the shop"

    create: bool = option(
        default=True,
        title="Create the articles in the shop",
        help="Off: articles are neither created nor updated in the shop.",
    )
    published_only: bool = option(
        default=True,
        title="Use 'published on the web'",
        help="Export only articles that carry this flag in the commercial management.",
    )
    active_on_creation: bool = option(
        default=True, title="New articles are active", help="Off: new articles are hidden until somebody shows them."
    )
    strip_forbidden: bool = option(
        default=True,
        title="Remove forbidden characters",
        help="Remove characters that the shop refuses from names when an article is created.",
    )
    weight: str = option(
        "net", title="Weight to use", help="Net or gross weight of the article card.", choices="weights"
    )


class TextOptions(Section):
    """Field of the commercial management for each text of the shop; empty = the text is not sent.

    Every language of the shop can have its own fields in the mapping table `texts` (`en.name`).
    """

    prefix: ClassVar[str] = "articles.texts"
    title: ClassVar[str] = "Texts"

    name: str = option("AR_Design", title="Name", help="Field for the name.", choices="article_fields")
    description: str = option(
        "glossary", title="Description", help="Field for the long description.", choices="article_fields"
    )
    summary: str = option("", title="Summary", help="Field for the short description.", choices="article_fields")
    meta_title: str = option("", title="Meta title", help="Field for the page title.", choices="article_fields")
    meta_description: str = option(
        "", title="Meta description", help="Field for the page description.", choices="article_fields"
    )
    meta_keywords: str = option("", title="Meta keywords", help="Field for the keywords.", choices="article_fields")
    slug: str = option(
        "",
        title="Friendly URL",
        help="Field for the address of the page; empty: made from the name when the article is created.",
        choices="article_fields",
    )
    brand: str = option("", title="Brand", help="Field for the brand.", choices="article_fields")
    create_brands: bool = option(
        default=True, title="Create missing brands", help="Off: a brand that the shop lacks is left out."
    )
    create_suppliers: bool = option(
        default=True, title="Create missing suppliers", help="Off: a supplier that the shop lacks is left out."
    )
    with_supplier: bool = option(
        default=True, title="Supplier", help="Send the main supplier and its reference of the article."
    )
    feature_separator: str = option(
        "", title="Separator of features", help="Character that separates several values of one feature.", max_length=3
    )
    custom_features: bool = option(
        default=False,
        title="Custom feature values",
        help="Create feature values for each article instead of sharing predefined ones.",
    )
    width: str = option("", title="Width", help="Numeric free field for the width.", choices="numeric_fields")
    height: str = option("", title="Height", help="Numeric free field for the height.", choices="numeric_fields")
    depth: str = option("", title="Depth", help="Numeric free field for the depth.", choices="numeric_fields")


class TaxOptions(Section):
    """Taxes of articles; each tax of the company is mapped to a tax rule of the shop in the table `taxes`."""

    prefix: ClassVar[str] = "articles.taxes"
    title: ClassVar[str] = "Taxes of articles"

    accounting_category: int = option(
        1,
        title="Accounting category",
        help="Category whose taxes the shop's prices carry, such as Ventes France.",
        minimum=1,
        maximum=50,
        choices="accounting_categories",
    )
    vat_slot: int = option(1, title="VAT", help="Tax code slot that holds the VAT.", minimum=1, maximum=3)
    ecotax_slot: int = option(
        0, title="Ecotax", help="Tax code slot that holds the ecotax; 0 = none.", minimum=0, maximum=3
    )
    adds_ecotax: bool = option(
        default=False,
        title="Add the ecotax to the price",
        help="Add the net ecotax to the default price, for shops that do not show it apart.",
    )
