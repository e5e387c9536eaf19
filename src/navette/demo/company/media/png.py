"""PNG files from pixels."""

import struct
import zlib
from collections.abc import Callable

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = struct.pack(">BBBBB", 8, 2, 0, 0, 0)


def png(size: int, pixel: Callable[[int, int], tuple[int, int, int]]) -> bytes:
    """Draw a square picture: `pixel` gives the colour at a column and a row."""
    lines = b"".join(b"\x00" + bytes(part for x in range(size) for part in pixel(x, y)) for y in range(size))
    header = struct.pack(">II", size, size) + _TRUE_COLOUR
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
