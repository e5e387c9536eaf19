"""Ranges drawn at random for an article."""

from dataclasses import replace
from itertools import product
from random import Random

from navette.demo.company.articles.article import SampleArticle, Variant
from navette.demo.company.foundations.ranges import RANGE_VALUES, Range

_AXES = ((Range.RING_SIZE,), (Range.COLOUR,), (Range.COLOUR, Range.LENGTH), (Range.METAL, Range.RING_SIZE))


def draw_ranges(random: Random, article: SampleArticle) -> SampleArticle:
    """Give an article one or two ranges; some combinations are dormant, some have no row of their own."""
    axes = random.choice(_AXES)
    values = [sorted(random.sample(RANGE_VALUES[axis], random.randint(2, 3))) for axis in axes]
    variants = tuple(_variant(random, article, combination) for combination in product(*values))
    return replace(article, ranges=axes, variants=variants, holdings=())


def _variant(random: Random, article: SampleArticle, values: tuple[str, ...]) -> Variant:
    if random.random() < 0.08:
        return Variant(values, random.randint(0, 6), has_row=False)
    letters = "".join(value[:3].upper() for value in values).replace(" ", "")
    return Variant(
        values,
        quantity=random.randint(0, 12),
        reference=f"{article.reference}-{letters}"[:18],
        is_dormant=random.random() < 0.1,
    )
