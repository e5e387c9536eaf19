"""Files that the company names: found only inside folders that may be read, whatever links or dots the path holds."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PureWindowsPath

MULTIMEDIA = "Multimedia"
"""Folder beside the company's file; relative paths start there (sage100 §2.1)."""


class MediaFolders:
    """The folders from which files may be read."""

    def __init__(self, company_folder: Path | None, others: Iterable[Path] = ()) -> None:
        own = [company_folder / MULTIMEDIA] if company_folder else []
        self._given: Sequence[Path] = [folder.absolute() for folder in (*own, *others)]
        self._folders: Sequence[Path] = [folder.resolve() for folder in self._given]

    def resolve(self, path: str) -> str | None:
        """Full path of a file, None if it is missing or lies outside the folders once links are followed.

        Paths are Windows ones; an absolute one is tried as it stands, then by what follows the folder's own name, since
        the company may have been copied to this machine.
        """
        for candidate in self._candidates(path.strip()):
            try:
                found = candidate.resolve()
                is_inside = any(found.is_relative_to(folder) for folder in self._folders)
                if is_inside and found.is_file():
                    return str(found)
            except (OSError, ValueError):
                continue
        return None

    def _candidates(self, path: str) -> Iterator[Path]:
        if not path or "\0" in path:
            return
        windows = PureWindowsPath(path)
        parts = windows.relative_to(windows.anchor).parts if windows.anchor else windows.parts
        if not windows.anchor:
            yield from (folder.joinpath(*parts) for folder in self._folders)
        elif self._names_a_folder(Path(path)):
            yield Path(path)
        names = [part.casefold() for part in parts]
        for folder in self._folders:
            if folder.name.casefold() in names:
                after = len(names) - names[::-1].index(folder.name.casefold())
                yield folder.joinpath(*parts[after:])

    def _names_a_folder(self, path: Path) -> bool:
        """Whether a path begins with an allowed folder; others are not even looked at, as they may be on a network."""
        return any(path.is_relative_to(folder) for folder in (*self._given, *self._folders))
