"""FLW-14: shop orders become ERP documents, exactly once and to the cent."""
