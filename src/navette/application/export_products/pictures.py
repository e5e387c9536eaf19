"""The pictures of an article: found, hashed only when they changed on disk (spec ART-IMG)."""

from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path

from navette.application.capability import problem
from navette.application.session import Session
from navette.domain.article import Article, MediaFile
from navette.domain.catalog import ImageFile
from navette.domain.messages import articles as messages
from navette.domain.run import Problem


class PictureFinder:
    """Finds the pictures that the options ask for."""

    def __init__(self, session: Session) -> None:
        self._erp = session.erp
        self._options = session.options.images

    def of(
        self, article: Article, known: Sequence[ImageFile]
    ) -> tuple[tuple[ImageFile, ...] | None, tuple[Problem, ...]]:
        """Pictures in their order, None where they are not sent, and what is wrong with some.

        One file that is missing leaves all as the shop has them: a folder that is not mounted empties no shop.
        """
        if not self._options.create:
            return None, ()
        images: list[ImageFile] = []
        problems: list[Problem] = []
        by_path = {image.path: image for image in known}
        for media in self._wanted(article):
            path = self._erp.catalog.resolve_file(media.path)
            if path is None:
                problems.append(problem(messages.IMAGE_MISSING, label=article.reference, file=media.path))
            else:
                images.append(picture(path, len(images), by_path))
        return None if problems else tuple(images), tuple(problems)

    def _wanted(self, article: Article) -> Sequence[MediaFile]:
        return [media for media in article.media if media.is_card_photo and self._options.card_photo]


def picture(path: str, position: int, known: "dict[str, ImageFile]") -> ImageFile:
    """A picture file with its content's hash; one that is known with this size and date is not read again."""
    stat = Path(path).stat()
    former = known.get(path)
    if former and former.size == stat.st_size and former.modified_at == stat.st_mtime:
        return ImageFile(path, former.content_hash, former.size, former.modified_at, position)
    with Path(path).open("rb") as content:
        content_hash = file_digest(content, "sha256").hexdigest()
    return ImageFile(path, content_hash, stat.st_size, stat.st_mtime, position)
