"""Pictures and documents."""

import struct
import zlib
from base64 import b64decode

import pytest
from shop_client import ShopClient, product, record


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + _chunk(b"IEND", b"")
)


@pytest.fixture
def article(api: ShopClient) -> int:
    return api.post("products", product("A")).id


def test_first_picture_is_the_cover(api: ShopClient, article: int) -> None:
    first = api.upload(f"images/products/{article}", PNG)
    assert first.status == 200
    assert first.xml.findtext("image/cover") == "1"
    assert b64decode(first.xml.findtext("content")) == PNG
    second = api.upload(f"images/products/{article}", PNG)
    assert (second.xml.findtext("image/cover"), second.xml.findtext("image/position")) == ("", "2")
    shown = api.get(f"products/{article}")
    assert shown.linked("images") == [first.xml.findtext("image/id"), second.xml.findtext("image/id")]
    assert shown.value("id_default_image") == first.xml.findtext("image/id")


def test_picture_is_read_replaced_and_deleted(api: ShopClient, article: int) -> None:
    key = api.upload(f"images/products/{article}", PNG).xml.findtext("image/id")
    address = f"images/products/{article}/{key}"
    assert (api.get(address).headers["content-type"], api.get(address).body) == ("image/png", PNG)
    assert api.upload(address, PNG).codes == [65]
    assert api.upload(f"{address}?ps_method=PUT", PNG).headers["content-type"] == "image/jpeg"
    assert api.delete(address).status == 200
    assert api.get(f"images/products/{article}").status == 404
    assert api.get(f"products/{article}").value("id_default_image") == ""


def test_put_with_a_form_brings_no_picture(api: ShopClient, article: int) -> None:
    key = api.upload(f"images/products/{article}", PNG).xml.findtext("image/id")
    answer = api.ask("PUT", f"/api/images/products/{article}/{key}", PNG, {"Content-Type": "image/png"})
    assert (answer.status, answer.codes) == (400, [76])


def test_what_is_no_picture(api: ShopClient, article: int) -> None:
    assert api.upload(f"images/products/{article}", b"hello").codes == [76]
    assert api.upload(f"images/products/{article}", PNG, name="file").codes == [76]
    assert api.upload("images/products/99", PNG).codes == [76]
    assert api.get(f"images/products/{article}/99").codes == [57]
    assert api.get("images/nothing/1").codes == [48]


def test_pictures_of_a_product_fail_in_json(api: ShopClient, article: int) -> None:
    api.upload(f"images/products/{article}", PNG)
    assert api.get(f"images/products/{article}?output_format=JSON").status == 500


def test_picture_of_a_category(api: ShopClient) -> None:
    assert api.get("images/categories/2").codes == [61]
    assert api.upload("images/categories/2", PNG).body == PNG
    assert api.upload("images/categories/2", PNG).codes == [65]
    assert api.delete("images/categories/2").status == 200
    assert api.get("images/categories/2").status == 500


def test_document_is_stored_although_the_answer_is_500(api: ShopClient, article: int) -> None:
    answer = api.upload("attachments/file", b"%PDF-1.4", "file", "manual.pdf", "application/pdf")
    assert (answer.status, answer.codes) == (500, [3])
    (key,) = api.get("attachments").ids
    assert api.get(f"attachments/{key}").value("file_name") == "manual.pdf"
    assert api.get(f"attachments/file/{key}").body == b"%PDF-1.4"
    api.patch(f"products/{article}", record("product", id=article, attachments=[{"id": key}]))
    shown = api.get(f"products/{article}")
    assert (shown.linked("attachments"), shown.value("cache_has_attachments")) == ([str(key)], "1")
    assert api.delete(f"attachments/{key}").status == 200
    assert api.get(f"products/{article}").value("cache_has_attachments") == "0"
    assert api.get(f"attachments/file/{key}").status == 500


def test_document_is_replaced(api: ShopClient) -> None:
    api.upload("attachments/file", b"old", "file", "a.pdf", "application/pdf")
    (key,) = api.get("attachments").ids
    answer = api.upload(f"attachments/file/{key}", b"newer", "file", "b.pdf", "application/pdf")
    assert (answer.status, answer.value("file_name"), answer.value("file_size")) == (200, "b.pdf", "5")
    assert api.get(f"attachments/file/{key}").body == b"newer"
