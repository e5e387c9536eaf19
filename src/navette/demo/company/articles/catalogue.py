"""The product catalogue: department, family, material, for whom (F_CATALOGUE, four levels)."""

from navette.demo.company.articles.families import FAMILIES, JEWELS, WATCHES
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.erp.sage100.tables import F_CATALOGUE

MATERIALS = ("Or", "Argent", "Acier", "Fantaisie")
AUDIENCES = ("Femme", "Homme", "Enfant")


class Catalogue:
    """The nodes of the catalogue, by their path of labels."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        for family in FAMILIES:
            if not family.department:
                continue
            self._number((family.department,))
            self._number((family.department, family.label))
            if family in (*JEWELS, WATCHES):
                self._add_materials((family.department, family.label))
        self._number(("Cadeaux et écrins", "Cartes cadeaux"))

    def _add_materials(self, above: tuple[str, ...]) -> None:
        for material in MATERIALS:
            self._number((*above, material))
            for audience in AUDIENCES:
                self._number((*above, material, audience))

    def _number(self, path: tuple[str, ...]) -> int:
        return self._numbers.setdefault(path, len(self._numbers) + 1)

    def levels(self, path: tuple[str, ...]) -> dict[str, int | None]:
        """Give CL_No1 to CL_No4 of an article that stands at a path, with their twins."""
        numbers = [self._numbers[path[: depth + 1]] if depth < len(path) else 0 for depth in range(4)]
        return with_twins(**{f"CL_No{depth}": number for depth, number in enumerate(numbers, start=1)})

    def write(self, rows: RowWriter) -> None:
        """Write the nodes."""
        for path, number in self._numbers.items():
            rows.add(
                F_CATALOGUE,
                CL_No=number,
                CL_Intitule=path[-1],
                CL_Code=f"{number:03d}",
                CL_Niveau=len(path) - 1,
                CL_Stock=1,
                **with_twins(CL_NoParent=self._numbers[path[:-1]] if len(path) > 1 else 0),
            )
