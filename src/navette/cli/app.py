"""How commands are declared and called: language, failures and exit codes are the same for all."""

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import Abort, Exit, TyperException

from navette.cli.call import Call
from navette.cli.common import JSON, CommonOptions, take_common
from navette.domain.errors import ConfigurationError, NavetteError
from navette.domain.messages import cli as messages
from navette.i18n import Language, language_from

# Set, a fault of the program shows where it happened, for those who mend it.
DEBUG_VARIABLE = "NAVETTE_DEBUG"


class NavetteCommand(TyperCommand):
    """A command whose help page is in the reader's language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments; one too many is refused."""
        ctx.allow_extra_args = True
        extra = super().parse_args(ctx, args)
        if extra:
            raise ConfigurationError(messages.TOO_MANY, parameter=" ".join(extra), command=ctx.command_path)
        return extra

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _write_help(self, ctx, formatter)


class NavetteGroup(TyperGroup):
    """Commands under one name; the name alone shows its help page."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments of the group itself."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named; an unknown one is refused with the nearest ones."""
        name = args[0]
        if name not in self.commands:
            near = get_close_matches(name, self.commands) or self.commands
            raise ConfigurationError(messages.UNKNOWN_COMMAND, name=f"{ctx.command_path} {name}", known=", ".join(near))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _write_help(self, ctx, formatter)


class Root(NavetteGroup):
    """The whole program: takes the common options off the line, and turns every failure into an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = "navette",
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002 (always off: failures are told here)
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run a command line and leave with its exit code."""
        if not logging.getLogger().handlers:
            logging.getLogger().addHandler(logging.NullHandler())  # else Python writes failures to the terminal
        line = sys.argv[1:] if args is None else list(args)
        common = CommonOptions(_language_of(os.environ), JSON in line)
        try:
            common, rest = take_common(line, os.environ)
            extra |= {"obj": Call(common), "standalone_mode": False}
            result = super().main(rest, prog_name, complete_var, windows_expand_args=windows_expand_args, **extra)
        except Exit as end:
            sys.exit(end.exit_code)
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (the last place where a fault can be told)
            sys.exit(_tell(failure_of(error), common))
        sys.exit(result if isinstance(result, int) else 0)


def app(cls: type[NavetteGroup] = NavetteGroup, **settings: Any) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        cls=cls,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        **settings,
    )


def failure_of(error: BaseException) -> NavetteError:
    """Any failure of a command, in our words."""
    match error:
        case NavetteError():
            return error
        case TyperException():
            return wrong_use(error)
        case KeyboardInterrupt() | Abort():
            return NavetteError(messages.INTERRUPTED)
        case _ if os.environ.get(DEBUG_VARIABLE):
            raise error
        case _:
            from navette.cli.failures import unexpected

            return unexpected(error)


def wrong_use(error: TyperException) -> ConfigurationError:
    """What a person typed wrongly."""
    command = getattr(getattr(error, "ctx", None), "command_path", "navette")
    if isinstance(error, typer.BadParameter):
        message = messages.BAD_PARAMETER if error.message else messages.MISSING_PARAMETER
        expected = getattr(error.param, "metavar", None) or "-"
        return ConfigurationError(message, parameter=_typed_name(error.param), expected=expected, command=command)
    option = getattr(error, "option_name", "")
    if option and hasattr(error, "possibilities"):
        return ConfigurationError(messages.UNKNOWN_PARAMETER, parameter=option, command=command)
    if option:
        return ConfigurationError(messages.MISSING_VALUE, parameter=option)
    return ConfigurationError(messages.WRONG_USE, reason=error.format_message(), command=command)


def _typed_name(parameter: Any) -> str:
    """The parameter as it is typed: an argument by the name that the help page shows, an option by its long name."""
    if isinstance(parameter, TyperArgument):
        return parameter.display_name_raw
    names: list[str] = getattr(parameter, "opts", None) or ["-"]
    return max(names, key=len)


def _language_of(environ: Mapping[str, str]) -> Language:
    """The language in which a wrong choice of language is told."""
    try:
        return language_from(None, environ)
    except ConfigurationError:
        return Language.ENGLISH


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    from navette.cli.help import help_page

    language = ctx.obj.common.language if isinstance(ctx.obj, Call) else Language.ENGLISH
    formatter.write(help_page(command, ctx.command_path, language, terminal=sys.stdout.isatty()))


def _tell(error: NavetteError, common: CommonOptions) -> int:
    from navette.cli.failures import tell
    from navette.cli.output import Output

    return tell(error, Output(common.language, as_json=common.as_json))
