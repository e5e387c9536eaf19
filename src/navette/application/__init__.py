"""What the product does: one module per capability, and the runner that all of them share."""
