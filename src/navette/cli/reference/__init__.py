"""The reference pages of docs/reference, made from the declarations: `python -m navette.cli.reference`."""
