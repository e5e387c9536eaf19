"""Makes docs/images/run.svg from a real demo: `python scripts/picture_of_a_run.py` in the virtual environment."""

import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

PICTURE = Path("docs/images/run.svg")


def main() -> None:
    """Run the demo as a person does, and draw its last lines."""
    command = [sys.executable, "-c", "from navette.cli.main import main; main()", "demo", "--headless", "--lang", "en"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    start = max(index for index, line in enumerate(lines) if "Start of the import of orders" in line) - 1
    summary = next(index for index, line in enumerate(lines) if line.strip() == "Summary")
    end = next(index for index, line in enumerate(lines) if line.startswith("Where to look"))
    console = Console(record=True, width=100, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115
    console.print(Text("$ navette demo", style="bold green"))
    for line in [*lines[start : start + 12], "[…]", *lines[summary:end]]:
        console.print(Text(line, style="green" if "Succeeded" in line or "every total" in line else ""))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    svg = console.export_svg(title="navette demo")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # fonts from elsewhere: the reader's own will do
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
