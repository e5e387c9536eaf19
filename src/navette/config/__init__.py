"""Options: each declared once, in the section it belongs to."""
