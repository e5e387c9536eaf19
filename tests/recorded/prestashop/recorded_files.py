"""The recordings of a real PrestaShop 8.2.1, kept beside the repository; tests that need them are skipped without."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "reference" / "prestashop"
NEEDS_RECORDINGS = [
    pytest.mark.reference,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the recordings of ../shared/reference are not there"),
]
SEPARATOR = ">>>>>>>> answer"


@dataclass(frozen=True)
class Exchange:
    """A request with its recorded answer."""

    method: str
    target: str
    body: str
    answer: httpx.Response

    @property
    def resource(self) -> str:
        return self.target.removeprefix("/api/").partition("?")[0].partition("/")[0]


def exchanges(*folders: str) -> list[Path]:
    """Files of recorded exchanges, none where there are no recordings."""
    return sorted(path for folder in folders for path in (FOLDER / folder).glob("*.http"))


def read_exchange(path: Path) -> Exchange:
    asked, _, answered = path.read_text(encoding="utf-8").partition(SEPARATOR)
    head, _, body = asked.strip().partition("\n\n")
    method, _, rest = head.partition(" ")
    target = rest.splitlines()[0].removesuffix(" HTTP/1.1")
    return Exchange(method, target, body.strip(), _answer(answered.lstrip("\n")))


def sample(name: str) -> list[Any]:
    """Rows of a recorded list."""
    document = json.loads((FOLDER / "samples" / f"{name}.json").read_text(encoding="utf-8"))
    return list(next(iter(document.values())))


def _answer(text: str) -> httpx.Response:
    head, _, body = text.partition("\n\n")
    first, *lines = head.splitlines()
    headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines if ":" in line]
    return httpx.Response(int(first.split()[1]), headers=headers, content=body.strip().encode())  # type: ignore[arg-type]
