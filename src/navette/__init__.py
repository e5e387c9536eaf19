"""Navette: a connector between a commercial-management ERP and web shops."""
