"""What stands in the company, in the shop and in our memory, in a form that two installations can be compared by."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from installation import Installation

from navette.demo.audit import AuditedDocument, audit_sales
from navette.demo.shops.prestashop.php import fold
from navette.erp.sage100.embedded import open_company

Rows = Sequence[tuple[object, ...]]

COMPANY = {
    "accounts": "SELECT CT_Num, CT_Intitule, CT_EMail, CT_Adresse, CT_Ville FROM F_COMPTET",
    "delivery addresses": "SELECT CT_Num, LI_Intitule, LI_Adresse, LI_CodePostal, LI_Ville FROM F_LIVRAISON",
    "contacts": "SELECT CT_Num, CT_Nom, CT_Prenom, CT_EMail FROM F_CONTACTT",
    "documents": "SELECT DO_Type, DO_Piece, DO_NoWeb, DO_Tiers, DO_TotalTTC, DO_MontantRegle FROM F_DOCENTETE",
    "lines": "SELECT DO_Type, DO_Piece, DL_Ligne, AR_Ref, DL_Qte, DL_MontantTTC FROM F_DOCLIGNE",
    "due payments": "SELECT DO_Type, DO_Piece, DR_Montant, N_Reglement FROM F_DOCREGL",
    "payments": "SELECT RG_No, CT_NumPayeur, RG_Piece, RG_Montant FROM F_CREGLEMENT",
    "allocations": "SELECT RG_No, DR_No, DO_Piece, RC_Montant FROM F_REGLECH",
    "stock": "SELECT AR_Ref, DE_No, AS_QteSto, AS_QteRes FROM F_ARTSTOCK",
    "stock of variants": "SELECT AR_Ref, AG_No1, AG_No2, DE_No, GS_QteSto, GS_QteRes FROM F_GAMSTOCK",
    "next pieces": "SELECT DC_Domaine, DC_IdCol, DC_Souche, DC_Piece FROM F_DOCCURRENTPIECE",
}
ORDERS = {
    "orders": "SELECT id, reference, current_state, note FROM orders",
    "statuses": "SELECT id_order, id_order_state FROM order_history",
    "mails": "SELECT id_order, template FROM mail",
}
PRODUCTS = {
    "products": """
        SELECT p.reference, p.price, p.weight, p.ean13, p.active, p.id_tax_rules_group, p.product_type,
               m.name, s.name, t.name, t.description, t.link_rewrite
        FROM product p JOIN product_lang t ON t.id = p.id LEFT JOIN manufacturer m ON m.id = p.id_manufacturer
        LEFT JOIN supplier s ON s.id = p.id_supplier""",
    "variants": """
        SELECT p.reference, a.reference, a.price, a.ean13, a.default_on, t.name
        FROM product_attribute a JOIN product p ON p.id = a.id_product
        JOIN product_attribute_combination c ON c.id_product_attribute = a.id
        JOIN attribute_lang t ON t.id = c.id_attribute""",
    "pictures": "SELECT p.reference, i.position, i.cover FROM image i JOIN product p ON p.id = i.id_product",
    "suppliers of products": """
        SELECT p.reference, s.name, x.product_supplier_reference FROM product_supplier x
        JOIN product p ON p.id = x.id_product JOIN supplier s ON s.id = x.id_supplier""",
    "features of products": """
        SELECT p.reference, f.name, v.value FROM feature_product x JOIN product p ON p.id = x.id_product
        JOIN feature_lang f ON f.id = x.id_feature
        JOIN feature_value_lang v ON v.id = x.id_feature_value AND v.id_lang = f.id_lang""",
    "categories of products": """
        SELECT p.reference, t.name FROM category_product x JOIN product p ON p.id = x.id_product
        JOIN category_lang t ON t.id = x.id_category""",
    "default categories": """
        SELECT p.reference, t.name FROM product p JOIN category_lang t ON t.id = p.id_category_default""",
    "categories": """
        SELECT t.id_lang, t.name, u.name FROM category c JOIN category_lang t ON t.id = c.id
        LEFT JOIN category_lang u ON u.id = c.id_parent AND u.id_lang = t.id_lang""",
    "brands": "SELECT name FROM manufacturer",
    "suppliers": "SELECT name FROM supplier",
    "features": "SELECT id_lang, name FROM feature_lang",
    "feature values": "SELECT id_lang, value FROM feature_value_lang",
    "options": "SELECT id_lang, name FROM attribute_group_lang",
    "option values": "SELECT id_lang, name FROM attribute_lang",
}
MEMORY = {
    "links": "SELECT kind, erp_key FROM store_binding WHERE retired_at IS NULL",
    "digests": """
        SELECT b.kind, b.erp_key, a.aspect, a.digest, a.is_doubtful FROM store_sentaspect a
        JOIN store_binding b ON b.id = a.binding_id WHERE b.retired_at IS NULL""",
    "pictures": "SELECT b.erp_key, f.content_hash FROM store_remotefile f JOIN store_binding b ON b.id = f.binding_id",
    "claims": "SELECT kind, external_id, web_number, state, piece FROM store_claim",
    "effects": 'SELECT "order", kind, value, state FROM store_shopeffect',
    "quarantine": "SELECT record_key, code FROM store_quarantineentry WHERE state = 'open'",
    "marks": "SELECT capability FROM store_mark",
    "held leases": "SELECT resource FROM store_lease WHERE holder <> ''",
    "runs at work": "SELECT uuid FROM store_run WHERE status = 'running'",
}
COUNTS = "read_count, created, updated, unchanged, skipped, waiting, refused"


def of_company(installation: Installation) -> Mapping[str, Rows]:
    return _read(installation.company, COMPANY)


def of_orders(installation: Installation) -> Mapping[str, Rows]:
    return _read(installation.shop, ORDERS)


def of_products(installation: Installation) -> Mapping[str, Rows]:
    return _read(installation.shop, PRODUCTS)


def of_memory(installation: Installation) -> Mapping[str, Rows]:
    return _read(installation.data / "navette.sqlite3", MEMORY)


def _read(file: Path, queries: Mapping[str, str]) -> Mapping[str, Rows]:
    with rows_of(file) as connection:
        return {name: sorted(connection.execute(query), key=repr) for name, query in queries.items()}


@contextmanager
def rows_of(file: Path) -> Iterator[sqlite3.Connection]:
    """A database file as it is, by plain SQL."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        yield connection


def documents(installation: Installation) -> Mapping[str, Sequence[AuditedDocument]]:
    """The documents that came from a shop, some of them from before, by web number; their totals computed again."""
    engine = open_company(installation.company)
    found: dict[str, list[AuditedDocument]] = {}
    try:
        with engine.connect() as connection:
            for document in audit_sales(connection):
                if document.web_number:
                    found.setdefault(document.web_number, []).append(document)
    finally:
        engine.dispose()
    return found


def paid_totals(installation: Installation) -> Mapping[str, str]:
    """What was paid for each order of the shop."""
    with rows_of(installation.shop) as connection:
        return {str(key): total for key, total in connection.execute("SELECT id, total_paid FROM orders")}
