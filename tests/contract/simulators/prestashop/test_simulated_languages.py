"""The default language of the shop, which the names of its lists are read in."""

import pytest
from shop_client import ShopClient

from navette.demo.shops.prestashop import PrestaShopSimulator


def test_the_shop_speaks_the_language_that_it_is_given(api: ShopClient, shop: PrestaShopSimulator) -> None:
    shop.speak("fr")
    told = api.get("configurations?filter[name]=[PS_LANG_DEFAULT]&display=[value]").xml[0][0].findtext("value")
    assert api.get(f"languages/{told}").xml[0].findtext("iso_code") == "fr"


def test_a_language_that_it_has_not_is_refused(shop: PrestaShopSimulator) -> None:
    with pytest.raises(ValueError, match="no language de"):
        shop.speak("de")
