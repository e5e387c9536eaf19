"""Options that every command takes, wherever they stand on the line: --json, --lang, --data-dir."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from navette.domain.errors import ConfigurationError
from navette.domain.messages import cli as messages
from navette.i18n import Language, language_from

JSON = "--json"
LANGUAGE = "--lang"
DATA_DIR = "--data-dir"

# Name, metavar and help of each, in the order of the help page.
COMMON_OPTIONS = (
    (JSON, "", "Print the result as one JSON object; everything else goes to the error output."),
    (LANGUAGE, "fr|en", "Language of texts; by default that of NAVETTE_LANG or of the system."),
    (DATA_DIR, "DIR", "Data folder; by default NAVETTE_DATA_DIR or the platform's own."),
    ("--help", "", "Show this page."),
)


@dataclass(frozen=True, slots=True)
class CommonOptions:
    """What was asked of the whole command."""

    language: Language
    as_json: bool = False
    data_dir: Path | None = None


def take_common(arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[CommonOptions, list[str]]:
    """Split the common options from the rest of a line; what follows `--` is left alone."""
    rest: list[str] = []
    found: dict[str, str] = {}
    line = iter(arguments)
    for argument in line:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *line]
        elif argument == JSON:
            found[JSON] = "yes"
        elif name in {LANGUAGE, DATA_DIR}:
            found[name] = value if equals else _next(line, name)
        else:
            rest.append(argument)
    folder = Path(found[DATA_DIR]).expanduser() if DATA_DIR in found else None
    return CommonOptions(language_from(found.get(LANGUAGE), environ), JSON in found, folder), rest


def _next(line: Iterator[str], name: str) -> str:
    try:
        return next(line)
    except StopIteration:
        raise ConfigurationError(messages.MISSING_VALUE, parameter=name) from None
