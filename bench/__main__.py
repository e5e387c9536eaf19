"""`python -m bench [NAME …] [--control]`: measures the figures and tells whether they keep their bars."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from bench.figure import Figure

NAMES = ("stock_unchanged", "stock_changed", "products_new", "orders_import", "memory")
RESULTS = Path("var/bench.json")


def main() -> int:
    """Measure each figure in a process of its own, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, help=f"figures to measure: {', '.join(NAMES)}")
    parser.add_argument("--control", action="store_true", help="add a sleep to the product's own code: it must show")
    given = parser.parse_args()
    figures: list[Figure] = []
    for name in given.names:
        command = [sys.executable, "-m", f"bench.{name}", *(["--control"] if given.control else [])]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        measured = [Figure(**line) for line in json.loads(output)]
        for figure in measured:
            print(figure, flush=True)
        figures += measured
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps([figure.as_dict() for figure in figures], indent=2), encoding="utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
