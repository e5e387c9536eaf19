"""What may be overwritten on articles that the shop already has (spec POL-ART-3)."""

from typing import ClassVar

from navette.config.option import Section, option


def _switch(title: str, *, default: bool) -> bool:
    on: bool = option(default=default, title=title, help="Overwrite it on articles that the shop already has.")
    return on


class UpdateOptions(Section):
    """On creation everything is sent; on update only what is switched on."""

    prefix: ClassVar[str] = "articles.update"
    title: ClassVar[str] = "Update of existing articles"

    texts: bool = _switch("Name and descriptions", default=True)
    seo: bool = _switch("Meta texts and friendly URL", default=False)
    price: bool = _switch("Price", default=True)
    specific_prices: bool = _switch("Specific prices", default=True)
    stock: bool = _switch("Quantity", default=True)
    tax: bool = _switch("Tax rule", default=True)
    weight: bool = _switch("Weight", default=True)
    dimensions: bool = _switch("Dimensions", default=False)
    codes: bool = _switch("EAN code", default=True)
    brand: bool = _switch("Brand", default=False)
    supplier: bool = _switch("Supplier", default=False)
    images: bool = _switch("Images", default=True)
    features: bool = _switch("Features", default=False)
    categories: bool = _switch("Categories", default=False)
    variants: bool = _switch("Variants", default=True)
