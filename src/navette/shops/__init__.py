"""Adapters of web shops: each implements navette.ports.shop through the same fixed set of files."""
