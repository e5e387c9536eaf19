"""Makes docs/images/run.svg from a real demo: `python scripts/picture_of_a_run.py` in the virtual environment."""

import os
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "run.svg"
WIDTH = 88
LEFT_OUT = Text("[…]", style="dim")
PROGRESS = re.compile(r"━")
# A web font would be loaded from elsewhere; those of the reader's system serve as well.
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace"
# Lines of the demo that the picture begins and ends its parts with.
PARTS = (("* Import the orders", "--> 2/13"), ("--> 3/13", "--> 4/13"), ("Summary", "Where to look"))


def main() -> None:
    """Run the demo as a person does, and draw what it says of the orders."""
    shown = [line for line in demo_lines() if line.plain.strip() and not PROGRESS.search(line.plain)]
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text.assemble(("$ ", "dim"), ("navette demo", "bold")), LEFT_OUT, sep="\n")
    for number, (first, end) in enumerate(PARTS):
        if number:
            console.print(LEFT_OUT)
        start = next(place for place, line in enumerate(shown) if line.plain.startswith(first))
        stop = next(place for place, line in enumerate(shown) if place > start and line.plain.startswith(end))
        console.print(*shown[start:stop], sep="\n")
        shown = shown[stop:]
    picture = WEB_FONT.sub("", console.export_svg(title="Navette", unique_id="run"))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture.replace("Fira Code", FONTS), encoding="utf-8")


def demo_lines() -> list[Text]:
    """The lines of a demo with their colours, as a terminal of the picture's width shows them."""
    with tempfile.TemporaryDirectory() as folder:
        ended = subprocess.run(
            [sys.executable, "-m", "navette", "demo", "--headless", "--lang", "en", "--dir", folder + "/demo"],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"},
        )
    return [Text.from_ansi(line) for line in ended.stdout.splitlines()]


if __name__ == "__main__":
    main()
