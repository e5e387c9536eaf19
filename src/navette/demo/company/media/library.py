"""The Multimedia folder beside the company file, where article cards find their pictures and papers."""

from pathlib import Path
from zlib import crc32

from navette.demo.company.articles.article import SampleArticle
from navette.demo.company.articles.vocabulary import COLLECTIONS
from navette.demo.company.media.drawings import bead_jpeg, ring_png
from navette.demo.company.media.paper import pdf

FOLDER = "Multimedia"


class MediaLibrary:
    """Makes the files that articles name, each once."""

    def __init__(self, company_path: Path) -> None:
        self._folder = company_path.parent / FOLDER
        self._made: set[str] = set()

    def make_shared(self) -> None:
        """Make one picture for each collection."""
        for collection in COLLECTIONS:
            self._make(f"Collection {collection}.jpg")

    def make_for(self, article: SampleArticle) -> None:
        """Make the files of an article."""
        for name in (article.photo, *(media.file for media in article.media)):
            if name:
                self._make(name)

    def _make(self, name: str) -> None:
        if name in self._made:
            return
        self._made.add(name)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / name).write_bytes(_content(name))


def _content(name: str) -> bytes:
    number = crc32(name.encode())
    match Path(name).suffix:
        case ".jpg":
            return bead_jpeg(number)
        case ".png":
            return ring_png(number)
        case _:
            return pdf(Path(name).stem)
