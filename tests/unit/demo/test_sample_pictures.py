"""Pictures of the sample: real PNG and JPEG files, made with the standard library."""

import struct
import zlib

import pytest

from navette.demo.company.media.drawings import bead_jpeg, ring_png
from navette.demo.company.media.jpeg import jpeg
from navette.demo.company.media.paper import pdf
from navette.demo.company.media.png import png


def png_chunks(content):
    place = 8
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", content[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + data)
        yield kind, data
        place += 12 + length


def test_a_png_holds_its_pixels():
    chunks = dict(png_chunks(png(2, lambda x, y: (x, y, 7))))
    assert struct.unpack(">II", chunks[b"IHDR"][:8]) == (2, 2)
    assert zlib.decompress(chunks[b"IDAT"]) == bytes([0, 0, 0, 7, 1, 0, 7, 0, 0, 1, 7, 1, 1, 7])


@pytest.mark.parametrize("grey", [0, 1, 127, 128, 129, 255])
def test_a_jpeg_of_one_block_codes_its_grey_level(grey):
    content = jpeg(1, lambda _x, _y: (grey, grey, grey))
    scan = content[content.index(b"\xff\xda") + 14 : -2].replace(b"\xff\x00", b"\xff")
    bits = "".join(f"{byte:08b}" for byte in scan)
    lengths = {"00": 0, "010": 1, "011": 2, "100": 3, "101": 4, "110": 5, "1110": 6, "11110": 7, "111110": 8}
    code = next(code for code in lengths if bits.startswith(code))
    raw = bits[len(code) : len(code) + lengths[code]]
    value = int(raw, 2) if raw else 0
    if raw and raw[0] == "0":
        value -= (1 << len(raw)) - 1
    assert value + 128 == grey


def test_pictures_differ_by_number_and_repeat_for_the_same_one():
    assert ring_png(1) == ring_png(1) != ring_png(2)
    assert bead_jpeg(1) == bead_jpeg(1) != bead_jpeg(2)


def test_a_paper_says_its_title_and_its_table_points_to_its_objects():
    content = pdf("Certificat (été) 1")
    assert rb"Certificat \(\xe9t\xe9\) 1".replace(rb"\xe9", b"\xe9") in content
    start = int(content.split(b"startxref\n")[1].split(b"\n")[0])
    offsets = [int(entry[:10]) for entry in content[start:].split(b"\n")[3:9]]
    assert [content[offset : offset + 7] for offset in offsets] == [b"%d 0 obj" % number for number in range(1, 7)]
