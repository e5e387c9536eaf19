"""Servers that speak the protocol of each shop, for the demonstration and the tests."""
