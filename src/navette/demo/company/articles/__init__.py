"""The articles of the sample company."""
