"""Names and places that the sample's people and firms are made of; none of them exists."""

FIRST_NAMES = (
    ("Marie", 1), ("Luc", 0), ("Élise", 1), ("Théo", 0), ("Inès", 1), ("Gaël", 0), ("Chloé", 1), ("Benoît", 0),
    ("Maëlle", 1), ("François", 0), ("Anaïs", 1), ("Hervé", 0), ("Solène", 1), ("Noël", 0), ("Zoé", 1), ("Joël", 0),
)  # fmt: skip
"""First names with CT_Civilite: 0 Mr, 1 Mrs."""

LAST_NAMES = (
    "Durand", "Lefèvre", "Ménard", "Gauthier", "Noël", "Besançon", "Châtelain", "Prévost", "Lacroix", "Dubois-Martin",
    "Hervieux", "Coulon", "Guérin", "Vuillemin", "Jeannin", "Grosjean", "L'Hôte", "Perrin", "Roussel", "Bôle",
)  # fmt: skip

FIRM_WORDS = ("Bijouterie", "Joaillerie", "Maison", "Horlogerie", "Galerie", "Comptoir", "Atelier")
FIRM_NAMES = ("des Remparts", "du Parc", "Saint-Éloi", "de la Gare", "des Arts", "du Vieux Pont", "Belle Étoile")

STREETS = ("rue de la Préfecture", "avenue Foch", "place Granvelle", "chemin des Vignes", "quai Vauban", "rue Proudhon")

TOWNS = (
    ("25000", "Besançon"), ("21000", "Dijon"), ("39100", "Dole"), ("69003", "Lyon"), ("75011", "Paris"),
    ("13001", "Marseille"), ("33000", "Bordeaux"), ("59000", "Lille"), ("67000", "Strasbourg"), ("44000", "Nantes"),
)  # fmt: skip


def land_line(number: int) -> str:
    """Give a telephone number out of the range that France keeps for fiction."""
    return f"0199{number % 1_000_000:06d}"


def mobile(number: int) -> str:
    """Give a mobile number out of the range that France keeps for fiction."""
    return f"063998{number % 10_000:04d}"
