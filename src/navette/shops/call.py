"""A request to a shop and its answer, as the door carries them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

READING = frozenset({"GET", "HEAD"})


def new_request_id() -> str:
    """Id that stands in the log, in the request's header and in the error that it ends in."""
    return uuid4().hex[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file to send as multipart form data."""

    field: str
    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: path under the base URL, query, body or file. `resource` is its name in messages and logs."""

    method: str
    path: str
    resource: str
    query: Sequence[tuple[str, str]] = ()
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None
    request_id: str = field(default_factory=new_request_id)

    @property
    def is_read(self) -> bool:
        """Whether the call changes nothing in the shop."""
        return self.method in READING


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whole."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    request_id: str

    @property
    def media_type(self) -> str:
        """Content type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
