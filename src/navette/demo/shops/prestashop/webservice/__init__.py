"""The web service: who may do what, reading, writing, and the forms of the answers."""
