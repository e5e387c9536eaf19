"""The translations of a language, read from its hand-written .po files.

No build step: the files are compiled in memory when the first text is asked for. The compiled form is kept in the
user's cache folder under a digest of the files, since reading it is far quicker; where that folder cannot be used
the product does without.
"""

import gettext
import os
import tempfile
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import platformdirs

from navette.i18n.language import Language

LOCALE_FOLDER = Path(__file__).parent.parent / "locale"


def po_files(language: Language) -> list[Path]:
    """The files that hold the texts of a language, one for each area."""
    return sorted((LOCALE_FOLDER / language / "LC_MESSAGES").glob("*.po"))


@cache
def catalog(language: Language) -> gettext.NullTranslations:
    """The texts of a language; those of English are in the source."""
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    sources = [path.read_bytes() for path in po_files(language)]
    compiled = _cached(language, sources)
    return gettext.GNUTranslations(BytesIO(compiled))


def translate(context: str, english: str, language: Language) -> str:
    """Give the text of a context in a language; the English one where there is no translation."""
    return catalog(language).pgettext(context, english) if english else ""


def compile_catalog(language: Language, sources: list[bytes]) -> bytes:
    """Compile .po files into one catalogue in the .mo format."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 (not needed when the compiled form is cached)
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    merged = Catalog(locale=language, charset="utf-8")
    for source in sources:
        for message in read_po(BytesIO(source), locale=language, abort_invalid=True):
            if message.id:
                merged[message.id] = message
    target = BytesIO()
    write_mo(target, merged)
    return target.getvalue()


def _cached(language: Language, sources: list[bytes]) -> bytes:
    digest = sha256(b"\0".join(sources)).hexdigest()[:20]
    path = Path(platformdirs.user_cache_dir("navette", appauthor=False)) / f"{language}-{digest}.mo"
    try:
        return path.read_bytes()
    except OSError:
        compiled = compile_catalog(language, sources)
        _keep(path, compiled)
        return compiled


def _keep(path: Path, compiled: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(compiled)
        Path(name).replace(path)
    except OSError:
        return
    for old in path.parent.glob(f"{path.name[:2]}-*.mo"):
        if old != path:
            old.unlink(missing_ok=True)
