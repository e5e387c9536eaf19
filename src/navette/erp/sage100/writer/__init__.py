"""Writing to an embedded Sage 100 company: customers, documents, payments, stock; one transaction per document."""

from navette.erp.sage100.writer.lots import LotChoice
from navette.erp.sage100.writer.sql_writer import SqlWriter

__all__ = ["LotChoice", "SqlWriter"]
