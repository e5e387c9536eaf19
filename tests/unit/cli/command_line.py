"""The command line as a person or a program calls it."""

import json
from dataclasses import dataclass
from typing import Any

from typer.testing import CliRunner

from navette.cli.main import root


@dataclass(frozen=True)
class Answer:
    """What a command wrote and the code with which it left."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> Any:
        """The one JSON object on the standard output; anything else there fails."""
        return json.loads(self.out)


def navette(*line: object, given: str = "") -> Answer:
    result = CliRunner(env={"COLUMNS": "200"}).invoke(root, [str(word) for word in line], input=given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)
