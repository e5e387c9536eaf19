"""The contract of a shop: pictures."""

import struct
import zlib
from pathlib import Path

import pytest
from shop_benches import ShopBench

from navette.domain.binding import RecordKind, RemoteFile, ShopRef
from navette.domain.catalog import ImageFile
from navette.ports.shop import ImageWrite

pytestmark = pytest.mark.spec("ART-IMG-1")


def png(grey: int) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, grey])))
        + chunk(b"IEND", b"")
    )


def a_picture(folder: Path, name: str, position: int = 0) -> ImageFile:
    path = folder / name
    path.write_bytes(png(position))
    return ImageFile(path=str(path), content_hash=name, size=1, modified_at=0, position=position)


def sent_before(image: ImageFile, number: str) -> RemoteFile:
    return RemoteFile(RecordKind.PRODUCT, "article:RING", "card", image.path, 1, 0, image.content_hash, 0, number)


def test_pictures_stand_in_their_order(bench: ShopBench, tmp_path: Path) -> None:
    ref = bench.put_product("RING")
    before = len(bench.see(ref).pictures)
    images = [a_picture(tmp_path, f"{number}.png", number) for number in range(3)]
    result = bench.shop.write_images(ImageWrite(ref=ref, add=tuple(reversed(images))))
    assert result.problems == {}
    if before == 0:
        assert bench.see(ref).pictures == tuple(result.sent[image.path] for image in images)


def test_a_picture_is_removed(bench: ShopBench, tmp_path: Path) -> None:
    ref = bench.put_product("RING")
    one, two = a_picture(tmp_path, "1.png"), a_picture(tmp_path, "2.png", 1)
    sent = bench.shop.write_images(ImageWrite(ref=ref, add=(one, two))).sent
    result = bench.shop.write_images(ImageWrite(ref=ref, remove=(sent_before(one, sent[one.path]),)))
    assert result.problems == {}
    pictures = bench.see(ref).pictures
    assert sent[one.path] not in pictures
    assert sent[two.path] in pictures


def test_a_product_with_pictures_is_found_with_them(bench: ShopBench, tmp_path: Path) -> None:
    ref: ShopRef = bench.put_product("RING")
    bench.shop.write_images(ImageWrite(ref=ref, add=(a_picture(tmp_path, "1.png"),)))
    (found,) = bench.shop.find_products(["RING"], [])
    assert found.has_pictures
