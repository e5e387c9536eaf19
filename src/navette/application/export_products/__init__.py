"""FLW-1: articles become products of the shop, with their variants, texts, taxes, features and pictures."""
