"""`navette backup` and `navette restore`."""

from pathlib import Path
from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of
from navette.cli.profile_files import Passphrase, passphrase_given
from navette.cli.words import Confirmed

commands = app()


@commands.command("backup", cls=NavetteCommand, help="Write profiles, links and history to one file.")
def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write.")],
    passphrase: Passphrase = None,
) -> None:
    """Write a backup."""
    from navette.bootstrap.backups import back_up
    from navette.domain.messages import backup as messages

    call = call_of(ctx)
    given = passphrase_given(passphrase)
    back_up(call.workspace.store, file, given)
    message = messages.WRITTEN if given is None else messages.WRITTEN_WITH_SECRETS
    call.output.done(message, {"file": str(file), "with_secrets": given is not None}, file=file)


@commands.command("restore", cls=NavetteCommand, help="Put a backup back in the place of what is there.")
def restore(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="File made by: navette backup")] = None,
    after: Annotated[
        bool, typer.Option("--after", help="The database was put back by other means (pg_restore): make it safe.")
    ] = False,
    passphrase: Passphrase = None,
    yes: Confirmed = False,
) -> None:
    """Put a backup back."""
    from navette.bootstrap import backups
    from navette.cli.confirmation import require_confirmation
    from navette.domain.errors import ConfigurationError
    from navette.domain.messages import backup as messages
    from navette.domain.messages import cli as cli_messages

    call = call_of(ctx)
    if after:
        backups.after_restore(call.workspace.store)
        call.output.done(messages.MADE_SAFE)
        return
    if file is None:
        raise ConfigurationError(cli_messages.MISSING_PARAMETER, parameter="FILE", command=ctx.command_path)
    require_confirmation(call.output, messages.RESTORING, confirmed=yes, file=file)
    complete = backups.restore(call.workspace.store, file, passphrase_given(passphrase))
    message = messages.RESTORED if complete else messages.RESTORED_WITHOUT_SECRETS
    call.output.done(message, {"file": str(file), "with_secrets": complete})
