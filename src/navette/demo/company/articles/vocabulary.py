"""Words that designations are made of, in French, English and German."""

from dataclasses import dataclass

COLLECTIONS = (
    "Aurore", "Lavande", "Boréale", "Cassiopée", "Doubs", "Loue", "Éclipse", "Garance", "Hermine", "Iris",
    "Jade", "Kyrielle", "Lys", "Mélodie", "Nacre", "Ondine", "Pivoine", "Rivière", "Sarments", "Tourmaline",
)  # fmt: skip

BRANDS = ("Clairveil", "Cassiopée", "Forge du Doubs", "Ateliers Ondine", "Maison Garance")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in three languages; a material also has its place in the catalogue and in the list of the feature."""

    french: str
    english: str
    german: str
    shelf: str = ""
    feature: str = ""


MATERIALS = (
    Word("or jaune 750", "yellow gold 750", "Gelbgold 750", "Or", "Or jaune 750"),
    Word("or blanc 750", "white gold 750", "Weißgold 750", "Or", "Or blanc 750"),
    Word("argent 925", "sterling silver", "Silber 925", "Argent", "Argent 925"),
    Word("acier", "steel", "Edelstahl", "Acier", "Acier"),
    Word("plaqué or", "gold plated", "vergoldet", "Fantaisie", "Plaqué or"),
)

STONES = (
    Word("saphir", "sapphire", "Saphir"),
    Word("rubis", "ruby", "Rubin"),
    Word("émeraude", "emerald", "Smaragd"),
    Word("diamant", "diamond", "Diamant"),
    Word("topaze", "topaz", "Topas"),
    Word("perle", "pearl", "Perle"),
    Word("oxyde", "zirconia", "Zirkonia"),
)

PRICE_OF_MATERIAL = {"Or": (180, 2400), "Argent": (25, 240), "Acier": (15, 120), "Fantaisie": (8, 60)}
"""Lowest and highest price before tax, by shelf of the catalogue."""
