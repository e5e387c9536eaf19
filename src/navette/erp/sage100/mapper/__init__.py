"""Rows of Sage 100 to the domain: pure functions, no query."""
