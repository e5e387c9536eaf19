"""The shop's front: pages for people, and orders placed as customers place them."""
