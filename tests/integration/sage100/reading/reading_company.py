"""A company of a handful of articles, each there for one rule of reading; every row was last changed long ago."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection, Table, insert

from navette.erp.sage100.embedded import FreeField, FreeFieldType, add_free_field, building_company
from navette.erp.sage100.tables import (
    F_ARTCLIENT,
    F_ARTCOMPTA,
    F_ARTENUMREF,
    F_ARTFOURNISS,
    F_ARTGAMME,
    F_ARTGLOSS,
    F_ARTICLE,
    F_ARTICLEMEDIA,
    F_ARTSTOCK,
    F_CATALOGUE,
    F_COMPTEG,
    F_COMPTET,
    F_CONDITION,
    F_CONTACTT,
    F_DEPOT,
    F_DOCENTETE,
    F_DOCLIGNE,
    F_ENUMGAMME,
    F_FAMCLIENT,
    F_FAMCOMPTA,
    F_FAMILLE,
    F_FAMTARIF,
    F_FAMTARIFQTE,
    F_GAMSTOCK,
    F_GLOSSAIRE,
    F_JOURNAUX,
    F_NOMENCLAT,
    F_TARIF,
    F_TARIFCOND,
    F_TARIFGAM,
    F_TARIFQTE,
    F_TARIFSELECT,
    F_TAXE,
    P_ARRONDI,
    P_CATCOMPTA,
    P_CATTARIF,
    P_DEVISE,
    P_DOSSIER,
    P_GAMME,
    P_INTSTATART,
    P_PARAMETRECIAL,
    P_REGLEMENT,
    P_SOUCHEVENTE,
    UNBOUNDED,
    facts,
)

LONG_AGO = datetime(2020, 1, 1)  # noqa: DTZ001 (Sage's dates have no zone)
TODAY = date.today()  # noqa: DTZ011 (the company's clock is this machine's)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)

Add = Callable[..., None]


def moment(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def adder(connection: Connection) -> Add:
    """Insert a row: twins are filled, and it was last changed long ago."""

    def add(table: Table, **values: object) -> None:
        twins = {
            column.name: values[facts(column).twin_of] or None for column in table.c if facts(column).twin_of in values
        }
        marked = {"cbModification": LONG_AGO} if "cbModification" in table.c else {}
        connection.execute(insert(table).values(**marked, **twins, **values))

    return add


def build(path: Path) -> None:
    with building_company(path) as connection:
        for field in FREE_FIELDS:
            add_free_field(connection, field)
        add = adder(connection)
        _foundations(add)
        _articles(add)
        connection.exec_driver_sql(
            """UPDATE F_ARTICLE SET "Résumé 100 %" = 'Une bague', Largeur = 12.5, Sortie = '2026-03-05 00:00:00.000000'
            WHERE AR_Ref = 'BAGUE1'"""
        )
        _variants(add)
        _stock(add)
        _prices(add)
        _parties(add)
        _documents(add)
        connection.exec_driver_sql("UPDATE F_DOCENTETE SET Suivi = 'XY123' WHERE DO_Piece = 'BL00001'")


FREE_FIELDS = (
    FreeField("F_ARTICLE", "Résumé 100 %", FreeFieldType.TEXT, 64),
    FreeField("F_ARTICLE", "Largeur", FreeFieldType.NUMBER),
    FreeField("F_ARTICLE", "Sortie", FreeFieldType.SHORT_DATE),
    FreeField("F_ARTICLE", "Matière", FreeFieldType.LIST, values=("Or", "Argent")),
    FreeField("F_DOCENTETE", "Suivi", FreeFieldType.TEXT, 30),
)


def _foundations(add: Add) -> None:
    add(P_DOSSIER, D_RaisonSoc="Bijou SA", D_Siret="123 456 789 000", cbIndice=1)
    add(F_COMPTEG, CG_Num="4110000")
    for number, (code, rate, kind, in_percent) in enumerate(TAXES, start=1):
        terms = {"TA_Sens": 1, "TA_Taux": rate, "TA_Type": kind, "TA_TTaux": 0 if in_percent else 1}
        add(F_TAXE, TA_No=number, TA_Code=code, TA_Intitule=f"Taxe {code}", CG_Num="4110000", **terms)
    add(F_TAXE, TA_No=90, TA_Code="D20", TA_Taux=20, TA_Sens=0, TA_Intitule="TVA déductible", CG_Num="4110000")
    add(P_CATCOMPTA, CA_ComptaVen01="Ventes France", CA_ComptaVen03="Ventes export", cbIndice=1)
    for number, (label, with_tax) in enumerate((("Particuliers", 1), ("Grossistes", 0), ("", 0)), start=1):
        add(P_CATTARIF, cbIndice=number, CT_Intitule=label, CT_PrixTTC=with_tax)
    add(P_ARRONDI, cbIndice=1, AR_Type=1, AR_Valeur=5)
    add(P_DEVISE, cbIndice=2, D_Intitule="Dollar", D_CodeISO="USD", D_Cours=2, D_Mode=0)
    add(P_GAMME, cbIndice=1, G_Intitule="Taille", G_Type=0)
    add(P_GAMME, cbIndice=2, G_Intitule="Couleur", G_Type=0)
    add(P_GAMME, cbIndice=3, G_Intitule="Remise quantité", G_Type=1)
    for axis, values in ((1, ("54", "52")), (2, ("Or", "Argent"))):
        for line, value in enumerate(values, start=1):
            add(F_ENUMGAMME, EG_Champ=axis, EG_Ligne=line, EG_Enumere=value)
    add(P_INTSTATART, cbIndice=1, P_IntStatArt="Collection")
    add(P_INTSTATART, cbIndice=2, P_IntStatArt="")
    add(P_PARAMETRECIAL, cbIndice=1, P_LibelleEntete1="Livreur", P_LibelleReference="Référence client")
    add(P_REGLEMENT, cbIndice=1, R_Intitule="Carte bancaire", R_Code="CB")
    add(P_SOUCHEVENTE, cbIndice=1, S_Intitule="N° Pièce", S_Valide=1, JO_Num="VTE")
    add(P_SOUCHEVENTE, cbIndice=2, S_Intitule="Fermée", S_Valide=0)
    add(F_JOURNAUX, JO_Num="BQ1", JO_Intitule="Banque", JO_Type=2)
    add(F_JOURNAUX, JO_Num="VTE", JO_Intitule="Ventes", JO_Type=1)
    for number, label in ((1, "Bijou SA"), (2, "Annexe")):
        add(F_DEPOT, DE_No=number, DE_Intitule=label)
    for code, label, kind, central in FAMILIES:
        add(F_FAMILLE, FA_CodeFamille=code, FA_Intitule=label, FA_Type=kind, FA_Central=central, FA_Publie=1)
    for number, label, parent, level in CATALOGUE:
        add(F_CATALOGUE, CL_No=number, CL_Intitule=label, CL_NoParent=parent, CL_Niveau=level)


TAXES = (
    ("V20", Decimal(20), 0, True),
    ("V10", Decimal(10), 0, True),
    ("V55", Decimal("5.5"), 0, True),
    ("ECO", Decimal("0.5"), 2, False),
)

FAMILIES = (
    ("BIJOUX", "Bijoux", 2, ""),
    ("BAGUES", "Bagues", 0, "BIJOUX"),
    ("VIDE", "Centrale sans famille", 2, ""),
    ("TOTAL", "Total", 1, ""),
)
CATALOGUE = ((1, "Bijouterie", 0, 0), (2, "Bagues", 1, 1), (3, "Or", 2, 2))


def _articles(add: Add) -> None:
    add(
        F_ARTICLE,
        AR_Ref="BAGUE1",
        FA_CodeFamille="BAGUES",
        AR_Design="Bague or",
        AR_Langue1="Gold ring",
        AR_Stat01="Hiver",
        AR_Pays="France",
        AR_Publie=1,
        AR_SuiviStock=2,
        AR_UnitePoids=2,
        AR_PoidsNet=Decimal("0.0125"),
        AR_CodeBarre="3760000000017",
        AR_Garantie=24,
        AR_Photo="bague1.jpg",
        CL_No1=1,
        CL_No2=2,
        AR_PrixVen=100,
        AR_PrixAch=40,
        AR_Coef=2,
        AR_Nomencl=4,
    )
    published = {"FA_CodeFamille": "BAGUES", "AR_Publie": 1, "AR_SuiviStock": 2, "AR_UnitePoids": 3}
    add(F_ARTICLE, AR_Ref="RANGED", AR_Design="Bague à tailles", AR_Gamme1=1, AR_Gamme2=2, AR_Type=1, **published)
    add(F_ARTICLE, AR_Ref="SIZED", AR_Design="Jonc", AR_Gamme1=1, AR_Type=1, **published)
    add(F_ARTICLE, AR_Ref="PACKED", AR_Design="Écrin", AR_Condition=1, AR_PrixVen=3, **published)
    add(F_ARTICLE, AR_Ref="TAXED", AR_Design="Livre", **published)
    add(F_ARTICLE, AR_Ref="SERVICE", AR_Design="Gravure", **published | {"AR_SuiviStock": 0})
    add(F_ARTICLE, AR_Ref="DORMANT", AR_Design="Ancien", AR_Sommeil=1, AR_Substitut="BAGUE1", **published)
    add(F_ARTICLE, AR_Ref="HIDDEN", AR_Design="Caché", **published | {"AR_Publie": 0})
    for number, (text, first, last, domain) in enumerate(GLOSSARY, start=1):
        dates = {"GL_PeriodeDeb": moment(first), "GL_PeriodeFin": moment(last)}
        add(F_GLOSSAIRE, GL_No=number, GL_Domaine=domain, GL_Text=text, GL_TextLangue1=f"{text} (en)", **dates)
        add(F_ARTGLOSS, AR_Ref="BAGUE1", GL_No=number, AGL_Num=10 - number)
    for file, label in (("docs\\certificat.pdf", "Certificat"), ("vue.jpg", "")):
        add(F_ARTICLEMEDIA, AR_Ref="BAGUE1", ME_Fichier=file, ME_Commentaire=label)
    for reference, order in (("TAXED", 2), ("PACKED", 1)):
        add(F_NOMENCLAT, AR_Ref="BAGUE1", NO_RefDet=reference, NO_Ordre=order, NO_Operation="")
    add(F_FAMCOMPTA, FA_CodeFamille="BAGUES", FCP_Champ=1, FCP_ComptaCPT_Taxe1="V20", FCP_ComptaCPT_Taxe3="ECO")
    add(
        F_ARTCOMPTA,
        AR_Ref="TAXED",
        ACP_Champ=1,
        ACP_ComptaCPT_Taxe1="V10",
        ACP_ComptaCPT_Date1=moment(TOMORROW),
        ACP_ComptaCPT_TaxeAnc1="V55",
    )
    add(F_ARTCOMPTA, AR_Ref="BAGUE1", ACP_Champ=1)


EMPTY = date(1753, 1, 1)
GLOSSARY = (
    ("Deuxième paragraphe", EMPTY, EMPTY, 0),
    ("Premier paragraphe", YESTERDAY, TOMORROW, 0),
    ("Pas encore", TOMORROW, EMPTY, 0),
    ("Plus maintenant", EMPTY, YESTERDAY, 0),
    ("Pour les documents", EMPTY, EMPTY, 1),
)


def _variants(add: Add) -> None:
    for number, reference, axis, value in (
        (11, "RANGED", 0, "52"),
        (12, "RANGED", 0, "54"),
        (21, "RANGED", 1, "Or"),
        (22, "RANGED", 1, "Argent"),
        (31, "SIZED", 0, "52"),
        (32, "SIZED", 0, "54"),
    ):
        add(F_ARTGAMME, AG_No=number, AR_Ref=reference, AG_Type=axis, EG_Enumere=value)
    own = {"AE_Ref": "RANGED-52-OR", "AE_CodeBarre": "3760000000024", "AE_PrixAch": 55}
    add(F_ARTENUMREF, AR_Ref="RANGED", AG_No1=11, AG_No2=21, **own)
    add(F_ARTENUMREF, AR_Ref="RANGED", AG_No1=12, AG_No2=22, AE_Sommeil=1)
    add(F_ARTENUMREF, AR_Ref="SIZED", AG_No1=31, AG_No2=0, AE_Ref="SIZED-52")
    for number, label, quantity, reference in ((1, "Boîte de 12", 12, ""), (2, "Lot de 4", 4, "PACKED-4")):
        add(F_CONDITION, CO_No=number, AR_Ref="PACKED", EC_Enumere=label, EC_Quantite=quantity, CO_Ref=reference)


def _stock(add: Add) -> None:
    first = {"AS_QteSto": 10, "AS_QteRes": 3, "AS_QtePrepa": 1, "AS_QteCom": 5, "AS_QteResCM": 2, "AS_QteComCM": 1}
    add(F_ARTSTOCK, AR_Ref="BAGUE1", DE_No=1, **first)
    add(F_ARTSTOCK, AR_Ref="BAGUE1", DE_No=2, AS_QteSto=Decimal("0.1"))
    add(F_ARTSTOCK, AR_Ref="RANGED", DE_No=1, AS_QteSto=9)
    add(F_GAMSTOCK, AR_Ref="RANGED", DE_No=1, AG_No1=11, AG_No2=21, GS_QteSto=4)
    add(F_GAMSTOCK, AR_Ref="RANGED", DE_No=2, AG_No1=11, AG_No2=21, GS_QteSto=5)
    add(F_GAMSTOCK, AR_Ref="SIZED", DE_No=1, AG_No1=31, AG_No2=0, GS_QteSto=7)


def _prices(add: Add) -> None:
    add(F_COMPTET, CT_Num="GROUP", CT_Type=0, CG_NumPrinc="4110000", N_CatTarif=2, CT_Intitule="Centrale")
    add(
        F_COMPTET,
        CT_Num="CARAT",
        CT_Type=0,
        CG_NumPrinc="4110000",
        N_CatTarif=1,
        N_CatCompta=3,
        CT_Intitule="Diamant vert",
        CT_EMail="Achats@Carat.example",
        CT_Siret="123 456 789 012",
        CT_Identifiant="FR 40 123456789",
        CT_NumCentrale="GROUP",
        CT_Taux01=5,
        CT_ControlEnc=2,
    )
    add(F_ARTCLIENT, AR_Ref="BAGUE1", AC_Categorie=1, AC_PrixVen=120, AC_PrixTTC=1, AC_Remise=10)
    add(F_ARTCLIENT, AR_Ref="BAGUE1", AC_Categorie=2, AC_Coef=3, AC_Arrondi=1, AC_QteMont=1, AC_PrixDev=50, AC_Devise=2)
    add(F_ARTCLIENT, AR_Ref="BAGUE1", CT_Num="GROUP", AC_PrixVen=80, AC_TypeRem=1)
    element = {"TQ_Remise01REM_Valeur": 5, "TQ_Remise01REM_Type": 1, "TQ_Remise02REM_Valeur": 2}
    for owner, bound, discounts in (("a02", UNBOUNDED, element), ("a02", 9, {}), ("FOURN", 5, element)):
        add(F_TARIFQTE, AR_Ref="BAGUE1", TQ_RefCF=owner, TQ_BorneSup=bound, **discounts)
    add(F_TARIFGAM, AR_Ref="RANGED", TG_RefCF="a01", AG_No1=11, AG_No2=21, TG_Prix=150)
    add(F_TARIFGAM, AR_Ref="RANGED", TG_RefCF="a01", AG_No1=11, AG_No2=22, TG_Prix=0)
    add(F_TARIFCOND, AR_Ref="PACKED", TC_RefCF="CARAT", CO_No=1, TC_Prix=30)
    add(F_FAMTARIF, FA_CodeFamille="BAGUES", FT_Categorie=2, FT_Remise=4, FT_QteMont=1)
    discount = {"FQ_Remise01REM_Valeur": 8, "FQ_Remise01REM_Type": 1}
    add(F_FAMTARIFQTE, FA_CodeFamille="BAGUES", FQ_RefCF="a02", FQ_BorneSup=UNBOUNDED, **discount)
    add(F_FAMCLIENT, FA_CodeFamille="BAGUES", CT_Num="CARAT", FC_Remise=6)
    for number, (label, first, last, kind) in enumerate(PROMOTIONS, start=1):
        dates = {"TF_Debut": moment(first), "TF_Fin": moment(last)}
        percent = {"TF_Remise01REM_Valeur": 20, "TF_Remise01REM_Type": 1}
        add(F_TARIF, TF_No=number, TF_Intitule=label, TF_Type=kind, **dates, **percent)
    for number, interest, reference in (
        (1, 1, "BAGUE1"),
        (1, 2, "2"),
        (2, 0, "BAGUES"),
        (3, 1, "BAGUE1"),
        (4, 1, "BAGUE1"),
    ):
        add(F_TARIFSELECT, TF_No=number, TS_Interes=interest, TS_Ref=reference)
    add(F_TARIFSELECT, TF_No=2, TS_Interes=3, TS_Ref="CARAT")


PROMOTIONS = (
    ("Soldes", YESTERDAY, TOMORROW, 0),
    ("Fidélité", EMPTY, EMPTY, 0),
    ("Passée", EMPTY, YESTERDAY, 0),
    ("Ristourne", EMPTY, EMPTY, 1),
)


def _parties(add: Add) -> None:
    account = {"CG_NumPrinc": "4110000", "CT_Type": 0}
    add(F_COMPTET, CT_Num="TOPAZ", CT_Intitule="Topaze", CT_EMail="topaz@example.com", CT_Sommeil=1, **account)
    add(F_COMPTET, CT_Num="ORFEVRE", CT_Intitule="Orfèvre", CT_EMail="topaz@example.com", **account | {"CT_Type": 1})
    add(F_CONTACTT, CT_Num="TOPAZ", CT_No=1, CT_Nom="Diaz", CT_Prenom="Ana", CT_EMail="Ana@example.com")
    add(F_CONTACTT, CT_Num="CARAT", CT_No=2, CT_Nom="Roy", CT_Prenom="Léa", CT_EMail="ana@example.com")
    add(F_ARTFOURNISS, AR_Ref="BAGUE1", CT_Num="ORFEVRE", AF_RefFourniss="OR-77", AF_Principal=1)


def _documents(add: Add) -> None:
    for kind, piece, number, extra in (
        (1, "BC00001", "53", {}),
        (3, "BL00001", "53", {"DO_DateLivr": moment(TODAY), "DO_DateLivrRealisee": moment(TOMORROW)}),
        (6, "FA00001", "54", {"DO_Provenance": 1}),
        (4, "BR00001", "53", {}),
        (1, "BC00002", "", {}),
        (0, "DE00001", "B-55", {"DO_Statut": 2}),
    ):
        totals = {"DO_TotalHTNet": 100, "DO_TotalTTC": 120}
        head = {"DO_Domaine": 0, "DO_Tiers": "CARAT", "DO_Date": moment(TODAY), "DO_NoWeb": number}
        add(F_DOCENTETE, DO_Type=kind, DO_Piece=piece, DO_Ref=f"Web {number}", **head, **totals, **extra)
    for number, (kind, piece, reference, quantity, valued) in enumerate(LINES, start=1):
        line = {"DO_Domaine": 0, "CT_Num": "CARAT", "DL_Ligne": number * 10000, "PF_Num": ""}
        amounts = {"DL_Qte": quantity, "DL_Valorise": valued, "DL_MontantHT": 50, "DL_MontantTTC": 60}
        add(
            F_DOCLIGNE,
            DL_No=number,
            DO_Type=kind,
            DO_Piece=piece,
            AR_Ref=reference,
            DL_Design=f"Ligne {number}",
            **line,
            **amounts,
        )
    for number, (kind, piece) in enumerate(((12, "FBC0001"), (11, "FPC0001")), start=20):
        head = {"DO_Domaine": 1, "DO_Tiers": "ORFEVRE", "DO_Date": moment(TODAY)}
        add(F_DOCENTETE, DO_Type=kind, DO_Piece=piece, **head)
        when = moment(TOMORROW) if kind == 12 else moment(EMPTY)
        line = {"DO_Domaine": 1, "PF_Num": "", "DL_Qte": 20, "DO_DateLivr": when}
        add(F_DOCLIGNE, DL_No=number, DO_Type=kind, DO_Piece=piece, AR_Ref="BAGUE1", **line)
        variant = {"AG_No1": 11, "AG_No2": 21}
        add(F_DOCLIGNE, DL_No=number + 10, DO_Type=kind, DO_Piece=piece, AR_Ref="RANGED", **line, **variant)


LINES = (
    (1, "BC00001", "BAGUE1", 2, 1),
    (3, "BL00001", "BAGUE1", 2, 1),
    (3, "BL00001", None, 0, 0),
    (6, "FA00001", "BAGUE1", 1, 1),
)
