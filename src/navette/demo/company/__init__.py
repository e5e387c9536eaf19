"""A sample company: a fictitious French jeweller with articles, customers and documents of every kind."""

from navette.demo.company.creation import SMALLEST, SampleSize, create_sample_company
from navette.demo.company.sample_calendar import SAMPLE_DAY

__all__ = ["SAMPLE_DAY", "SMALLEST", "SampleSize", "create_sample_company"]
