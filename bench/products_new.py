"""`export-products`, 2,000 new: the ratio to a bare loop that sends the same requests."""

from collections.abc import Sequence

from bench.figure import Figure
from bench.measuring import forget_preparation, main
from bench.place import place
from bench.traffic import bare_seconds, recorded

ARTICLES = 2_300  # of which some are dormant or unpublished
NEW = 2_000


def measure() -> Sequence[Figure]:
    """Measure the first export of a catalogue; categories are there before."""
    with place(ARTICLES) as made:
        made.run("export-categories")
        made.shop.start("recorded")
        forget_preparation()
        with recorded() as exchanges:
            report = made.run("export-products")
        bare = bare_seconds(exchanges, made.shop.key)
    if report.run.counts.created < NEW:
        raise RuntimeError(report.run.counts)
    return [
        Figure("products, 2,000 new: ratio to a bare loop", report.seconds / bare, "x", 1.3),
        Figure("products, 2,000 new: seconds", report.seconds, "s"),
        Figure("products, 2,000 new: created", report.run.counts.created, "products"),
        Figure("products, 2,000 new: requests", report.requests.read + report.requests.write, "requests"),
    ]


if __name__ == "__main__":
    main(measure)
