"""The files of attachments: sent in a form, read back as they are."""

import secrets

from navette.demo.shops.prestashop.http_message import Upload
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.problems import Refusal
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.content import Content, details_of

FILE = "classes/webservice/WebserviceSpecificManagementAttachments.php"


def answer_attachments(call: Call) -> Content:
    """Answer a request under `attachments/file`."""
    key = to_int(call.segments[2]) if len(call.segments) > 2 else 0
    call.records = 1
    if call.method in {"GET", "HEAD"}:
        return _file(call, key)
    if call.method == "DELETE":
        return Content(was_made=True)
    upload = call.request.uploads().get("file") or _nothing(call)
    known = call.shop.find("attachments", key) if key else None
    if known is None:
        _add(call, upload)
        return Content(was_made=True)
    _replace(call, known, upload)
    return details_of(call, key)


def _nothing(call: Call) -> Upload:
    """Return what the shop stores of a request without a file in the field `file`: its whole body as it came."""
    is_form = call.request.headers.get("content-type", "").startswith("multipart/form-data")
    content = b"" if is_form and call.request.method == "POST" else call.request.body
    return Upload("file", f"{secrets.token_hex(7)}.{secrets.randbelow(10**8):08}", "application/x-empty", content)


def _file(call: Call, key: int) -> Content:
    record = call.shop.find("attachments", key)
    if record is None:
        raise Refusal(500, f"Attachment {key} not found", 1)
    sql = "SELECT content FROM attachment_file WHERE file = ?"
    content = call.shop.database.value(sql, (record.text("file"),))
    if content is None:
        raise Refusal(500, f"Unable to load the attachment file for attachment {key}", 1)
    return Content(bytes(content), content_type=record.text("mime"))


def _add(call: Call, upload: Upload) -> None:
    """Store a file; PHP warns of the name that is not there yet, so that the answer is 500 all the same."""
    call.problems.warn("Trying to access array offset on value of type null", FILE, 344)
    record = Record(call.shop.resources["attachments"])
    record["name"] = dict.fromkeys(call.shop.languages(), upload.filename)
    record["description"] = {}
    _store(call, record, upload)
    call.shop.records.insert(record)


def _replace(call: Call, record: Record, upload: Upload) -> None:
    call.shop.database.write("DELETE FROM attachment_file WHERE file = ?", (record.text("file"),))
    _store(call, record, upload)
    call.shop.records.update(record)


def _store(call: Call, record: Record, upload: Upload) -> None:
    file = secrets.token_hex(20)
    call.shop.database.write("INSERT INTO attachment_file VALUES (?, ?)", (file, upload.content))
    record["file"] = file
    record["file_name"] = upload.filename
    record["file_size"] = str(len(upload.content))
    record["mime"] = upload.content_type
