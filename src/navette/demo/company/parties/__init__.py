"""Customers and suppliers of the sample company."""
