"""Categories made from the ERP (spec ART-CAT), and images (ART-IMG)."""

from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class CategorySource(StrEnum):
    """Where categories come from."""

    FAMILIES = "families"
    CATALOGUE = "catalogue"
    FIELDS = "fields"


class CategoryOptions(Section):
    """Categories of articles."""

    prefix: ClassVar[str] = "articles.categories"
    title: ClassVar[str] = "Categories"

    create: bool = option(
        default=True,
        title="Create the categories of articles in the shop",
        help="Off: no category is created, changed or removed.",
    )
    source: CategorySource = option(
        CategorySource.CATALOGUE, title="Source", help="Product catalogue, article families, or fields of the article."
    )
    fields: str = option(
        "",
        title="Category fields",
        help="Up to six fields of the article, separated by commas: each is the parent of the next.",
        visible_when="articles.categories.source=fields",
    )
    in_parents: bool = option(
        default=False,
        title="Also in the parent categories",
        help="Put an article in all the parents of its category, the home category excepted.",
    )
    default: str = option(
        "", title="Default category", help="Shop category for articles without one; empty = home.", choices="categories"
    )


class ImageOptions(Section):
    """Pictures of articles."""

    prefix: ClassVar[str] = "articles.images"
    title: ClassVar[str] = "Images"

    create: bool = option(default=True, title="Create the images", help="Send the pictures of articles.")
    card_photo: bool = option(
        default=True, title="Photo of the article card", help="Send the photo that the article card names."
    )
