"""Sage 100 (France): its tables, the embedded company, reading and writing."""
