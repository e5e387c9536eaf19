"""What every figure's own process does: read the arguments, measure, print the figures as JSON."""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict

from bench.figure import Figure
from navette.application import spool
from navette.application.capability import PlanItem

CONTROL_SECONDS = 0.02


def main(measure: Callable[[], Sequence[Figure]]) -> None:
    """Measure and print; with --control every planned page costs a sleep more."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--control", action="store_true")
    if parser.parse_args().control:
        _slow_down()
    json.dump([asdict(figure) for figure in measure()], sys.stdout)


def _slow_down() -> None:
    add = spool.Spool.add

    def slow(self: spool.Spool, items: Sequence[PlanItem]) -> None:
        time.sleep(CONTROL_SECONDS * max(1, len(items) // 10))
        add(self, items)

    spool.Spool.add = slow  # type: ignore[method-assign]


def forget_preparation() -> None:
    """Take what was made before the measurement out of the garbage collector's sight."""
    gc.collect()
    gc.freeze()


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
