"""The piece number on an order's internal note: one marked line of ours among the merchant's own lines."""

MARK = "Navette: "


def piece_in(note: str) -> str:
    """The piece number that a note carries, '' without one."""
    for line in note.splitlines():
        if line.strip().startswith(MARK):
            return line.strip().removeprefix(MARK).strip()
    return ""


def with_piece(note: str, piece: str) -> str:
    """The note with this piece number; every other line stays as it is, an empty number takes our line off."""
    lines = note.splitlines()
    ours = next((index for index, line in enumerate(lines) if line.strip().startswith(MARK)), len(lines))
    lines[ours : ours + 1] = [f"{MARK}{piece}"] if piece else []
    return "\n".join(lines)
