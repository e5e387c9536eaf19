"""What the pictures of the sample show: a ring or a bead on a coloured ground."""

from navette.demo.company.media.jpeg import jpeg
from navette.demo.company.media.png import png

_SIZE = 64
_BLOCKS = 24
_GROUNDS = ((240, 234, 220), (223, 232, 236), (238, 223, 228), (228, 236, 224), (233, 228, 240))
_METALS = ((196, 158, 72), (176, 180, 188), (205, 142, 118), (120, 128, 140))


def ring_png(number: int) -> bytes:
    """Draw a ring in one of the sample's colours."""
    return png(_SIZE, lambda x, y: _colour(number, x / _SIZE, y / _SIZE))


def bead_jpeg(number: int) -> bytes:
    """Draw a ring of coarse squares in one of the sample's colours."""
    return jpeg(_BLOCKS, lambda x, y: _colour(number, (x + 0.5) / _BLOCKS, (y + 0.5) / _BLOCKS))


def _colour(number: int, x: float, y: float) -> tuple[int, int, int]:
    distance = ((x - 0.5) ** 2 + (y - 0.5) ** 2) ** 0.5
    width = 0.05 + 0.01 * (number % 7)
    if abs(distance - 0.3) < width:
        return _METALS[number % len(_METALS)]
    return _GROUNDS[number % len(_GROUNDS)]
