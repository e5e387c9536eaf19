"""What comes in and goes out over HTTP, free of sockets."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP

from navette.demo.shops.prestashop.php_query import Parameters, parse_query

REASONS = {
    200: "OK", 201: "Created", 204: "No Content", 302: "Found", 304: "Not Modified", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
    503: "Service Unavailable",
}  # fmt: skip


@dataclass(frozen=True)
class Upload:
    """One file of a multipart form."""

    name: str
    filename: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Request:
    """One request; header names are in lower case."""

    method: str
    path: str
    query_text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def query(self) -> Parameters:
        """Return the parameters of the address."""
        return parse_query(self.query_text)

    @property
    def host(self) -> str:
        """Return the host that was asked, with its port."""
        return self.headers.get("host", "")

    def uploads(self) -> dict[str, Upload]:
        """Return the files of a multipart body by their field name."""
        content_type = self.headers.get("content-type", "")
        if not content_type.startswith("multipart/form-data"):
            return {}
        head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
        message = BytesParser(policy=HTTP).parsebytes(head + self.body)
        found: dict[str, Upload] = {}
        for part in message.walk():
            filename = part.get_filename()
            name = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if isinstance(name, str) and filename is not None and isinstance(content, bytes):
                found[name] = Upload(name, filename, part.get_content_type(), content)
        return found


@dataclass
class Response:
    """One answer."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """Return the words beside the status."""
        return REASONS.get(self.status, "")


def html_page(status: int, page: str) -> Response:
    """Answer with a page for people."""
    return Response(status, page.encode(), {"Content-Type": "text/html; charset=utf-8"})


def json_answer(status: int, content: object) -> Response:
    """Answer with JSON."""
    return Response(status, json.dumps(content, ensure_ascii=False).encode(), {"Content-Type": "application/json"})
