"""`navette profile`: one company, one shop, and all the settings between them."""

from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.words import Confirmed, ProfileArgument

commands = app(help="Profiles: one company, one shop, and all the settings between them.")

Settings = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME=VALUE",
        help="Options such as articles.stock.basis=a_terme, or entries such as mapping.taxes.C20=1. "
        "A password or key given as - is asked for, or read from the standard input.",
    ),
]
NewName = Annotated[str, typer.Argument(metavar="NEW_NAME", help="Name of the new profile.")]


@commands.command("list", cls=NavetteCommand, help="List the profiles.")
def list_profiles(ctx: typer.Context) -> None:
    """List the profiles."""
    from navette.cli.profile_view import profile_object, show_profiles

    call = call_of(ctx)
    profiles = call.workspace.store.profiles.all()
    data = {"profiles": [profile_object(record) for record in profiles]}
    call.output.result(data, lambda console: show_profiles(profiles, call.output, console))


@commands.command("show", cls=NavetteCommand, help="Show a profile: what differs from the defaults, what is missing.")
def show(
    ctx: typer.Context,
    profile: ProfileArgument,
    everything: Annotated[bool, typer.Option("--all", help="Also the options that have their default.")] = False,
) -> None:
    """Show the settings of a profile."""
    from navette.cli.profile_view import settings_object, show_settings

    call = call_of(ctx)
    view = call.workspace.settings.view(profile)
    data = settings_object(view, call.output, everything=everything)
    call.output.result(data, lambda console: show_settings(view, call.output, console, everything=everything))


@commands.command("create", cls=NavetteCommand, help="Make a profile, with settings if wished.")
def create(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the profile.")],
    settings: Settings = None,
) -> None:
    """Make a profile."""
    from navette.cli.profile_view import profile_object
    from navette.cli.settings_text import settings_with_secrets
    from navette.config.changes import changes_of
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    record = call.workspace.settings.create(name, changes_of(settings_with_secrets(settings or [], call.output)))
    call.output.done(messages.CREATED, profile_object(record), name=record.name, slug=record.slug)


@commands.command("set", cls=NavetteCommand, help="Change settings; all of them or, if one is wrong, none.")
def set_values(
    ctx: typer.Context,
    profile: ProfileArgument,
    settings: Settings = None,
    unset: Annotated[
        list[str] | None, typer.Option("--unset", metavar="NAME", help="Give an option or entry back to its default.")
    ] = None,
    moved: Annotated[
        bool, typer.Option("--moved", help="The company or shop is the same one at a new address.")
    ] = False,
    another: Annotated[
        bool, typer.Option("--another", help="The new address is that of another company or shop.")
    ] = False,
) -> None:
    """Change the settings of a profile."""
    from navette.bootstrap import Moved
    from navette.cli.profile_view import profile_object
    from navette.cli.settings_text import settings_with_secrets
    from navette.config.changes import changes_of
    from navette.domain.errors import ConfigurationError
    from navette.domain.messages import cli as cli_messages
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    if not settings and not unset:
        raise ConfigurationError(cli_messages.MISSING_PARAMETER, parameter="NAME=VALUE", command=ctx.command_path)
    service = call.workspace.settings
    known = service.stored(profile).values
    changes = changes_of(settings_with_secrets(settings or [], call.output), unset or [], known)
    answer = Moved.SAME if moved else Moved.OTHER if another else Moved.UNSAID
    record = service.change(profile, changes, answer)
    number = len(changes.values) + sum(len(rows) for rows in changes.mappings.values())
    call.output.done(messages.CHANGED, profile_object(record), name=record.name, number=number)


@commands.command("default", cls=NavetteCommand, help="Make a profile the one that is meant when none is named.")
def default(ctx: typer.Context, profile: ProfileArgument) -> None:
    """Choose the default profile."""
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    profiles = call.workspace.store.profiles
    profiles.set_default(profile)
    call.output.done(messages.DEFAULT_SET, name=profiles.get(profile).name)


@commands.command("duplicate", cls=NavetteCommand, help="Make a profile with the settings of another one.")
def duplicate(ctx: typer.Context, profile: ProfileArgument, new_name: NewName) -> None:
    """Duplicate a profile."""
    from navette.cli.profile_view import profile_object
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    workspace = call.workspace
    record = workspace.store.profiles.duplicate(profile, new_name, user=workspace.user)
    call.output.done(messages.CREATED, profile_object(record), name=record.name, slug=record.slug)


@commands.command("rename", cls=NavetteCommand, help="Give a profile another name.")
def rename(ctx: typer.Context, profile: ProfileArgument, new_name: NewName) -> None:
    """Rename a profile."""
    from navette.cli.profile_view import profile_object
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    workspace = call.workspace
    record = workspace.store.profiles.rename(profile, new_name, user=workspace.user)
    call.output.done(messages.RENAMED, profile_object(record), name=record.name, slug=record.slug)


@commands.command("delete", cls=NavetteCommand, help="Delete a profile with its settings, runs and quarantine.")
def delete(ctx: typer.Context, profile: ProfileArgument, yes: Confirmed = False) -> None:
    """Delete a profile."""
    from navette.cli.confirmation import require_confirmation
    from navette.domain.messages import profile as messages

    call = call_of(ctx)
    workspace = call.workspace
    record = workspace.store.profiles.get(profile)
    require_confirmation(call.output, messages.DELETION, confirmed=yes, name=record.name)
    workspace.store.profiles.delete(record.slug, user=workspace.user)
    call.output.done(messages.DELETED, name=record.name)
