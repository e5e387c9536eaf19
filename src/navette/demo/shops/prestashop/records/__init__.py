"""The shop's records: their definitions, checks and storage."""
