"""Settings on the command line; secrets need not stand there, where others could read them."""

import sys
from collections.abc import Sequence
from getpass import getpass

from navette.cli.output import Output
from navette.config.profile_file import is_secret
from navette.config.values import options_by_key
from navette.i18n import option_title

ASKED = "-"


def settings_with_secrets(settings: Sequence[str], output: Output) -> list[str]:
    """The settings, each secret given as `-` asked for in the terminal or read from a line of the standard input."""
    return [_filled(text, output) for text in settings]


def _filled(text: str, output: Output) -> str:
    key, equals, value = text.partition("=")
    if not equals or value != ASKED or not is_secret(key):
        return text
    if sys.stdin.isatty():
        return f"{key}={getpass(f'{output.label(option_title(options_by_key()[key], output.language))} ')}"
    return f"{key}={sys.stdin.readline().rstrip()}"
