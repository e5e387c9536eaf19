"""`navette demo`: a sample company, a simulated shop, and the whole round trip between them."""

from pathlib import Path
from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of

commands = app()


@commands.command(
    "demo", cls=NavetteCommand, help="Show the whole round trip on a sample company and a simulated shop."
)
def demo(
    ctx: typer.Context,
    shop: Annotated[str, typer.Option("--shop", metavar="KIND", help="Kind of the simulated shop.")] = "prestashop",
    headless: Annotated[
        bool, typer.Option("--headless", help="End with the round trip; do not keep the shop open.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--dir", metavar="DIR", help="Folder to work in; by default a new one.")
    ] = None,
    articles: Annotated[
        int, typer.Option("--articles", metavar="N", min=1, max=200_000, help="How many articles the company has.")
    ] = 120,
) -> int:
    """Run the demo."""
    from navette.cli.demo_view import run_demo

    return run_demo(call_of(ctx).output, kind=shop, folder=folder, articles=articles, keeps_open=not headless)
