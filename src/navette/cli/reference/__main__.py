"""Writes docs/reference, or with --check tells which pages no longer say what the declarations say."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from navette.cli.reference.capabilities_page import capabilities_page
from navette.cli.reference.commands_page import commands_page
from navette.cli.reference.messages_page import messages_page
from navette.cli.reference.options_page import options_page
from navette.i18n import Language

FOLDER = Path(__file__).parents[4] / "docs" / "reference"
PAGES: Mapping[str, Callable[[Language], str]] = {
    "options": options_page,
    "commands": commands_page,
    "errors": messages_page,
    "capabilities": capabilities_page,
}
NOTE = "<!-- Made by `make docs` from the declarations in the program. -->\n\n"


def pages() -> dict[str, str]:
    """The text of every page by its file name."""
    return {
        f"{name}.{language}.md": NOTE + page(language).rstrip() + "\n"
        for name, page in PAGES.items()
        for language in Language
    }


def stale_pages(folder: Path = FOLDER) -> list[str]:
    """The pages whose file is missing or says something else."""
    return [
        name
        for name, text in pages().items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the pages, or check them."""
    if "--check" in sys.argv[1:]:
        stale = stale_pages(FOLDER)
        sys.stderr.write("".join(f"{name}: make docs\n" for name in stale))
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
