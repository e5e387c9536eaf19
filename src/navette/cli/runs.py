"""`navette runs` and `navette journal`: what was run, and what it said."""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of

commands = app()


@commands.command("runs", cls=NavetteCommand, help="List the latest runs.")
def runs(
    ctx: typer.Context,
    profile: Annotated[
        str | None, typer.Option("--profile", "-p", metavar="PROFILE", help="Only the runs of this profile.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many runs at most.")] = 20,
) -> None:
    """List the latest runs."""
    from navette.cli.run_view import show_runs, stored_run_object

    call = call_of(ctx)
    slug = call.workspace.profile_named(profile).slug if profile else None
    records = call.workspace.runs(slug, limit)
    data = {"runs": [stored_run_object(record, call.output) for record in records]}
    call.output.result(data, lambda console: show_runs(records, call.output, console))


@commands.command("journal", cls=NavetteCommand, help="Show the journal of a run.")
def journal(
    ctx: typer.Context,
    run: Annotated[str, typer.Argument(metavar="RUN", help="Id of the run, or the beginning of it.")],
) -> None:
    """Show the journal of a run."""
    from navette.cli.journal import line_object, show_line, written_line
    from navette.cli.run_view import stored_run_object
    from navette.domain.messages import run_view as messages

    call = call_of(ctx)
    output = call.output
    record, lines = call.workspace.journal(run)
    if output.as_json:
        objects = [line_object(at, line, output.language) for at, line in lines]
        output.result({**stored_run_object(record, output), "lines": objects}, lambda _: None)
        return
    empty = True
    for at, line in lines:
        show_line(output.console, written_line(at, line, output.language))
        empty = False
    if empty:
        output.console.print(output.text(messages.NO_LINES))
