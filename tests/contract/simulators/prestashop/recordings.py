"""The recordings of a real PrestaShop 8.2.1, read from their files, and answers made comparable with them."""

import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path

REFERENCE = Path(__file__).parents[5] / "shared" / "reference" / "prestashop"
HOST = "shop.example"
KEY = "RECORDEDKEYRECORDEDKEYRECORDEDKE"
LIMITED_KEY = "LIMITEDKEYLIMITEDKEYLIMITEDKEYLI"
KEYS = {
    "KEY": KEY,
    "KEY-WITH-GET-ON-PRODUCTS-ONLY": LIMITED_KEY,
    "UNKNOWN-32-CHARACTER-KEY": "UNKNOWNKEYUNKNOWNKEYUNKNOWNKEYUN",
}
COMPARED_HEADERS = ("content-type", "x-powered-by", "psws-version", "www-authenticate", "location")
SAMPLES_TAKEN_AFTER = "084-search"

NAMED_KEY = re.compile(r"^Basic base64\((.*):\)$")
PICTURE = re.compile(r'<content encode="base64"><!\[CDATA\[(.*?)\]\]>')
PICTURE_MARK = "[bytes of the picture]"
SAMPLE_ROW = re.compile(r"\| `([\w-]+)(?: \(XML only\))?` \| `GET (\S+)` \|")

# what differs from one day, one random number, one folder to the next
CHANGING = (
    (re.compile(r"(?:\\?/\w+)+(?=\\?/classes)"), "SHOP"),
    (re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"), "MOMENT"),
    (re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)"), "DAY"),
    (re.compile(r"\b[0-9a-f]{40}\b"), "SHA1"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "MD5"),
    (re.compile(r"\$2y\$10\$(?:[.A-Za-z0-9]|\\?/){53}"), "PASSWORD"),
    (re.compile(r"(<token><!\[CDATA\[)\w*"), r"\1TOKEN"),
    (re.compile(r'("token":")\w*'), r"\1TOKEN"),
)


@dataclass(frozen=True)
class Exchange:
    """One request and the answer that the real shop gave."""

    name: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    status: int
    answer_headers: dict[str, str]
    answer: str


def exchanges() -> list[Exchange]:
    """Return the recordings in the order in which they were taken."""
    return [_read(file) for file in sorted(REFERENCE.glob("e*/*.http"), key=lambda file: file.name)]


def samples() -> dict[str, str]:
    """Return the requests of the samples by the names of their files."""
    readme = REFERENCE / "README.md"
    text = readme.read_text("utf-8") if readme.exists() else ""
    requests = {}
    for name, path in SAMPLE_ROW.findall(text):
        separator = "&" if "?" in path else "?"
        requests[f"{name}.xml"] = path
        requests[f"{name}.json"] = f"{path}{separator}output_format=JSON"
    return {name: path for name, path in requests.items() if (REFERENCE / "samples" / name).exists()}


def schemas() -> list[str]:
    """Return the names of the recorded schemas: resource and kind."""
    return sorted(file.name.removesuffix(".xml") for file in REFERENCE.glob("schema/*.xml"))


def comparable(text: str) -> str:
    """Return a text without what differs from one day, and one random number, to the next."""
    for pattern, replacement in CHANGING:
        text = pattern.sub(replacement, text)
    return text.replace("\r\n", "\n").rstrip("\n")


def authorization(key: str) -> str:
    """Return the header's value for a key."""
    return "Basic " + b64encode(f"{key}:".encode()).decode()


def _read(file: Path) -> Exchange:
    asked, answered = file.read_text("utf-8").split(">>>>>>>> answer\n")
    first, headers, body = _message(asked)
    status_line, answer_headers, answer = _message(answered)
    method, path = first.removesuffix(" HTTP/1.1").split(" ", 1)
    key = NAMED_KEY.match(headers.get("authorization", ""))
    if key:
        headers["authorization"] = authorization(KEYS.get(key[1], key[1]))
    content = _content(body.removesuffix("\n\n"))
    return Exchange(file.stem, method, path, headers, content, int(status_line.split(" ")[1]), answer_headers, answer)


def _message(text: str) -> tuple[str, dict[str, str], str]:
    head, _, body = text.partition("\n\n")
    first, *lines = head.split("\n")
    headers = (line.split(": ", 1) for line in lines if ": " in line)
    return first, {name.lower(): value for name, value in headers}, body


def _content(body: str) -> bytes:
    """Return a recorded body, with the picture where the recording only names it."""
    if body == "[as in image-create]":
        return _read(REFERENCE / "exchanges" / "024-image-create.http").body
    if not body.startswith("--BOUNDARY"):
        return body.encode()
    before, mark, after = body.replace("\n", "\r\n").partition(PICTURE_MARK)
    return before.encode() + (_picture() if mark else b"") + after.encode()


def _picture() -> bytes:
    """Return the picture that was sent, which the answer repeats."""
    text = (REFERENCE / "exchanges" / "024-image-create.http").read_text("utf-8")
    found = PICTURE.search(text)
    assert found is not None
    return b64decode(found[1])
