"""FLW-4: default prices, and the specific prices of groups and customers."""
