"""The sample company: the same from the same seed, whole, and holding what each later test looks for."""

import hashlib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select
from stdnum import ean
from stdnum.fr import siret, tva

from navette.demo.company import SAMPLE_DAY, create_sample_company
from navette.erp.sage100.embedded import open_company
from navette.erp.sage100.tables import (
    F_ARTCLIENT,
    F_ARTENUMREF,
    F_ARTICLE,
    F_ARTICLEMEDIA,
    F_ARTSTOCK,
    F_CATALOGUE,
    F_COMPTET,
    F_CONDITION,
    F_DOCENTETE,
    F_ENUMGAMME,
    F_FAMCOMPTA,
    F_TAXE,
    P_CATTARIF,
    P_REGLEMENT,
    P_SOUCHEVENTE,
    cbSysLibre,
    metadata,
)

FEWEST = 61


def digest(path: Path) -> str:
    """Digest the rows of all tables; the identity, which differs, is in none of them."""
    engine = open_company(path)
    whole = hashlib.sha256()
    with engine.connect() as connection:
        for table in sorted(metadata.tables):
            for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY rowid"):
                whole.update(repr(tuple(row)).encode())
    engine.dispose()
    return whole.hexdigest()


def make(folder: Path, name: str, **arguments) -> Path:
    path = folder / name
    create_sample_company(path, **{"articles": 70} | arguments)
    return path


def column(engine, *columns):
    with engine.connect() as connection:
        return connection.execute(select(*columns)).all()


def test_the_same_arguments_give_the_same_rows(tmp_path):
    first = digest(make(tmp_path, "first"))
    assert digest(make(tmp_path, "second")) == first
    assert digest(make(tmp_path, "other seed", seed=2)) != first
    assert digest(make(tmp_path, "other day", today=date(2026, 7, 1))) != first


def test_it_holds_as_many_articles_as_asked(tmp_path, sample):
    assert column(sample, func.count(F_ARTICLE.c.AR_Ref)) == [(250,)]
    assert create_sample_company(tmp_path / "least", articles=FEWEST).articles == FEWEST
    with pytest.raises(ValueError, match=str(FEWEST)):
        create_sample_company(tmp_path / "fewer", articles=FEWEST - 1)


def test_what_it_tells_of_its_size_is_true(tmp_path):
    size = create_sample_company(tmp_path / "company", articles=100)
    engine = open_company(tmp_path / "company")
    (documents,) = column(engine, func.count(F_DOCENTETE.c.DO_Piece))[0]
    parties = column(engine, F_COMPTET.c.CT_Type)
    engine.dispose()
    assert (size.documents, size.customers, size.suppliers) == (
        documents,
        parties.count((0,)),
        parties.count((1,)),
    )


def test_sqlite_finds_it_whole(sample):
    with sample.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_every_change_mark_is_of_the_evening_before(sample):
    expected = datetime.combine(SAMPLE_DAY, time(18)) - timedelta(days=1)
    for table in (F_ARTICLE, F_ARTSTOCK, F_DOCENTETE, F_COMPTET):
        assert column(sample, func.min(table.c.cbModification), func.max(table.c.cbModification)) == [
            (expected, expected)
        ]


def test_parameter_tables_have_all_their_rows(sample):
    for table, label, size in (
        (P_CATTARIF, "CT_Intitule", 32),
        (P_REGLEMENT, "R_Intitule", 30),
        (P_SOUCHEVENTE, "S_Intitule", 50),
    ):
        rows = column(sample, table.c.cbIndice, table.c[label])
        assert [number for number, _ in rows] == list(range(1, size + 1))
        assert rows[0][1]
        assert rows[-1][1] == ""


def test_price_categories_are_with_and_without_tax(sample):
    rows = column(sample, P_CATTARIF.c.CT_Intitule, P_CATTARIF.c.CT_PrixTTC)
    assert rows[:4] == [("Particuliers", 1), ("Collaborateurs", 1), ("Grossistes", 0), ("Détaillants", 0)]


def test_french_rates_and_those_of_other_countries(sample):
    taxes = dict(column(sample, F_TAXE.c.TA_Code, F_TAXE.c.TA_Taux))
    assert [taxes[code] for code in ("V20", "V10", "V55", "V21")] == [
        Decimal(20),
        Decimal(10),
        Decimal("5.5"),
        Decimal("2.1"),
    ]
    assert (taxes["OA19"], taxes["OB21"], taxes["V0C"], taxes["V0E"]) == (19, 21, 0, 0)


def test_every_family_has_its_vat_for_every_category_and_kind_of_invoice(sample):
    rows = column(sample, F_FAMCOMPTA.c.FA_CodeFamille, F_FAMCOMPTA.c.FCP_Champ, F_FAMCOMPTA.c.FCP_TypeFacture)
    sales = {(family, category, kind) for family, category, kind in rows}
    families = {family for family, _, _ in rows}
    assert all(
        (family, category, kind) in sales for family in families for category in range(1, 8) for kind in range(3)
    )


def test_the_catalogue_has_four_levels_and_articles_on_all_of_them(sample):
    nodes = {
        number: (parent, level)
        for number, parent, level in column(
            sample, F_CATALOGUE.c.CL_No, F_CATALOGUE.c.CL_NoParent, F_CATALOGUE.c.CL_Niveau
        )
    }
    assert {level for _, level in nodes.values()} == {0, 1, 2, 3}
    assert all(level == 0 or nodes[parent][1] == level - 1 for parent, level in nodes.values())
    paths = column(sample, *(F_ARTICLE.c[f"CL_No{depth}"] for depth in range(1, 5)))
    for path in paths:
        for above, node in pairwise(path):
            assert not node or nodes[node][0] == above
    assert any(path[3] for path in paths)


def test_references_are_unique_over_articles_combinations_and_packs(sample):
    references = [
        reference
        for table, name in ((F_ARTICLE, "AR_Ref"), (F_ARTENUMREF, "AE_Ref"), (F_CONDITION, "CO_Ref"))
        for (reference,) in column(sample, table.c[name])
        if reference
    ]
    assert len(references) == len(set(references))


def test_barcodes_are_valid_and_unique(sample):
    codes = [
        code
        for table, name in ((F_ARTICLE, "AR_CodeBarre"), (F_ARTENUMREF, "AE_CodeBarre"), (F_CONDITION, "CO_CodeBarre"))
        for (code,) in column(sample, table.c[name])
        if code
    ]
    assert len(codes) > 200
    assert all(ean.is_valid(code) for code in codes)
    assert len(codes) == len(set(codes))


def test_registered_firms_have_valid_numbers(sample):
    numbers = [row for row in column(sample, F_COMPTET.c.CT_Siret, F_COMPTET.c.CT_Identifiant) if row[0]]
    assert len(numbers) > 10
    assert all(siret.is_valid(register) and tva.is_valid(vat) for register, vat in numbers)


def test_dormant_unpublished_and_special_articles_are_among_the_drawn_ones(sample):
    rows = column(
        sample, F_ARTICLE.c.AR_Sommeil, F_ARTICLE.c.AR_Publie, F_ARTICLE.c.AR_SuiviStock, F_ARTICLE.c.AR_Gamme2
    )
    dormant, published, tracking, second_range = (set(values) for values in zip(*rows, strict=True))
    assert dormant == published == {0, 1}
    assert tracking >= {0, 1, 2, 5}
    assert max(second_range) > 0


@pytest.mark.spec("ART-FLD-1")
def test_free_fields_are_texts_numbers_and_a_list(sample):
    rows = column(sample, cbSysLibre.c.CB_File, cbSysLibre.c.CB_Name, cbSysLibre.c.CB_Type)
    articles = {name: kind for file, name, kind in rows if file == "F_ARTICLE"}
    assert [articles[name] for name in ("Résumé", "Largeur", "Caractéristique")] == [9, 7, 22]
    assert ("F_DOCENTETE", "Numéro de suivi", 9) in rows


@pytest.mark.spec("ART-VAR-1")
def test_the_trousers_of_the_specification(sample):
    with sample.connect() as connection:
        rows = connection.exec_driver_sql(
            'SELECT AR_Ref, "Référence Maître", "Nom Gamme 1", "Nom Valeur 1", "Nom Gamme 2", "Nom Valeur 2" '
            "FROM F_ARTICLE WHERE \"Référence Maître\" <> '' ORDER BY AR_Ref"
        ).all()
    assert [row[0] for row in rows] == [f"PAN{colour}{size}" for colour in ("BLEU", "ROUGE") for size in (38, 40, 42)]
    assert tuple(rows[0][1:]) == ("Pantalon", "Couleur", "Bleu", "Taille", "38")


@pytest.mark.spec("ART-VAR-2")
def test_ranges_with_dormant_combinations_and_one_without_a_row(sample):
    with sample.connect() as connection:
        states = connection.execute(
            select(F_ARTENUMREF.c.AE_Ref, F_ARTENUMREF.c.AE_Sommeil).where(F_ARTENUMREF.c.AR_Ref == "BRACOU01")
        ).all()
    assert len(states) == 5
    assert ("BRACOU01-R18", 1) in states
    assert {champ for (champ,) in column(sample, F_ENUMGAMME.c.EG_Champ)} == set(range(1, 8))


@pytest.mark.spec("ART-VAR-3", "ART-VAR-4")
def test_packs_of_the_specification(sample):
    with sample.connect() as connection:
        packs = connection.execute(
            select(F_CONDITION.c.AR_Ref, F_CONDITION.c.EC_Enumere, F_CONDITION.c.EC_Quantite, F_CONDITION.c.CO_Ref)
            .where(F_CONDITION.c.AR_Ref.in_(["EM040", "EM050"]))
            .order_by(F_CONDITION.c.CO_No)
        ).all()
        stock = connection.scalars(select(F_ARTSTOCK.c.AS_QteSto).where(F_ARTSTOCK.c.AR_Ref == "EM050")).all()
    assert [(label, int(quantity)) for reference, label, quantity, _ in packs if reference == "EM040"] == [
        ("Ecrin de 4", 4),
        ("Ecrin de 12", 12),
        ("Ecrin de 24", 24),
    ]
    assert [reference for article, _, _, reference in packs if article == "EM040"] == ["EM040-4", "", ""]
    assert stock == [100]


@pytest.mark.spec("ORD-LIN-16")
@pytest.mark.parametrize(
    "reference", ["ZDIVERS", "ZECART", "ZPORT", "ZREMISE", "ZREMISE_55", "ZREMISE_10", "ZEMBALLAGE"]
)
def test_utility_articles_are_there_unpublished_and_untracked(sample, reference):
    with sample.connect() as connection:
        card = connection.execute(
            select(F_ARTICLE.c.AR_Publie, F_ARTICLE.c.AR_SuiviStock).where(F_ARTICLE.c.AR_Ref == reference)
        ).one()
    assert tuple(card) == (0, 0)


def test_exceptions_of_customers_are_customer_lines(sample):
    rows = column(sample, F_ARTCLIENT.c.AC_Categorie, F_ARTCLIENT.c.CT_Num)
    assert all((category == 0) == (account is not None) for category, account in rows)
    assert {"GROSBESAN", "DETADIJON", "CENTRALE"} <= {account for _, account in rows}


@pytest.mark.spec("ART-IMG-1")
def test_the_files_that_cards_name_are_real_ones(sample, sample_path):
    folder = sample_path.parent / "Multimedia"
    named = {name for (name,) in column(sample, F_ARTICLE.c.AR_Photo) if name}
    named |= {name for (name,) in column(sample, F_ARTICLEMEDIA.c.ME_Fichier)}
    assert len(named) > 50
    signatures = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff\xe0", ".pdf": b"%PDF-1.4"}
    for name in named:
        content = (folder / name).read_bytes()
        assert content.startswith(signatures[Path(name).suffix])
