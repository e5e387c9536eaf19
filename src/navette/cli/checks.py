"""`navette check` and `navette doctor`: is everything all right, and what has to be mended?"""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import ProfileArgument

commands = app()


@commands.command(
    "check", cls=NavetteCommand, help="Test a profile: connections, identity, rights, versions, settings."
)
def check(
    ctx: typer.Context,
    profile: ProfileArgument,
    same_shop: Annotated[
        bool, typer.Option("--same-shop", help="Take the shop that answers as the same one that was set up.")
    ] = False,
    same_company: Annotated[
        bool, typer.Option("--same-company", help="Take the company that answers as the same one that was set up.")
    ] = False,
) -> int:
    """Test the connections of a profile."""
    from navette.bootstrap.connections import examine_profile
    from navette.cli.checks_view import tell_checks

    call = call_of(ctx)
    checks = examine_profile(call.workspace, profile, same_company=same_company, same_shop=same_shop)
    return tell_checks(list(checks), call.output)


@commands.command("doctor", cls=NavetteCommand, help="Look at the installation, the data folder and the profiles.")
def doctor(ctx: typer.Context) -> int:
    """Look at the installation."""
    from navette.bootstrap.doctor import examine
    from navette.cli.checks_view import tell_checks

    call = call_of(ctx)
    return tell_checks(list(examine(call.workspace)), call.output)
