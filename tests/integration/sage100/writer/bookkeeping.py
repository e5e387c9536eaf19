"""Sage's own arithmetic again, from stored rows alone: what the writer stores must follow from it."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from navette.demo.audit import audit_sales
from navette.erp.sage100.tables import F_ARTICLE, F_ARTSTOCK, F_DOCENTETE, F_DOCLIGNE, F_DOCREGL, F_GAMSTOCK

ZERO = Decimal(0)
RESERVED, PREPARED, GONE = "QteRes", "QtePrepa", "QteSto"
_EFFECTS = {1: RESERVED, 2: PREPARED, 3: GONE, 6: GONE, 7: GONE}


def cents(amount):
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def unit_after_discounts(line, price):
    for number in ("01", "02", "03"):
        value, kind = line[f"DL_Remise{number}REM_Valeur"], line[f"DL_Remise{number}REM_Type"]
        if kind == 1:
            price -= price * value / 100
        elif kind == 0:
            price -= value
    return price


def line_ecotax(line):
    """Parafiscal taxes per unit (F_TAXE types 2 with an amount), which are in the VAT base."""
    return cents(sum((line[f"DL_Taxe{n}"] for n in (1, 2, 3) if line[f"DL_TypeTaux{n}"] == 1), ZERO) * line["DL_Qte"])


def line_vat(row, prefix="DL"):
    for n in (1, 2, 3):
        if row[f"{prefix}_CodeTaxe{n}"] and row[f"{prefix}_TypeTaux{n}"] == 0:
            return row[f"{prefix}_CodeTaxe{n}"], row[f"{prefix}_Taxe{n}"]
    return "", ZERO


def check_document(books, type_, piece):
    """Compare a document with what its lines, its footer and its rates give."""
    header = books.row(F_DOCENTETE, DO_Type=type_, DO_Piece=piece)
    lines = books.rows(F_DOCLIGNE, DO_Type=type_, DO_Piece=piece)
    bases = defaultdict(lambda: ZERO)
    net = extra = ZERO
    for line in lines:
        _check_line(line)
        if line["DL_Valorise"]:
            net += line["DL_MontantHT"]
            extra += line_ecotax(line)
            bases[line_vat(line)] += line["DL_MontantHT"] + line_ecotax(line)
    shipping = header["DO_ValFrais"]
    if header["DO_TypeLigneFrais"]:
        shipping /= 1 + line_vat(header, "DO")[1] / 100
    shipping = cents(shipping)
    bases[line_vat(header, "DO")] += shipping
    vat = sum((cents(base * rate / 100) for (_, rate), base in bases.items()), ZERO)
    paid = sum((row["DR_Montant"] for row in books.rows(F_DOCREGL, DO_Type=type_, DO_Piece=piece)), ZERO)
    assert header["DO_TotalHT"] == net
    assert header["DO_TotalHTNet"] == net + shipping
    assert header["DO_TotalTTC"] == net + shipping + extra + vat
    assert header["DO_MontantRegle"] == paid
    assert header["DO_NetAPayer"] == header["DO_TotalTTC"] - paid
    with books.engine.connect() as connection:
        audited = list(audit_sales(connection, [header["DO_NoWeb"]]))
    assert [one.disagreements for one in audited if one.disagreements] == []
    return header


def _check_line(line):
    price = line["DL_PUTTC"] if line["DL_TTC"] else line["DL_PrixUnitaire"]
    amount = cents(line["DL_Qte"] * unit_after_discounts(line, price))
    assert amount == (line["DL_MontantTTC"] if line["DL_TTC"] else line["DL_MontantHT"])
    twins = {name: line[f"cb{name}"] for name in ("DE_No", "AG_No1", "AG_No2", "DT_No", "CO_No")}
    assert twins == {name: line[name] or None for name in twins}


class StockBook:
    """Stock must always be what it was at first, and what the sales documents that there are do to it."""

    def __init__(self, books):
        self.books = books
        self.first = self._less_documents(self._stored())

    def check(self):
        """Compare every stock row with the documents."""
        now = self._less_documents(self._stored())
        differing = {
            (place, column)
            for place in self.first.keys() | now.keys()
            for column in (GONE, RESERVED, PREPARED, "QteResCM")
            if self.first[place][column] != now[place][column]
        }
        assert differing == set()

    def of(self, reference, column, depot=2, value1=0, value2=0):
        return self._stored()[reference, depot, value1, value2][column]

    def _stored(self):
        stored = defaultdict(lambda: defaultdict(lambda: ZERO))
        for table, prefix in ((F_ARTSTOCK, "AS"), (F_GAMSTOCK, "GS")):
            for row in self.books.rows(table):
                place = (row["AR_Ref"], row["DE_No"], row.get("AG_No1", 0), row.get("AG_No2", 0))
                stored[place].update(
                    {column: row[f"{prefix}_{column}"] for column in (GONE, RESERVED, PREPARED, "QteResCM")}
                )
        return stored

    def _less_documents(self, stored):
        tracked = {row["AR_Ref"]: row for row in self.books.rows(F_ARTICLE) if row["AR_SuiviStock"]}
        for line in self.books.rows(F_DOCLIGNE, DO_Domaine=0):
            column = _EFFECTS.get(line["DO_Type"])
            if line["AR_Ref"] not in tracked or column is None:
                continue
            quantity = -line["DL_Qte"] if column == GONE else line["DL_Qte"]
            place = (line["AR_Ref"], line["DE_No"])
            for one in {(*place, 0, 0), (*place, line["AG_No1"], line["AG_No2"])}:
                stored[one][column] -= quantity
                if column == RESERVED and tracked[line["AR_Ref"]]["AR_Contremarque"]:
                    stored[one]["QteResCM"] -= quantity
        return stored
