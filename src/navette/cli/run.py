"""`navette run`: one capability of one profile, here and now, under its leases."""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import ProfileOption

commands = app()


@commands.command("run", cls=NavetteCommand, help="Run a capability, such as export-stock or import-orders.")
def run(
    ctx: typer.Context,
    capability: Annotated[str, typer.Argument(metavar="CAPABILITY", help="What to do: one of the capabilities below.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="REF", help="More references after the first one of --only.")
    ] = None,
    profile: ProfileOption = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only tell what would be done; write nothing.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Look at everything, not only at what changed.")] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Look at what changed since then (2026-11-24T14:05).")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="REF", help="Only these articles, orders or record keys.")
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Go on where the run stopped because it would remove or move too much.")
    ] = False,
    items: Annotated[bool, typer.Option("--items", help="Also list what each record came to.")] = False,
) -> int:
    """Run a capability."""
    from navette.application.session import RunRequest
    from navette.cli.running import check_only, run_and_show, start_of
    from navette.domain.run import RunMode

    call = call_of(ctx)
    references = check_only(only or [], more or [], ctx.command_path)
    request = RunRequest(
        capability=capability,
        mode=RunMode.PREVIEW if preview else RunMode.APPLY,
        full=full,
        since=start_of(since, capability),
        only=references,
        confirm=confirm,
        requested_by=call.workspace.user,
        keeps_items=items,
    )
    return run_and_show(call, profile, request)
