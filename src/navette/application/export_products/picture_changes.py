"""Which pictures of a product are sent, removed, kept: told apart by their content."""

from collections.abc import Sequence
from dataclasses import dataclass

from navette.domain.binding import RecordKind, RemoteFile
from navette.domain.catalog import ImageFile

PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class PictureChanges:
    """Pictures to send, to remove, and those that stay."""

    add: tuple[ImageFile, ...] = ()
    remove: tuple[RemoteFile, ...] = ()
    kept: tuple[RemoteFile, ...] = ()

    @classmethod
    def between(cls, files: Sequence[RemoteFile], images: Sequence[ImageFile]) -> "PictureChanges":
        """What leads from the pictures that the shop has to those of the article."""
        held = {file.content_hash for file in files}
        wanted = {image.content_hash for image in images}
        return cls(
            add=tuple(image for image in images if image.content_hash not in held),
            remove=tuple(file for file in files if file.content_hash not in wanted),
            kept=tuple(file for file in files if file.content_hash in wanted),
        )

    @property
    def removable(self) -> tuple[RemoteFile, ...]:
        """Pictures to remove whose id in the shop is known."""
        return tuple(file for file in self.remove if file.shop_ref)


def adopted_pictures(key: str, images: Sequence[ImageFile]) -> list[RemoteFile]:
    """The pictures of an article, taken as those that its product in the shop has already."""
    return [remote_file(key, image, "") for image in images]


def remote_file(key: str, image: ImageFile, shop_ref: str) -> RemoteFile:
    """A picture as it is remembered once the shop has it."""
    return RemoteFile(
        kind=RecordKind.PRODUCT,
        erp_key=key,
        role=PICTURE,
        source=image.path,
        size=image.size,
        modified_at=image.modified_at,
        content_hash=image.content_hash,
        position=image.position,
        shop_ref=shop_ref,
    )
