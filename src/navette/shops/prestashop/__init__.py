"""PrestaShop 1.7.7 to 9 over its web service."""
