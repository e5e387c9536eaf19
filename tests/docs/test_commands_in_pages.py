"""Commands that the documentation names exist, with their options, settings and capabilities."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

from navette.application.registry import capabilities
from navette.cli.common import COMMON_OPTIONS
from navette.cli.main import root
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.values import options_by_key

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    if not {"reference", "decisions"} & set(page.parts)
]
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(navette [^`\n]+)`")
COMMON = {name for name, _, _ in COMMON_OPTIONS} | {"-h"}


def command_lines(page: Path) -> list[str]:
    """The lines of a page that call the program, in blocks and in the text."""
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(FENCE.findall(text)).replace("\\\n> ", " ").replace("\\\n", " ").replace("^\n", " ")
    typed = [re.sub(r"^[\w.]+@?[$>] |^\$ ", "", line).strip() for line in blocks.splitlines()]
    return [line for line in [*typed, *INLINE.findall(text)] if line.startswith("navette ")]


def faults(line: str) -> list[str]:
    """What a line names that the program does not know."""
    words = shlex.split(line.partition(" #")[0].partition(" && ")[0].partition(" | ")[0])[1:]
    command: Any = get_command(root)
    while isinstance(command, TyperGroup) and words:
        name = words.pop(0)
        if name.startswith("-"):
            return [] if name in COMMON else [name]
        if name not in command.commands:
            return [name]
        command = command.commands[name]
    known = COMMON | {name for item in command.params if isinstance(item, TyperOption) for name in item.opts}
    wrong = [word for word in words if word.startswith("-") and word.partition("=")[0] not in known]
    if command.name == "run" and words and words[0] != "CAPABILITY" and words[0] not in capabilities():
        wrong.append(words[0])
    settings = [word.partition("=")[0] for word in words if re.match(r"[a-z_]+\.[\w.|-]+=", word)]
    return wrong + [key for key in settings if not is_setting(key)]


def is_setting(key: str) -> bool:
    """Whether a name is that of an option or of an entry of a mapping table."""
    area, _, rest = key.partition(".")
    return key in options_by_key() or (area == "mapping" and rest.partition(".")[0] in MAPPING_TABLES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_of_a_page_exist(page: Path) -> None:
    wrong = {line: found for line in command_lines(page) if (found := faults(line))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("navette run export-stock --profile my-shop --full", []),
        ("navette run export-everything", ["export-everything"]),
        ("navette run export-stock --ful", ["--ful"]),
        ("navette shop list", ["shop"]),
        ("navette profile set my-shop articles.stock.basis=reel mapping.taxes.V20=1", []),
        (
            "navette profile set my-shop articles.stok.basis=reel mapping.tax.V20=1",
            ["articles.stok.basis", "mapping.tax.V20"],
        ),
        ("navette --help", []),
    ],
)
def test_what_does_not_exist_is_found(line: str, wrong: list[str]) -> None:
    assert faults(line) == wrong
