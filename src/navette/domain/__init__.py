"""The rules of the trade: plain Python, no import from outside the standard library."""
