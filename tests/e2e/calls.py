"""Commands as a person or a program calls them, shared with the unit tests of the command line."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "cli"))

from command_line import Answer, navette

__all__ = ["Answer", "navette"]
