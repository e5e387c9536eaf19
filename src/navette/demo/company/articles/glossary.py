"""Long texts in three languages, shared by articles (F_GLOSSAIRE)."""

from dataclasses import dataclass

from navette.demo.company.row_writer import RowWriter
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import F_GLOSSAIRE

_ARTICLE_DOMAIN = 0


@dataclass(frozen=True, slots=True)
class GlossaryText:
    """A text; `valid_for` is a number of days after today, 0 without an end."""

    title: str
    french: str
    english: str
    german: str
    valid_for: int = 0


RING, NECKLACE, BRACELET, EARRINGS, PENDANT, BROOCH, WATCH, BOOK, CARE, WORKSHOP, SEASON = range(1, 12)
"""GL_No of the texts below, in their order."""

TEXTS = (
    GlossaryText(
        "Bagues",
        "Montée à la main dans notre atelier de Besançon, cette bague est livrée dans son écrin avec son certificat.\n"
        "Mise à la taille offerte dans les trois mois.",
        "Set by hand in our Besançon workshop, this ring comes in its case with a certificate.\n"
        "Free resizing within three months.",
        "Von Hand in unserer Werkstatt in Besançon gefasst, wird dieser Ring mit Etui und Zertifikat geliefert.",
    ),
    GlossaryText(
        "Colliers",
        "Chaîne soudée maillon par maillon, fermoir mousqueton. Longueur réglable de 42 à 45 cm.",
        "Chain soldered link by link, lobster clasp. Length adjustable from 42 to 45 cm.",
        "Glied für Glied gelötete Kette mit Karabinerverschluss. Länge verstellbar von 42 bis 45 cm.",
    ),
    GlossaryText(
        "Bracelets",
        "Bracelet souple, fermoir de sécurité.",
        "Soft bracelet with a safety clasp.",
        "Weiches Armband mit Sicherheitsverschluss.",
    ),
    GlossaryText(
        "Boucles d'oreilles",
        "Vendues par paire, attaches en argent 925 sans nickel.",
        "Sold as a pair, nickel-free sterling silver posts.",
        "Paarweise verkauft, nickelfreie Stecker aus Silber 925.",
    ),
    GlossaryText(
        "Pendentifs",
        "Pendentif livré sans chaîne, bélière de 4 mm.",
        "Pendant without chain, 4 mm bail.",
        "Anhänger ohne Kette, 4-mm-Öse.",
    ),
    GlossaryText(
        "Broches", "Épingle à double sécurité.", "Pin with double safety catch.", "Nadel mit doppelter Sicherung."
    ),
    GlossaryText(
        "Montres",
        "Mouvement assemblé en Franche-Comté, verre saphir, étanche à 50 m.",
        "Movement assembled in Franche-Comté, sapphire glass, water resistant to 50 m.",
        "In der Franche-Comté montiertes Werk, Saphirglas, wasserdicht bis 50 m.",
    ),
    GlossaryText(
        "Livres", "Édition reliée, papier issu de forêts gérées.", "Hardback, paper from managed forests.", "Gebunden."
    ),
    GlossaryText(
        "Entretien",
        "Nettoyer avec un chiffon doux. Éviter le contact avec les parfums et les détergents.",
        "Clean with a soft cloth. Keep away from perfumes and detergents.",
        "Mit einem weichen Tuch reinigen. Kontakt mit Parfüm und Reinigungsmitteln vermeiden.",
    ),
    GlossaryText(
        "Atelier",
        "Fabriqué dans notre atelier.\n\nDélai habituel : dix jours ouvrés.",
        "Made in our workshop.\n\nUsual delay: ten working days.",
        "In unserer Werkstatt hergestellt.\n\nÜbliche Lieferzeit: zehn Arbeitstage.",
    ),
    GlossaryText(
        "Fêtes de fin d'année",
        "Emballage cadeau offert jusqu'à l'Épiphanie.",
        "Free gift wrapping until Epiphany.",
        "Kostenlose Geschenkverpackung bis zum Dreikönigstag.",
        valid_for=30,
    ),
)


def write_glossary(rows: RowWriter, calendar: SampleCalendar) -> None:
    """Write the texts; seasonal ones hold for a time only."""
    for number, text in enumerate(TEXTS, start=1):
        period = {}
        if text.valid_for:
            period = {"GL_PeriodeDeb": calendar.day(-30), "GL_PeriodeFin": calendar.day(text.valid_for)}
        rows.add(
            F_GLOSSAIRE,
            GL_No=number,
            GL_Domaine=_ARTICLE_DOMAIN,
            GL_Intitule=text.title,
            GL_Raccourci=f"G{number:03d}",
            GL_Text=text.french,
            GL_TextLangue1=text.english,
            GL_TextLangue2=text.german,
            **period,
        )
