"""The program `navette`: its commands, in the order in which they are met."""

from navette.cli import backup, checks, company, demo, profile, profile_files, profile_suggest, quarantine, run, runs
from navette.cli.app import Root, app

root = app(cls=Root, name="navette", help="Carries articles, prices, stock and orders between Sage 100 and a web shop.")
root.add_typer(demo.commands)
root.add_typer(company.commands, name="company")
profile.commands.add_typer(profile_files.commands)
profile.commands.add_typer(profile_suggest.commands)
root.add_typer(profile.commands, name="profile")
root.add_typer(checks.commands)
root.add_typer(run.commands)
root.add_typer(runs.commands)
root.add_typer(quarantine.commands, name="quarantine")
root.add_typer(backup.commands)


def main() -> None:
    """Run the command line of this process."""
    root()
