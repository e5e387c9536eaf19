"""Every sentence that a person can read: one module per area."""
