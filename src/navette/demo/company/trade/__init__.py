"""Documents, payments and entries of the sample company."""
