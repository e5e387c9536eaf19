"""One call of the program: what was asked of the whole command, its outputs, its data folder."""

from functools import cached_property
from typing import TYPE_CHECKING

import typer

from navette.cli.common import CommonOptions

if TYPE_CHECKING:
    from navette.bootstrap import Workspace
    from navette.cli.output import Output


class Call:
    """Passed to every command; nothing is opened before it is used."""

    def __init__(self, common: CommonOptions) -> None:
        self.common = common

    @cached_property
    def output(self) -> "Output":
        """Where the command writes."""
        from navette.cli.output import Output

        return Output(self.common.language, as_json=self.common.as_json)

    @cached_property
    def workspace(self) -> "Workspace":
        """The data folder, opened, with its log."""
        from navette.bootstrap import open_workspace
        from navette.log import write_log_to

        workspace = open_workspace(self.common.data_dir)
        write_log_to(workspace.store.place.folder)
        return workspace


def call_of(ctx: typer.Context) -> Call:
    """The call that a command belongs to."""
    call = ctx.obj
    if not isinstance(call, Call):
        raise TypeError("A command is called through navette.cli.main only.")
    return call
