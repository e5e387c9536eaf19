"""An ERP company in memory, with its own numbering, adoption and refusals."""

from fakes.erp.company import Company, HeldDocument
from fakes.erp.fake_erp import FakeErp

__all__ = ["Company", "FakeErp", "HeldDocument"]
