"""The sections of a profile: one module each, under 150 lines."""
