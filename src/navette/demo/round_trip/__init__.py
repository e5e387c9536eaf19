"""The demo: a sample company and a simulated shop, taken through the whole round trip.

The one part of `navette.demo` that uses the product itself: it drives it as a merchant would.
"""
