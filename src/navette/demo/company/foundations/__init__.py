"""What the sample company is built on: accounts, taxes, parameters, places, staff."""
