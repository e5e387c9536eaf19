"""FLW-16: status, document number, tracking and delivery date of ERP documents go back to the shop's orders."""
