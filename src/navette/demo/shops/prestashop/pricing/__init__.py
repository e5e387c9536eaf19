"""The shop's own arithmetic: taxes, prices, carts, vouchers, shipping."""
