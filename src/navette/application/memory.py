"""The peak of memory of this process, on every system that Navette runs on."""

import sys
from pathlib import Path

import psutil

STATUS = Path("/proc/self/status")


def peak_rss_mb() -> float:
    """Peak of resident memory since the start of the process, in megabytes.

    Linux is asked for this program's own peak: what `getrusage` tells there begins with the parent's.
    """
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 1024**2
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    import resource  # noqa: PLC0415 (does not exist on Windows)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
