"""Parameters that several commands share."""

from typing import Annotated

import typer

ProfileArgument = Annotated[str, typer.Argument(metavar="PROFILE", help="Short name or name of the profile.")]
ProfileOption = Annotated[
    str | None,
    typer.Option("--profile", "-p", metavar="PROFILE", help="The profile; the default one if it is left out."),
]
Confirmed = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked again.")]
