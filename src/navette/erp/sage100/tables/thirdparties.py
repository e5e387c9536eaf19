"""Customers, suppliers, their addresses, contacts and terms; representatives and countries (sage100 §2.3)."""

from typing import Any

from sqlalchemy import Column

from navette.erp.sage100.tables.columns import (
    amounts,
    code,
    dates,
    integers,
    numbered,
    numbers_with_twin,
    smallints,
    text,
    texts,
)
from navette.erp.sage100.tables.declaration import sage_table

F_COMPTET = sage_table(
    "F_COMPTET",
    code("CT_Num", 17, required=True),
    text("CT_Intitule", 69),
    *smallints("CT_Type"),
    code("CG_NumPrinc", 13, required=True),
    *texts(17, "CT_Qualite", "CT_Classement"),
    *texts(35, "CT_Contact", "CT_Adresse", "CT_Complement", "CT_Ville", "CT_Pays", "CT_Commentaire"),
    text("CT_CodePostal", 9),
    text("CT_CodeRegion", 25),
    *texts(7, "CT_Raccourci", "CT_Ape"),
    *smallints("BT_Num", "N_Devise", "N_Risque", "N_CatTarif", "N_CatCompta", "N_Period", "N_Expedition"),
    *smallints("N_Condition", "N_Analytique", "N_AnalytiqueIFRS"),
    *texts(25, "CT_Identifiant", "CT_Coface", "CT_RepresentNIF"),
    text("CT_Siret", 15),
    *texts(21, *numbered("CT_Statistique{:02d}", 10)),
    *amounts("CT_Encours", "CT_Assurance", *numbered("CT_Taux{:02d}", 4), "CT_SvCA", "CT_SvResultat"),
    code("CT_NumPayeur", 17, optional=True),
    code("CT_NumCentrale", 17, optional=True),
    *numbers_with_twin("CO_No", "DE_No", "MR_No", "EB_No"),
    *smallints("CT_Facture", "CT_BLFact", "CT_Langue", "CT_Saut", "CT_Lettrage", "CT_ValidEch", "CT_Sommeil"),
    *smallints("CT_ControlEnc", "CT_NotRappel", "CT_Surveillance", "CT_SvIncident", "CT_SvPrivil"),
    *dates("CT_DateCreate", "CT_SvDateCreate", "CT_SvDateIncid", "CT_SvDateMaj", "CT_SvDateBilan"),
    *dates("CT_DateFermeDebut", "CT_DateFermeFin", "CT_DateMAJ"),
    code("CA_Num", 13, optional=True),
    code("CA_NumIFRS", 13, optional=True),
    *texts(21, "CT_Telephone", "CT_Telecopie"),
    *texts(69, "CT_EMail", "CT_Site"),
    text("CT_SvFormeJuri", 33),
    text("CT_SvEffectif", 11),
    text("CT_SvRegul", 3),
    text("CT_SvCotation", 5),
    text("CT_SvObjetMaj", 61),
    *smallints("CT_SvNbMoisBilan", "CT_PrioriteLivr", "CT_LivrPartielle", "CT_NotPenal", "CT_FactureElec"),
    *smallints("CT_TypeNIF", "CT_EdiCodeType", "CT_ProfilSoc", "CT_StatutContrat", "CT_EchangeRappro"),
    *smallints("CT_EchangeCR", "CT_BonAPayer", "CT_DelaiTransport", "CT_DelaiAppro", "CT_AnnulationCR"),
    *smallints("CT_CessionCreance", "CT_ExclureTrait", "CT_GDPR", "CT_Prospect"),
    *texts(35, "CT_RepresentInt", "CT_Facebook", "CT_LinkedIn"),
    text("CT_EdiCode", 23),
    text("CT_EdiCodeSage", 9),
    text("CT_LangueISO2", 3),
    *integers("PI_NoEchange"),
    keys=[("CT_Num",)],
    indexes=[("CT_EMail",), ("CT_Siret",), ("CT_Identifiant",), ("CT_NumPayeur",), ("CT_NumCentrale",)],
)

F_COMPTETG = sage_table(
    "F_COMPTETG",
    code("CT_Num", 17, required=True),
    code("CG_Num", 13, required=True),
    keys=[("CT_Num", "CG_Num")],
)

F_LIVRAISON = sage_table(
    "F_LIVRAISON",
    *integers("LI_No", required=True),
    code("CT_Num", 17, required=True),
    text("LI_Intitule", 69),
    *texts(35, "LI_Adresse", "LI_Complement", "LI_Ville", "LI_Pays", "LI_Contact"),
    text("LI_CodePostal", 9),
    text("LI_CodeRegion", 25),
    *smallints("N_Expedition", "N_Condition", "LI_Principal", "LI_DelaiTransport"),
    *texts(21, "LI_Telephone", "LI_Telecopie"),
    *texts(69, "LI_EMail", "LI_Commentaire"),
    keys=[("LI_No",)],
    indexes=[("CT_Num",)],
)

F_CONTACTT = sage_table(
    "F_CONTACTT",
    code("CT_Num", 17, required=True),
    *texts(35, "CT_Nom", "CT_Prenom", "CT_Fonction"),
    *smallints("N_Service", "CT_Civilite", "N_Contact"),
    *texts(21, "CT_Telephone", "CT_TelPortable", "CT_Telecopie"),
    text("CT_EMail", 69),
    *integers("CT_No", required=True),
    *texts(35, "CT_Facebook", "CT_LinkedIn", "CT_Skype"),
    keys=[("CT_No",), ("CT_Num", "CT_Nom", "CT_Prenom")],
    indexes=[("CT_EMail",)],
)


def _term(prefix: str) -> list[Column[Any]]:
    flags = (f"{prefix}_Condition", f"{prefix}_NbJour", *numbered(f"{prefix}_JourTb{{:02d}}", 6), f"{prefix}_TRepart")
    return [*smallints("N_Reglement", *flags), *amounts(f"{prefix}_VRepart")]


F_REGLEMENTT = sage_table(
    "F_REGLEMENTT",
    code("CT_Num", 17, required=True),
    *_term("RT"),
    keys=[("CT_Num", "RT_NbJour", "N_Reglement")],
)

F_MODELER = sage_table(
    "F_MODELER",
    *integers("MR_No", required=True),
    text("MR_Intitule", 35),
    keys=[("MR_No",)],
)

F_EMODELER = sage_table(
    "F_EMODELER",
    *integers("MR_No", required=True),
    *_term("ER"),
    indexes=[("MR_No",)],
)

F_COLLABORATEUR = sage_table(
    "F_COLLABORATEUR",
    *integers("CO_No", required=True),
    *texts(35, "CO_Nom", "CO_Prenom", "CO_Fonction", "CO_Adresse", "CO_Complement", "CO_Ville", "CO_Pays"),
    text("CO_Service", 35),
    text("CO_CodePostal", 9),
    text("CO_CodeRegion", 25),
    *smallints("CO_Vendeur", "CO_Caissier", "CO_Acheteur", "CO_Receptionnaire", "CO_ChargeRecouvr"),
    *smallints("CO_Financier", "CO_Transmission", "CO_Sommeil"),
    *dates("CO_DateCreation"),
    *texts(21, "CO_Telephone", "CO_Telecopie", "CO_TelPortable"),
    text("CO_EMail", 69),
    *numbers_with_twin("PROT_No"),
    text("CO_Matricule", 11),
    *texts(35, "CO_Facebook", "CO_LinkedIn", "CO_Skype"),
    keys=[("CO_No",), ("CO_Nom", "CO_Prenom")],
)

F_PAYS = sage_table(
    "F_PAYS",
    text("PA_Intitule", 35),
    *texts(3, "PA_Code", "PA_CodeEdi", "PA_CodeISO2"),
    *amounts("PA_Assurance", "PA_Transport"),
    *smallints("PA_SEPA"),
    *integers("PA_No", required=True),
    keys=[("PA_No",), ("PA_Intitule",)],
)

F_ENUMSTAT = sage_table(
    "F_ENUMSTAT",
    *smallints("N_Statistique"),
    text("ES_Intitule", 21),
    keys=[("N_Statistique", "ES_Intitule")],
)
