"""Which behaviour belongs to which resource."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.attributes import (
    BrandBehaviour,
    FeatureBehaviour,
    FeatureValueBehaviour,
    OptionBehaviour,
    OptionValueBehaviour,
    SupplierBehaviour,
)
from navette.demo.shops.prestashop.behaviour.base import Behaviour
from navette.demo.shops.prestashop.behaviour.carts import CartBehaviour, VoucherBehaviour
from navette.demo.shops.prestashop.behaviour.categories import CategoryBehaviour
from navette.demo.shops.prestashop.behaviour.combinations import CombinationBehaviour
from navette.demo.shops.prestashop.behaviour.customers import AddressBehaviour, CustomerBehaviour, ThreadBehaviour
from navette.demo.shops.prestashop.behaviour.orders import (
    OrderBehaviour,
    OrderCarrierBehaviour,
    OrderDetailBehaviour,
    OrderHistoryBehaviour,
    OrderSlipBehaviour,
)
from navette.demo.shops.prestashop.behaviour.products import ProductBehaviour
from navette.demo.shops.prestashop.behaviour.settings import (
    AttachmentBehaviour,
    CarrierBehaviour,
    CurrencyBehaviour,
    LanguageBehaviour,
    TaxBehaviour,
)
from navette.demo.shops.prestashop.behaviour.stock import StockBehaviour

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

BEHAVIOURS: Mapping[str, type[Behaviour]] = {
    "addresses": AddressBehaviour,
    "attachments": AttachmentBehaviour,
    "carriers": CarrierBehaviour,
    "cart_rules": VoucherBehaviour,
    "carts": CartBehaviour,
    "categories": CategoryBehaviour,
    "combinations": CombinationBehaviour,
    "currencies": CurrencyBehaviour,
    "customer_threads": ThreadBehaviour,
    "customers": CustomerBehaviour,
    "languages": LanguageBehaviour,
    "manufacturers": BrandBehaviour,
    "order_carriers": OrderCarrierBehaviour,
    "order_details": OrderDetailBehaviour,
    "order_histories": OrderHistoryBehaviour,
    "order_slip": OrderSlipBehaviour,
    "orders": OrderBehaviour,
    "product_feature_values": FeatureValueBehaviour,
    "product_features": FeatureBehaviour,
    "product_option_values": OptionValueBehaviour,
    "product_options": OptionBehaviour,
    "products": ProductBehaviour,
    "stock_availables": StockBehaviour,
    "suppliers": SupplierBehaviour,
    "taxes": TaxBehaviour,
}


def behaviours_of(shop: "Shop") -> Mapping[str, Behaviour]:
    """Return a behaviour for every resource of the shop."""
    return {name: BEHAVIOURS.get(name, Behaviour)(shop, resource) for name, resource in shop.resources.items()}
