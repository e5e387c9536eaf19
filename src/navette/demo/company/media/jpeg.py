"""JPEG files from blocks of one colour each: baseline, with constant coefficients only."""

import struct
from collections.abc import Callable

_QUANTISER = 8  # of the constant coefficient, whose unit is an eighth of a grey level
_LENGTH_CODES = {0: "00", 1: "010", 2: "011", 3: "100", 4: "101", 5: "110", 6: "1110", 7: "11110", 8: "111110"}
_END_OF_BLOCK = "0"


def jpeg(blocks: int, colour: Callable[[int, int], tuple[int, int, int]]) -> bytes:
    """Draw a square picture of `blocks` times `blocks` squares of 8 pixels."""
    return b"".join(
        [
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
            _segment(0xDB, b"\x00" + bytes([_QUANTISER] * 64)),
            _segment(
                0xC0, struct.pack(">BHHB", 8, blocks * 8, blocks * 8, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
            ),
            _segment(0xC4, b"\x00" + bytes([0, 1, 5, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + bytes(range(9))),
            _segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\x00"),
            _segment(0xDA, b"\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"),
            _scan(blocks, colour),
            b"\xff\xd9",
        ]
    )


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _scan(blocks: int, colour: Callable[[int, int], tuple[int, int, int]]) -> bytes:
    before = [0, 0, 0]
    bits: list[str] = []
    for row in range(blocks):
        for column in range(blocks):
            for component, level in enumerate(_luminance_and_chroma(*colour(column, row))):
                bits.append(_difference(level - before[component]) + _END_OF_BLOCK)
                before[component] = level
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    data = int(stream, 2).to_bytes(len(stream) // 8, "big")
    return data.replace(b"\xff", b"\xff\x00")


def _luminance_and_chroma(red: int, green: int, blue: int) -> tuple[int, int, int]:
    luminance = 0.299 * red + 0.587 * green + 0.114 * blue
    return round(luminance) - 128, round(0.564 * (blue - luminance)), round(0.713 * (red - luminance))


def _difference(value: int) -> str:
    """Code a difference: the length of its bits, then the bits; a negative one as its complement."""
    length = abs(value).bit_length()
    if not length:
        return _LENGTH_CODES[0]
    bits = value if value > 0 else value + (1 << length) - 1
    return f"{_LENGTH_CODES[length]}{bits:0{length}b}"
