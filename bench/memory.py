"""Peak memory of `export-stock` and `export-prices` at 200,000 articles, and beside it at 20,000."""

import json
import subprocess
import sys
from collections.abc import Sequence

from bench.figure import Figure
from bench.measuring import main
from bench.place import PROFILE, Place, place
from bench.seeding import fill_shop

SIZES = (20_000, 200_000)
RUN = """
import json, sys
from pathlib import Path
from bench.place import PROFILE, SilentJournal
from navette.application.runner import run
from navette.application.session import RunRequest
from navette.bootstrap import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
capability = sys.argv[2]
with workspace.session(PROFILE, SilentJournal(), capability) as session:
    report = run(RunRequest(capability=capability, full=True, confirm=True), session)
if report.failure:
    raise SystemExit(report.run.problem.message.code)
print(json.dumps([report.peak_rss_mb, report.seconds, report.run.counts.as_dict()]))
"""


def peak_of(made: Place, capability: str) -> float:
    """Peak of memory, in megabytes, of a run in a process of its own."""
    command = [sys.executable, "-c", RUN, str(made.folder / "data"), capability]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    peak, seconds, counts = json.loads(output.splitlines()[-1])
    print(f"{capability} of {PROFILE}: {peak:.0f} MB, {seconds:.0f} s, {counts}", file=sys.stderr)
    return float(peak)


def measure() -> Sequence[Figure]:
    """Measure both sizes; the first run of stock writes every quantity, the first of prices every price."""
    peaks: dict[int, float] = {}
    for articles in SIZES:
        with place(articles) as made:
            fill_shop(made)
            peaks[articles] = max(peak_of(made, "export-stock"), peak_of(made, "export-prices"))
    small, large = (peaks[articles] for articles in SIZES)
    return [
        Figure("memory at 200,000 articles, stock and prices", large, "MB", 300),
        Figure("memory at 200,000 beside 20,000 articles", large / small, "x", 1.3),
        Figure("memory at 20,000 articles, stock and prices", small, "MB"),
    ]


if __name__ == "__main__":
    main(measure)
