"""Pictures of products, categories, brands and suppliers."""

import base64

from navette.demo.shops.prestashop.http_message import Upload
from navette.demo.shops.prestashop.php import closest, to_int
from navette.demo.shops.prestashop.problems import Crash, Refusal
from navette.demo.shops.prestashop.webservice import xml_writer
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.content import Content

KINDS = ("general", "products", "categories", "manufacturers", "suppliers", "stores", "customizations")
ACCEPTED = "image/gif, image/jpg, image/jpeg, image/pjpeg, image/png, image/webp, image/x-png"
SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
NOT_A_PICTURE = "Image format not recognized, allowed formats are: gif, jpg, jpeg, jpe, png, webp"
NO_PICTURE = 'Please set an "image" parameter with image data for value'
IS_THERE = "This image already exists. To modify it, please use the PUT method"
NOT_ON_DISK = "This image does not exist on disk"
GENERAL = ("header", "mail", "invoice", "store_icon")
SIZE_AT = 4
RIGHTS = 'get="true" put="false" post="false" patch="false" delete="false" head="true"'


def answer_images(call: Call) -> Content:
    """Answer a request for pictures."""
    kind, owner, image = [*call.segments, "", "", "", ""][1:4]
    if not kind:
        return _kinds(call)
    if kind == "customizations":
        raise Crash
    if kind == "general":
        return _general(call, owner)
    if kind not in KINDS:
        hint = f'Did you mean: "{closest(kind, list(KINDS))}"? The full list is: "{_listed()}"'
        raise Refusal(400, f'Image of type "{kind}" does not exist. {hint}', 48)
    if not owner:
        return _owners(call, kind)
    call.records = 1
    if kind == "products":
        return _product_image(call, to_int(owner), image)
    return _entity_image(call, kind, to_int(owner))


def _listed() -> str:
    return '", "'.join(KINDS)


def _kinds(call: Call) -> Content:
    if call.wants_json:
        return Content(was_made=True)
    address = f"{call.shop.api}images/"
    items = "".join(
        f'<{kind} xlink:href="{address}{kind}" {RIGHTS} upload_allowed_mimetypes="{ACCEPTED}"/>\n' for kind in KINDS
    )
    return Content(xml_writer.document(f"<image_types>\n{items}</image_types>\n"))


def _owners(call: Call, kind: str) -> Content:
    """List the sizes of the pictures of a kind, and the records that have any."""
    if call.method != "GET":
        raise Refusal(405, "This method is not allowed for listing category images.", 55)
    database = call.shop.database
    if kind == "products":
        owners = database.column("SELECT DISTINCT id_product FROM image ORDER BY id_product")
    else:
        owners = database.column("SELECT id_entity FROM entity_image WHERE kind = ? ORDER BY id_entity", (kind,))
    sizes = f"SELECT id, name FROM image_type WHERE {kind} = 1 ORDER BY name" if kind in KINDS[1:6] else ""
    if call.wants_json:
        return _no_json(call, len(owners))
    api = call.shop.api
    types = "".join(
        f'<image_type id="{key}" name="{name}" xlink:href="{api}image_types/{key}"/>\n'
        for key, name in (database.rows(sizes) if sizes else [])
    )
    images = "".join(f'<image id="{owner}" xlink:href="{api}images/{kind}/{owner}"/>\n' for owner in owners)
    text = f"<image_types>\n{types}</image_types>\n<images>\n{images}</images>\n"
    return Content(xml_writer.document(text))


def _general(call: Call, name: str) -> Content:
    """List the pictures of the shop itself; there are none to read or to change here."""
    if name:
        raise Refusal(405, "This method is not allowed with general image resources.", 49)
    address = f"{call.shop.api}images/general/"
    rights = RIGHTS.replace('put="false"', 'put="true"')
    items = "".join(
        f'<{item} xlink:href="{address}{item}" {rights} upload_allowed_mimetypes="{ACCEPTED}"/>\n' for item in GENERAL
    )
    return Content(xml_writer.document(f"<general_image_types>\n{items}</general_image_types>\n"))


def _product_image(call: Call, product: int, image: str) -> Content:
    database = call.shop.database
    known = database.value("SELECT 1 FROM image WHERE id = ? AND id_product = ?", (to_int(image), product))
    if image and not known and image not in _sizes(call):
        if to_int(image):
            raise Refusal(400, "This image id does not exist", 57)
        raise _unknown_size(call, image)
    if call.method == "POST" and image:
        raise Refusal(400, IS_THERE, 65)
    if call.method in {"GET", "HEAD"}:
        return _show(call, product, to_int(image)) if image else _list(call, product)
    if call.method == "POST":
        return _add(call, product)
    if call.method == "PUT":
        return _replace(call, product, to_int(image))
    if call.method == "DELETE":
        return _delete(call, product, to_int(image))
    raise Refusal(405, "This method is not allowed", 67)


def _sizes(call: Call) -> list[str]:
    names: list[str] = call.shop.database.column("SELECT name FROM image_type WHERE products = 1 ORDER BY name")
    return names


def _unknown_size(call: Call, size: str) -> Refusal:
    names = _sizes(call)
    listed = '", "'.join(names)
    hint = f'Did you mean: "{closest(size, names)}"? The full list is: "{listed}"'
    return Refusal(400, f"This image size does not exist. {hint}", 58)


def _list(call: Call, product: int) -> Content:
    sql = "SELECT id FROM image WHERE id_product = ? ORDER BY position, id"
    images = call.shop.database.column(sql, (product,))
    if not images:
        return Content(status=404)
    if call.wants_json:
        return _no_json(call, len(images) + 1)
    address = f"{call.shop.api}images/products/{product}"
    items = "".join(f'<declination id="{key}" xlink:href="{address}/{key}"/>\n' for key in images)
    return Content(xml_writer.document(f'<image id="{product}">\n{items}</image>\n'))


def _no_json(call: Call, count: int) -> Content:
    """Fail as the shop does on every entry of a list of pictures in JSON."""
    for _ in range(count):
        call.problems.warn('Undefined array key "objectsNodeName"', "classes/webservice/WebserviceOutputJSON.php", 127)
    return Content(was_made=True)


def _show(call: Call, product: int, image: int) -> Content:
    """Return a picture; that of another size is not made smaller."""
    if len(call.segments) > SIZE_AT and call.segments[SIZE_AT] not in _sizes(call):
        raise _unknown_size(call, call.segments[SIZE_AT])
    sql = "SELECT content, mime FROM image WHERE id = ? AND id_product = ?"
    row = call.shop.database.row(sql, (image, product))
    if row is None:
        return Content(status=404)
    return Content(bytes(row[0]), content_type=str(row[1]))


def _add(call: Call, product: int) -> Content:
    """Store a picture; the first one of a product is its cover."""
    upload, mime = _posted(call)
    database = call.shop.database
    if database.value("SELECT 1 FROM product WHERE id = ?", (product,)) is None:
        raise Refusal(400, f"Product {product} does not exist", 76)
    place, cover = database.rows("SELECT max(position), max(cover) FROM image WHERE id_product = ?", (product,))[0]
    position, is_cover = (place or 0) + 1, not cover
    values = {"id_product": product, "position": position, "cover": 1 if is_cover else None}
    key = database.insert("image", values | {"mime": mime, "content": upload.content})
    if call.wants_json:
        return Content(was_made=True)
    return Content(xml_writer.document(_image_xml(call, key, product, position, upload, is_cover=is_cover)))


def _image_xml(call: Call, key: int, product: int, position: int, upload: Upload, *, is_cover: bool) -> str:
    texts = "".join(
        f'<language id="{language}" xlink:href="{call.shop.api}languages/{language}"><![CDATA[]]></language>'
        for language in call.languages
    )
    encoded = base64.b64encode(upload.content).decode()
    fields = {"id": key, "id_product": product, "position": position, "cover": "1" if is_cover else ""}
    plain = "".join(f"<{name}><![CDATA[{value}]]></{name}>\n" for name, value in fields.items())
    return (
        f"<image>\n{plain}<legend>{texts}</legend>\n</image>\n"
        f'<content encode="base64"><![CDATA[{encoded}]]></content>\n'
    )


def _replace(call: Call, product: int, image: int) -> Content:
    """Store another picture under the same id; only POST with `ps_method=PUT` brings one."""
    if not image:
        raise Refusal(500, NOT_ON_DISK, 63)
    upload, mime = _posted(call)
    sql = "UPDATE image SET mime = ?, content = ? WHERE id = ? AND id_product = ?"
    call.shop.database.write(sql, (mime, upload.content, image, product))
    return Content(upload.content, content_type="image/jpeg")


def _delete(call: Call, product: int, image: int) -> Content:
    """Remove a picture; without its id nothing happens, and a product without its cover has none."""
    sql = "DELETE FROM image WHERE id = ? AND id_product = ?"
    call.shop.database.write(sql, (image, product))
    call.shop.database.write("DELETE FROM product_attribute_image WHERE id_image = ?", (image,))
    return Content()


def _entity_image(call: Call, kind: str, owner: int) -> Content:
    database = call.shop.database
    sql = "SELECT content, mime FROM entity_image WHERE kind = ? AND id_entity = ?"
    row = database.row(sql, (kind, owner))
    if call.method == "POST" and row is not None:
        raise Refusal(400, IS_THERE, 65)
    if call.method == "POST" or (call.method == "PUT" and row is not None):
        upload, mime = _posted(call)
        values = (kind, owner, mime, upload.content)
        database.write("INSERT OR REPLACE INTO entity_image VALUES (?, ?, ?, ?)", values)
        return Content(upload.content, content_type=mime if call.method == "POST" else "image/jpeg")
    if row is None:
        codes = {"GET": 61, "HEAD": 61, "PUT": 63, "DELETE": 64}
        raise Refusal(500, NOT_ON_DISK, codes.get(call.method, 61))
    if call.method == "DELETE":
        database.write("DELETE FROM entity_image WHERE kind = ? AND id_entity = ?", (kind, owner))
        return Content()
    return Content(bytes(row[0]), content_type=str(row[1]))


def _posted(call: Call) -> tuple[Upload, str]:
    """Return the picture of a form with its kind; a real PUT brings none."""
    upload = call.request.uploads().get("image") if call.request.method == "POST" else None
    if upload is None or not upload.content:
        raise Refusal(400, NO_PICTURE, 76)
    for signature, mime in SIGNATURES.items():
        if upload.content.startswith(signature) and (mime != "image/png" or upload.content[12:16] == b"IHDR"):
            return upload, mime
    raise Refusal(400, f"Image upload error : {NOT_A_PICTURE}", 76)
