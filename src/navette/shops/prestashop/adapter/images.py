"""Pictures of products: one by one, in the order in which they shall stand; the first one is the cover.

The shop keeps the order of sending and has no call to change it. Deleting the cover leaves none, so it is set again.
"""

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from navette.domain.catalog import ImageFile
from navette.domain.errors import RefusedError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.run import Problem
from navette.ports.shop import ImageResult, ImageWrite
from navette.shops.call import Upload
from navette.shops.network_errors import UnsentError
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.failures import Failure, gone
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.client.query import one_of
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.values import to_id
from navette.shops.prestashop.schemas.catalog import PRODUCT_IMAGES, PRODUCTS

TRIES = 3


@dataclass(slots=True)
class _Gallery:
    """The pictures of a product as they are in the shop."""

    product: str
    images: list[str] = field(default_factory=list)
    cover: str = ""


class Images:
    """Implements `write_images`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session

    def write(self, write: ImageWrite) -> ImageResult:
        """Send and remove pictures of one product."""
        gallery = self._gallery(write.ref.id)
        if gallery is None:
            lost = gone(PRODUCTS.name, write.ref.id).problem
            return ImageResult(problems={image.path: lost for image in write.add})
        sent: dict[str, str] = {}
        problems: dict[str, Problem] = {}
        if write.replaces:
            for present in list(gallery.images):
                problems |= self._remove(gallery, present, present)
        for image in sorted(write.add, key=lambda image: image.position):
            outcome = self._send(gallery, image)
            if isinstance(outcome, Failure):
                problems[image.path] = outcome.problem
            else:
                sent[image.path] = outcome
        for old in write.remove:
            if old.shop_ref in gallery.images:
                problems |= self._remove(gallery, old.shop_ref, old.source)
        problems |= self._set_cover(gallery, write.add, sent)
        return ImageResult(sent=sent, problems=problems)

    def _gallery(self, product: str) -> _Gallery | None:
        rows = self._session.client.rows(PRODUCT_IMAGES, filters={"id": one_of([product])})
        if not rows:
            return None
        images = [str(image["id"]) for image in rows[0].get("associations", {}).get("images", ())]
        return _Gallery(product, images, to_id(rows[0].get("id_default_image")))

    def _send(self, gallery: _Gallery, image: ImageFile) -> str | Failure:
        """Send one picture; after a failure the product's pictures tell whether it arrived."""
        name = Path(image.path).name
        try:
            content = Path(image.path).read_bytes()
        except OSError as unreadable:
            reason = unreadable.strerror or type(unreadable).__name__
            return Failure(RefusedError(messages.IMAGE_UNREADABLE, path=name, reason=reason))
        upload = Upload(field="image", name=_plain_name(image.path), content=content, mime_type=_mime_type(image.path))
        failure = Failure(RefusedError(messages.IMAGE_REFUSED, path=name, detail=""))
        for _ in range(TRIES):
            made = ""
            try:
                made = self._session.client.upload_image(gallery.product, upload)
            except RefusedError as refusal:
                self._remove_broken(gallery)
                return Failure(_image_error(name, refusal))
            except UnsentError:
                raise
            except TransientError as doubt:
                failure, made = Failure(doubt), self._new_image(gallery)
            if made:
                gallery.images.append(made)
                gallery.cover = gallery.cover or made
                return made
        return failure

    def _remove_broken(self, gallery: _Gallery) -> None:
        """A file that is no picture is refused, and stands among the pictures all the same."""
        if broken := self._new_image(gallery):
            self._session.client.delete_image(gallery.product, broken)

    def _new_image(self, gallery: _Gallery) -> str:
        """The picture that is there now and was not before, '' if there is none."""
        now = self._gallery(gallery.product)
        new = [image for image in now.images if image not in gallery.images] if now else []
        return new[-1] if new else ""

    def _remove(self, gallery: _Gallery, image: str, source: str) -> dict[str, Problem]:
        try:
            self._session.client.delete_image(gallery.product, image)
        except (RefusedError, TransientError) as error:
            now = self._gallery(gallery.product)
            if now and image in now.images:
                return {source: Failure(error).problem}
        gallery.images.remove(image)
        if gallery.cover == image:
            gallery.cover = ""
        return {}

    def _set_cover(self, gallery: _Gallery, added: Sequence[ImageFile], sent: dict[str, str]) -> dict[str, Problem]:
        """The picture at position 0 if it was just sent, else the present cover, else the first that is left."""
        first = next((sent[image.path] for image in added if image.position == 0 and image.path in sent), "")
        cover = first or gallery.cover or next(iter(gallery.images), "")
        if not cover or cover == gallery.cover:
            return {}
        records = [Record({"id": gallery.product, "id_default_image": cover})]
        failures = change(self._session, PRODUCTS, records, self._session.batch("covers", 1))
        return {path: failure.problem for failure in failures if failure for path in list(sent)[:1]}


def _image_error(name: str, error: RefusedError) -> RefusedError:
    detail = error.values.get("detail", error.code)
    return RefusedError(messages.IMAGE_REFUSED, request_id=error.request_id, path=name, detail=detail)


def _mime_type(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"


def _plain_name(path: str) -> str:
    """A file name for the request: the shop keeps none, so letters that headers cannot carry need not be sent."""
    return f"image{Path(path).suffix.lower()}"
