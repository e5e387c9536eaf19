"""The prices that a reader asks for with `price[name][use_tax]=1`."""

from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.php_query import Parameters, text_of
from navette.demo.shops.prestashop.pricing.amounts import Rounding
from navette.demo.shops.prestashop.pricing.product_price import Terms, rounding_of, unit_price
from navette.demo.shops.prestashop.pricing.specific_prices import PriceQuestion
from navette.demo.shops.prestashop.pricing.taxes import Place

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop


def virtual_price(shop: "Shop", product: int, combination: int, options: Parameters) -> str:
    """Return a price with six places, rounded to as many as PS_PRICE_ROUND_MODE: the shop mixes the two up."""
    country = to_int(text_of(options, "country") or shop.setting("PS_COUNTRY_DEFAULT"))
    place = Place(country, to_int(text_of(options, "state")))
    question = PriceQuestion(
        product=product,
        combination=to_int(text_of(options, "product_attribute")) or combination,
        currency=to_int(text_of(options, "currency") or shop.setting("PS_CURRENCY_DEFAULT")),
        country=country,
        group=to_int(text_of(options, "group") or shop.setting("PS_CUSTOMER_GROUP")),
        quantity=to_int(text_of(options, "quantity") or "1"),
    )
    rounding = rounding_of(shop)
    places = to_int(text_of(options, "decimals") or shop.setting("PS_PRICE_ROUND_MODE"))
    price = unit_price(shop, question, place, _terms(shop, options, rounding, places))
    if price is None:
        return "0.000000"
    amount = price.reduction if _flag(options, "only_reduction", "0") else price.amount
    return f"{amount.incl if _flag(options, 'use_tax', shop.setting('PS_TAX')) else amount.excl:.6f}"


def _terms(shop: "Shop", options: Parameters, rounding: Rounding, places: int) -> Terms:
    return Terms(
        with_ecotax=_flag(options, "use_ecotax", shop.setting("PS_USE_ECOTAX")),
        reduced=_flag(options, "use_reduction", "1"),
        group_reduction=False,
        rounding=rounding,
        places=places,
    )


def _flag(options: Parameters, name: str, default: str) -> bool:
    value = text_of(options, name)
    return not is_empty(default if value is None else value)
