"""Errors as the web service gathers them, and the ways in which PHP stops."""

from dataclasses import dataclass, field

SHOP_FOLDER = "/var/www/html"


class Crash(Exception):  # noqa: N818  PHP stops: no error of the web service, an answer without its form
    """PHP stopped in the middle: status 500 with an empty body or a bare sentence; what was written stays."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refusal(Exception):  # noqa: N818  named for what the shop does
    """The web service refuses a request for pictures or files."""

    def __init__(self, status: int, message: str, code: int) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code


@dataclass
class Problems:
    """The errors of one request; the last status set wins."""

    status: int = 200
    entries: list[tuple[int, str]] = field(default_factory=list)

    def add(self, status: int, message: str, code: int) -> None:
        """Note an error."""
        self.status = status
        self.entries.append((code, message))

    def warn(self, message: str, file: str, line: int) -> None:
        """Note a PHP warning, which turns the whole answer into a 500 with code 3."""
        self.add(500, f"[PHP Warning #2] {message} ({SHOP_FOLDER}/{file}, line {line})", 3)

    def __bool__(self) -> bool:
        return bool(self.entries)
