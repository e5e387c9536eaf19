"""`navette profile export` and `import`: a profile as one file."""

import os
from pathlib import Path
from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import ProfileArgument

commands = app()
VARIABLE = "NAVETTE_PASSPHRASE"

Passphrase = Annotated[
    str | None,
    typer.Option(
        "--passphrase",
        metavar="TEXT",
        help="Passphrase over passwords and keys; better given by the variable NAVETTE_PASSPHRASE.",
    ),
]


@commands.command("export", cls=NavetteCommand, help="Write a profile to a file, without passwords and keys.")
def export_profile(
    ctx: typer.Context,
    profile: ProfileArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write (TOML).")],
    with_secrets: Annotated[
        bool, typer.Option("--with-secrets", help="Also passwords and keys, under a passphrase.")
    ] = False,
    passphrase: Passphrase = None,
) -> None:
    """Write a profile to a file."""
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    record = call.workspace.store.profiles.get(profile)
    given = passphrase_given(passphrase) or "" if with_secrets else None
    call.workspace.settings.write_file(record.slug, file, given)
    message = messages.EXPORTED_WITH_SECRETS if with_secrets else messages.EXPORTED
    call.output.done(message, {"profile": record.slug, "file": str(file)}, name=record.name, file=file)


@commands.command("import", cls=NavetteCommand, help="Make a profile from a file.")
def import_profile(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File made by: profile export")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the profile, instead of that in the file.")
    ] = None,
    secrets: Annotated[
        bool, typer.Option("--secrets/--no-secrets", help="Also the passwords and keys of the file, or not.")
    ] = True,
    passphrase: Passphrase = None,
) -> None:
    """Make a profile from a file."""
    from navette.cli.profile_view import profile_object
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    given = passphrase_given(passphrase)
    record = call.workspace.settings.read_file(file, name, given, with_secrets=secrets)
    call.output.done(messages.CREATED, profile_object(record), name=record.name, slug=record.slug)


def passphrase_given(on_the_line: str | None) -> str | None:
    """The passphrase of the line, else of the environment; None if there is none."""
    return on_the_line if on_the_line is not None else os.environ.get(VARIABLE)
