"""`navette profile suggest`: mapping rows proposed from what both sides really hold."""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import ProfileArgument

commands = app()


@commands.command("suggest", cls=NavetteCommand, help="Propose mappings from the lists of the company and the shop.")
def suggest(
    ctx: typer.Context,
    profile: ProfileArgument,
    apply: Annotated[bool, typer.Option("--apply", help="Take the proposals over.")] = False,
    table: Annotated[
        list[str] | None, typer.Option("--table", metavar="TABLE", help="Only for this mapping table.")
    ] = None,
) -> None:
    """Propose mappings."""
    from navette.cli.suggestions_view import show_suggestions, suggestions_object
    from navette.config.mapping_tables import table_named
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    wanted = {table_named(name).name for name in table or []}
    service = call.workspace.suggestions(profile)
    proposals = [item for item in service.proposals() if not wanted or item.table in wanted]
    number = service.apply(proposals) if apply else 0
    data = {**suggestions_object(proposals), "applied": number}
    call.output.result(data, lambda console: show_suggestions(proposals, call.output, console))
    if not call.output.as_json:
        found = sum(item.target is not None for item in proposals)
        message = messages.SUGGESTIONS_APPLIED if apply else messages.SUGGESTED if found else messages.NOTHING_SUGGESTED
        call.output.console.print(call.output.text(message, number=number if apply else found))
