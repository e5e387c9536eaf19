"""Reading a Sage 100 company: set-based queries by pages, one module per concern."""
