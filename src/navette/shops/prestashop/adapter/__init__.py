"""The Shop port on PrestaShop, one module per concern; navette.shops.prestashop.adapter.shop puts them together."""
