"""Categories, products, combinations and what hangs on them."""

from collections.abc import Sequence
from typing import TypedDict

from navette.shops.prestashop.schemas.resource import IdOnly, Resource, Scalar, Texts


class IdJson(TypedDict):
    """A row of which the id alone is read."""

    id: Scalar


class NamedJson(TypedDict):
    """A row with a name in one or several languages: brands, suppliers, features, options, groups."""

    id: Scalar
    name: Texts


class CategoryJson(TypedDict):
    """A category."""

    id: Scalar
    id_parent: Scalar
    name: Texts


class CodedAssociations(TypedDict, total=False):
    """The pictures of a product."""

    images: Sequence[IdOnly]


class CodedJson(TypedDict, total=False):
    """A product or combination as a look-up by reference or barcode gives it."""

    id: Scalar
    id_product: Scalar
    reference: str
    ean13: str
    associations: CodedAssociations


class FeatureMember(TypedDict):
    """A feature of a product with the value that it has there."""

    id: str
    id_feature_value: str


class ProductAssociations(TypedDict, total=False):
    """What is read of the associations of a product."""

    images: Sequence[IdOnly]
    product_features: Sequence[FeatureMember]


class ProductJson(TypedDict, total=False):
    """A product; which members are there depends on what was asked."""

    id: Scalar
    reference: str
    price: str
    weight: str
    id_supplier: Scalar
    id_default_image: Scalar
    associations: ProductAssociations
    name: Texts
    description: Texts
    description_short: Texts
    meta_title: Texts
    meta_description: Texts
    meta_keywords: Texts
    link_rewrite: Texts


class CombinationAssociations(TypedDict, total=False):
    """The option values that make a combination."""

    product_option_values: Sequence[IdOnly]


class CombinationJson(TypedDict, total=False):
    """A combination of a product; `default_on` is '1' for the one shown first, else ''."""

    id: Scalar
    id_product: Scalar
    reference: str
    ean13: str
    default_on: Scalar
    associations: CombinationAssociations


class OptionValueJson(TypedDict):
    """A value of an option (attribute)."""

    id: Scalar
    id_attribute_group: Scalar
    name: Texts


class FeatureValueJson(TypedDict):
    """A value of a feature; a custom one belongs to one product."""

    id: Scalar
    id_feature: Scalar
    custom: Scalar
    value: Texts


class ProductSupplierJson(TypedDict):
    """A supplier of a product, with its reference there."""

    id: Scalar
    id_product: Scalar
    id_product_attribute: Scalar
    id_supplier: Scalar
    product_supplier_reference: str


class StockJson(TypedDict):
    """The quantity of a product (attribute 0) or combination."""

    id: Scalar
    id_product: Scalar
    id_product_attribute: Scalar
    quantity: Scalar


SpecificPriceJson = TypedDict(
    "SpecificPriceJson",
    {
        "id": Scalar,
        "id_shop": Scalar,
        "id_shop_group": Scalar,
        "id_cart": Scalar,
        "id_product": Scalar,
        "id_product_attribute": Scalar,
        "id_currency": Scalar,
        "id_country": Scalar,
        "id_group": Scalar,
        "id_customer": Scalar,
        "id_specific_price_rule": Scalar,
        "price": str,
        "from_quantity": Scalar,
        "reduction": str,
        "reduction_tax": Scalar,
        "reduction_type": str,
        "from": str,
        "to": str,
    },
)

CATEGORIES = Resource[CategoryJson]("categories", "category", "[id,id_parent,name]")
PRODUCTS = Resource[ProductJson]("products", "product", "[id,reference]")
PRODUCT_CODES = Resource[CodedJson]("products", "product", "[id,reference,ean13,images[id]]")
PRODUCT_IMAGES = Resource[ProductJson]("products", "product", "[id,id_default_image,images[id]]")
PRODUCT_FEATURES_OF = Resource[ProductJson]("products", "product", "[id,product_features[id,id_feature_value]]")
COMBINATIONS = Resource[CombinationJson]("combinations", "combination", "full")
COMBINATION_CODES = Resource[CodedJson]("combinations", "combination", "[id,id_product,reference,ean13]")
STOCK = Resource[StockJson]("stock_availables", "stock_available", "[id,id_product,id_product_attribute,quantity]")
MANUFACTURERS = Resource[NamedJson]("manufacturers", "manufacturer", "[id,name]")
SUPPLIERS = Resource[NamedJson]("suppliers", "supplier", "[id,name]")
PRODUCT_SUPPLIERS = Resource[ProductSupplierJson](
    "product_suppliers",
    "product_supplier",
    "[id,id_product,id_product_attribute,id_supplier,product_supplier_reference]",
)
FEATURES = Resource[NamedJson]("product_features", "product_feature", "[id,name]")
FEATURE_VALUES = Resource[FeatureValueJson](
    "product_feature_values", "product_feature_value", "[id,id_feature,value,custom]"
)
OPTIONS = Resource[NamedJson]("product_options", "product_option", "[id,name]")
OPTION_VALUES = Resource[OptionValueJson](
    "product_option_values", "product_option_value", "[id,id_attribute_group,name]"
)
SPECIFIC_PRICES = Resource[SpecificPriceJson]("specific_prices", "specific_price", "full")
GROUPS = Resource[NamedJson]("groups", "group", "[id,name]")
