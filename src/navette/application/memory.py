"""The peak of memory of this process, on every system that Navette runs on."""

import sys

import psutil


def peak_rss_mb() -> float:
    """Peak of resident memory since the start of the process, in megabytes."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 1024**2
    import resource  # noqa: PLC0415 (does not exist on Windows)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)
