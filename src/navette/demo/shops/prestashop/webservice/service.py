"""The web service: from a request to its answer."""

import hashlib
import re
from collections.abc import Callable
from time import perf_counter

from navette.demo.shops.prestashop.http_message import Request, Response
from navette.demo.shops.prestashop.php import closest, is_empty, is_numeric, to_int
from navette.demo.shops.prestashop.php_query import text_of
from navette.demo.shops.prestashop.problems import Crash, Refusal
from navette.demo.shops.prestashop.shop import Shop
from navette.demo.shops.prestashop.webservice import json_writer, xml_writer
from navette.demo.shops.prestashop.webservice.access import METHODS, key_of, rights_of
from navette.demo.shops.prestashop.webservice.attachments import answer_attachments
from navette.demo.shops.prestashop.webservice.call import Call
from navette.demo.shops.prestashop.webservice.content import Content, answer_records
from navette.demo.shops.prestashop.webservice.images import answer_images
from navette.demo.shops.prestashop.webservice.index import index_xml, known_resources
from navette.demo.shops.prestashop.webservice.languages import chosen_languages
from navette.demo.shops.prestashop.webservice.search import answer_search

REALM = "Welcome to PrestaShop Webservice, please enter the authentication key as the login. No password required."
CHALLENGE = {"WWW-Authenticate": f'Basic realm="{REALM}"'}
HTML = {"Content-Type": "text/html; charset=utf-8"}
READ_ONLY = ("PUT", "POST", "PATCH", "DELETE")


def answer(shop: Shop, request: Request) -> tuple[Response, Call]:
    """Answer a request under `/api/`; the call tells what it was about."""
    path = request.path.removeprefix("/api").strip("/")
    method = text_of(request.query, "ps_method") or request.method
    call = Call(shop, request, method, [part for part in path.split("/") if part])
    if _is_elsewhere(shop, request):
        return _redirect(shop, request, path), call
    if key_of(request) is None:
        return Response(401, b"401 Unauthorized", HTML | CHALLENGE), call
    with shop.lock:
        shop.database.begin()
        try:
            return _answered(call), call
        except Crash as crash:
            return Response(500, crash.sentence.encode(), dict(HTML)), call
        finally:
            shop.database.commit()


def _is_elsewhere(shop: Shop, request: Request) -> bool:
    """Tell whether the host or the shop that is asked is not this one."""
    asked = text_of(request.query, "id_shop")
    known = asked in (None, "", "0", "all") or shop.database.value("SELECT 1 FROM shop WHERE id = ?", (to_int(asked),))
    return not known or (is_empty(asked) and request.host != shop.host)


def _redirect(shop: Shop, request: Request, path: str) -> Response:
    others = [part for part in request.query_text.split("&") if part and not part.startswith("id_shop=")]
    target = "&".join([f"url={path.replace('/', '%2F')}", *others])
    return Response(302, b"", HTML | {"Location": f"{shop.address}?{target}"})


def _answered(call: Call) -> Response:
    started = perf_counter()
    rights = rights_of(call.shop.database, key_of(call.request) or "", call.problems)
    headers: dict[str, str] = {} if rights is not None else dict(CHALLENGE)
    content = Content()
    if rights is not None:
        call.rights = rights
        content = _content(call) if _shop_is_right(call) else Content()
    return _response(call, content, headers, round(perf_counter() - started, 3), known=rights is not None)


def _shop_is_right(call: Call) -> bool:
    asked = text_of(call.parameters, "id_shop")
    if asked is not None and asked != "all" and not is_numeric(asked):
        call.problems.add(404, "This shop id does not exist", 999)
        return False
    if asked == "0":
        call.problems.add(403, "No permission for this key on this shop", 132)
        return False
    return True


def _content(call: Call) -> Content:
    languages = chosen_languages(call)
    if languages is None or not _resource_is_right(call) or not _method_is_right(call):
        return Content()
    call.languages = languages
    try:
        return _answering(call)(call)
    except Refusal as refusal:
        call.problems.add(refusal.status, refusal.message, refusal.code)
        return Content(was_made=True)


def _answering(call: Call) -> Callable[[Call], Content]:
    if call.resource_name == "attachments" and call.record_id == "file":
        return answer_attachments
    special = {"": _index, "images": answer_images, "search": answer_search}
    return special.get(call.resource_name, answer_records)


def _index(call: Call) -> Content:
    if call.wants_json:
        raise Crash
    return Content(xml_writer.document(index_xml(call.shop, call.rights)))


def _resource_is_right(call: Call) -> bool:
    name = call.resource_name
    known = known_resources(call.shop.resources)
    if not name or name in call.rights:
        return True
    if name in known:
        call.problems.add(401, f'Resource of type "{name}" is not allowed with this authentication key', 26)
    else:
        listed = '", "'.join(known)
        hint = f'Did you mean: "{closest(name, known)}"? The full list is: "{listed}"'
        call.problems.add(400, f'Resource of type "{name}" does not exists. {hint}', 27)
    return False


def _method_is_right(call: Call) -> bool:
    name, method = call.resource_name, call.method
    resource = call.shop.resources.get(name)
    forbidden = resource.forbidden if resource else READ_ONLY if name == "search" else ()
    if method not in METHODS or (method == "PATCH" and not call.shop.version.has_patch):
        call.problems.add(405, f"Method {method} is not valid", 23)
    elif method in forbidden:
        call.problems.add(405, f"Method {method} is not allowed for the resource {name}", 101)
    elif name and method not in call.rights[name]:
        sentence = f"Method {method} is not allowed for the resource {name} with this authentication key"
        call.problems.add(405, sentence, 25)
    else:
        return True
    return False


def _response(call: Call, content: Content, headers: dict[str, str], seconds: float, *, known: bool) -> Response:
    body, content_type = content.body, content.content_type
    if content.was_made or content.body:
        headers["Content-Sha1"] = hashlib.sha1(content.body, usedforsecurity=False).hexdigest()
    if call.problems:
        writer = json_writer if call.wants_json else xml_writer
        body, content_type = writer.errors(call.problems.entries), None
    if body:
        usual = "application/json" if call.wants_json else "text/xml;charset=utf-8"
        headers["Content-Type"] = content_type or usual
    headers |= {
        "Access-Time": str(call.shop.clock.epoch()),
        "X-Powered-By": "PrestaShop Webservice",
        "PSWS-Version": call.shop.version.text if known else "0",
        "Execution-Time": re.sub(r"\.0$", "", str(seconds)),
    }
    status = call.problems.status if call.problems else content.status
    return Response(status, body, headers)
