"""`navette quarantine`: records that wait or were refused, and what is done about them."""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import ProfileOption

commands = app(help="Records that wait for a decision or were refused.")

Entries = Annotated[list[int] | None, typer.Argument(metavar="NUMBER", help="Numbers of entries, as listed.")]


@commands.command("list", cls=NavetteCommand, help="List the records that wait or were refused, with the reason.")
def list_entries(
    ctx: typer.Context,
    profile: ProfileOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are settled.")] = False,
) -> None:
    """List the entries."""
    from navette.cli.quarantine_view import entry_object, show_entries
    from navette.ports.store import QuarantineState

    call = call_of(ctx)
    states = list(QuarantineState) if everything else [QuarantineState.OPEN]
    entries = call.workspace.store_of(profile).quarantine.entries(states)
    data = {"entries": [entry_object(entry, call.output) for entry in entries]}
    call.output.result(data, lambda console: show_entries(entries, call.output, console))


@commands.command("show", cls=NavetteCommand, help="Show one record with its data.")
def show(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Number of the entry, as listed.")],
    profile: ProfileOption = None,
) -> None:
    """Show one entry."""
    from navette.cli.quarantine_view import entry_object, show_entry

    call = call_of(ctx)
    entry = call.workspace.store_of(profile).quarantine.get(number)
    data = {**entry_object(entry, call.output), "payload": entry.payload}
    call.output.result(data, lambda console: show_entry(entry, call.output, console))


@commands.command("replay", cls=NavetteCommand, help="Try records again, after what they waited for was mended.")
def replay(
    ctx: typer.Context,
    numbers: Entries = None,
    profile: ProfileOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Every open entry of the profile.")] = False,
) -> int:
    """Try records again."""
    from navette.cli.quarantine_replay import replay_entries

    call = call_of(ctx)
    record = call.workspace.profile_named(profile)
    chosen = _chosen(numbers, everything, ctx.command_path)
    return replay_entries(call, record.slug, chosen)


@commands.command("dismiss", cls=NavetteCommand, help="Close records without trying them again.")
def dismiss(
    ctx: typer.Context,
    numbers: Entries = None,
    profile: ProfileOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Every open entry of the profile.")] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the record.")] = "",
) -> None:
    """Close records without trying them again."""
    from navette.domain.messages import run_view as messages
    from navette.ports.store import QuarantineState

    call = call_of(ctx)
    quarantine = call.workspace.store_of(profile).quarantine
    chosen = _chosen(numbers, everything, ctx.command_path)
    known = [quarantine.get(number) for number in chosen] or quarantine.entries([QuarantineState.OPEN])
    number = quarantine.dismiss([entry.id for entry in known], reason)
    call.output.done(messages.DISMISSED, {"dismissed": number}, number=number)


def _chosen(numbers: list[int] | None, everything: bool, command: str) -> list[int]:
    """The numbers given; none stands for all, and has to be said."""
    from navette.domain.errors import ConfigurationError
    from navette.domain.messages import cli as messages

    if not numbers and not everything:
        raise ConfigurationError(messages.MISSING_PARAMETER, parameter="NUMBER", command=command)
    return [] if everything else list(numbers or [])
