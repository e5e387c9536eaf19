"""The log for those who mend the program: one JSON object per line in the data folder, with no data of customers.

The journal is for merchants; it is in the database.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE = "navette.log"
LARGEST_BYTES = 5_000_000
KEPT_FILES = 3
KEYS = ("profile", "run", "capability")


class JsonLines(logging.Formatter):
    """Writes a record with its keys; of an exception its kind and places, never its text, which may hold data."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        entry: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        entry |= {key: getattr(record, key) for key in KEYS if hasattr(record, key)}
        if record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            entry["error"] = type(error).__name__
            entry["places"] = [
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
        return json.dumps(entry, ensure_ascii=False)


def write_log_to(folder: Path) -> None:
    """Send the log of this process to the data folder."""
    handler = RotatingFileHandler(
        folder / FILE, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    for former in root.handlers[:]:
        if isinstance(former.formatter, JsonLines):
            root.removeHandler(former)
            former.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
