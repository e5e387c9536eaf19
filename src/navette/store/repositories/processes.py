"""Whether the process that holds something still lives."""

import os
import platform
from functools import cache
from pathlib import Path

import psutil


def this_process() -> str:
    """This process as a text that no other process, before or after a restart of the machine, shares with it."""
    return f"{_machine()}/{os.getpid()}/{psutil.Process().create_time():.2f}"


def is_dead(process: str) -> bool:
    """Whether a process of this machine has ended. One of another machine cannot be seen from here: not known dead."""
    machine, _, rest = process.rpartition("/")
    machine, _, pid = machine.rpartition("/")
    if machine != _machine() or not pid.isdigit():
        return False
    try:
        found = psutil.Process(int(pid))
        return f"{found.create_time():.2f}" != rest or found.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False


@cache
def _machine() -> str:
    """The machine's name; on Linux with the namespace of process ids, since containers can share a name."""
    namespace = Path("/proc/self/ns/pid")
    inode = namespace.stat().st_ino if namespace.exists() else 0
    return f"{platform.node()}:{inode}"
