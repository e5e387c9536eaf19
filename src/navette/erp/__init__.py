"""ERPs: one package for each, behind the same ports."""
