"""Third parties that are the same in every sample company; tests and the demo know them."""

from decimal import Decimal

from navette.demo.company.foundations.company_card import TEMPLATE_CUSTOMER
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.taxes import SalesCategory
from navette.demo.company.parties.party import Contact, CreditControl, Party, Place

_SHOP = Place("14 rue des Orfèvres", "25000", "Besançon")
_MONTHLY_TERMS, _CHEQUE_TERMS = 2, 3

SUPPLIERS = (
    Party(
        code="FGEMMES", title="Gemmes du Haut-Jura", place=Place("8 rue des Lapidaires", "39400", "Morbier"),
        is_supplier=True, register_number=901, email="ventes@gemmes.example.com", terms=_MONTHLY_TERMS,
    ),
    Party(
        code="FARGENT", title="Argenterie Comtoise", place=Place("2 impasse du Creuset", "25300", "Pontarlier"),
        is_supplier=True, register_number=902, email="commandes@argenterie.example.com", terms=_MONTHLY_TERMS,
    ),
    Party(
        code="FHORLOG", title="Manufacture Cassiopée", place=Place("40 rue du Balancier", "25500", "Morteau"),
        is_supplier=True, register_number=903, email="adv@cassiopee.example.com", terms=_CHEQUE_TERMS,
    ),
    Party(
        code="FEDITION", title="Éditions de la Citadelle", place=Place("1 place Victor", "25000", "Besançon"),
        is_supplier=True, register_number=904, email="diffusion@citadelle.example.com", terms=_CHEQUE_TERMS,
    ),
)  # fmt: skip

CONSUMERS = (
    Party(code=TEMPLATE_CUSTOMER, title="Client comptoir", place=_SHOP, representative=1),
    Party(code="INVITES", title="Commandes d'invités", place=_SHOP),
    Party(code="JOURNEE", title="Ventes web de la journée", place=_SHOP),
    Party(code="PLACEMAR1", title="Place de marché", place=_SHOP),
    Party(
        code="PARDUPONT", title="DUPONT Marie", courtesy="Mme",
        place=Place("5 chemin des Vignes", "25000", "Besançon", more="Bâtiment B"),
        email="marie.dupont@example.com", phone="0199000101",
        contacts=(Contact("DUPONT", "Marie", "marie.dupont@example.com", "0639980101", courtesy=1),),
        other_places=(Place("12 quai Vauban", "39100", "Dole"),),
    ),
    Party(
        code="PARMULLER", title="MÜLLER Jürgen", courtesy="M.",
        place=Place("Goethestraße 7", "79100", "Freiburg", "Allemagne"), email="juergen.mueller@example.com",
        sales_category=SalesCategory.OSS_GERMANY,
    ),
    Party(code="SANSMAIL", title="LHÔTE Noël", courtesy="M.", place=Place("3 rue Proudhon", "21000", "Dijon")),
    Party(
        code="MAILFAUX", title="COULON Théo", place=Place("9 avenue Foch", "69003", "Lyon"),
        email="theo.coulon(at)example",
    ),
)  # fmt: skip

FIRMS = (
    Party(
        code="GROSBESAN", title="Grossiste Besançon Bijoux", courtesy="SARL",
        place=Place("22 avenue Foch", "25000", "Besançon"), email="achats@grosbesan.example.com", phone="0199000201",
        register_number=101, price_category=PriceCategory.WHOLESALERS, terms=_MONTHLY_TERMS, representative=2,
        early_payment_discount=Decimal(2), credit_limit=Decimal(20_000), insured=Decimal(15_000), shipping_method=5,
        contacts=(
            Contact("ROUSSEL", "Hervé", "h.roussel@grosbesan.example.com", "0639980201", "Acheteur"),
            Contact("GUÉRIN", "Anaïs", "a.guerin@grosbesan.example.com", "0639980202", "Comptable", courtesy=1),
            Contact("PERRIN", "Luc", function="Magasinier"),
        ),
        other_places=(Place("Zone des Prés", "25410", "Saint-Vit", more="Quai 4"),),
    ),
    Party(
        code="CENTRALE", title="Centrale des Joailliers Réunis", courtesy="GIE",
        place=Place("100 rue de la Préfecture", "69003", "Lyon"), email="referencement@centrale.example.com",
        register_number=102, price_category=PriceCategory.RETAILERS, terms=_MONTHLY_TERMS, discount=Decimal(3),
        credit_limit=Decimal(50_000),
    ),
    Party(
        code="DETADIJON", title="Bijouterie du Palais", courtesy="SAS",
        place=Place("6 place des Ducs", "21000", "Dijon"), email="contact@palais.example.com", phone="0199000203",
        register_number=103, price_category=PriceCategory.RETAILERS, terms=_MONTHLY_TERMS, representative=3,
        credit_limit=Decimal(8000), risk=2, control=CreditControl.BY_RISK_CODE,
        contacts=(Contact("JEANNIN", "Solène", "s.jeannin@palais.example.com", courtesy=1),),
    ),
    Party(
        code="DETALYON", title="Joaillerie Bellecombe", courtesy="SARL", place=Place("41 quai Vauban", "69003", "Lyon"),
        email="boutique@bellecombe.example.com", register_number=104, price_category=PriceCategory.RETAILERS,
        purchasing_group="CENTRALE", terms=_CHEQUE_TERMS, representative=3,
    ),
    Party(
        code="DETANANTE", title="Atelier de l'Erdre", courtesy="SARL", place=Place("18 quai Vauban", "44000", "Nantes"),
        email="atelier@erdre.example.com", register_number=105, price_category=PriceCategory.RETAILERS,
        purchasing_group="CENTRALE", terms=_CHEQUE_TERMS,
    ),
    Party(
        code="BELGIQUE1", title="Juwelen Van Damme", place=Place("Meir 12", "2000", "Antwerpen", "Belgique"),
        email="info@vandamme.example.com", vat_number="BE0999999922", price_category=PriceCategory.WHOLESALERS,
        sales_category=SalesCategory.EUROPE, terms=_MONTHLY_TERMS, shipping_method=5,
    ),
    Party(
        code="SUISSE01", title="Horlogerie du Léman", place=Place("Rue du Rhône 3", "1204", "Genève", "Suisse"),
        email="achats@leman.example.com", price_category=PriceCategory.WHOLESALERS,
        sales_category=SalesCategory.EXPORT, terms=_MONTHLY_TERMS, shipping_method=5,
    ),
    Party(
        code="BLOQUE01", title="Comptoir des Arcades", place=Place("2 rue Proudhon", "59000", "Lille"),
        email="gerant@arcades.example.com", register_number=106, price_category=PriceCategory.RETAILERS,
        control=CreditControl.BLOCKED, risk=3,
    ),
    Party(
        code="DORMANT1", title="Galerie fermée", place=Place("77 avenue Foch", "67000", "Strasbourg"),
        email="ancien@galerie.example.com", register_number=107, price_category=PriceCategory.RETAILERS,
        is_dormant=True,
    ),
    Party(code="RGPD0001", title="RGPD", place=Place("", "", ""), is_dormant=True, is_erased=True),
    Party(
        code="PROSPECT1", title="Maison Belle Étoile", place=Place("4 rue Proudhon", "33000", "Bordeaux"),
        email="projet@belleetoile.example.com", is_prospect=True, price_category=PriceCategory.RETAILERS,
    ),
)  # fmt: skip

KNOWN_PARTIES = (*SUPPLIERS, *CONSUMERS, *FIRMS)
