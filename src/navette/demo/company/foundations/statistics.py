"""Values of the statistic fields of articles and customers."""

from navette.demo.company.articles.vocabulary import BRANDS, COLLECTIONS
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_ENUMSTAT, F_ENUMSTATART

_BRAND, _COLLECTION = 1, 2
_SECTOR, _ORIGIN = 1, 3


def write_statistics(rows: RowWriter) -> None:
    """Write F_ENUMSTATART and F_ENUMSTAT."""
    for brand in (*BRANDS, "Éclipse"):
        rows.add(F_ENUMSTATART, SA_Champ=_BRAND, SA_Enumere=brand)
    for collection in COLLECTIONS:
        rows.add(F_ENUMSTATART, SA_Champ=_COLLECTION, SA_Enumere=collection)
    for sector in ("Est", "Ouest", "Étranger"):
        rows.add(F_ENUMSTAT, N_Statistique=_SECTOR, ES_Intitule=sector)
    for origin in ("Boutique", "Web", "Salon"):
        rows.add(F_ENUMSTAT, N_Statistique=_ORIGIN, ES_Intitule=origin)
