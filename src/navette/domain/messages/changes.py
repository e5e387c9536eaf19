"""What a change is called where the changes of a record are listed."""

from navette.domain.messages.message import Level, Message

CHANGE = Message("CHG-LIN-001", "{name}: {before} → {after}", level=Level.INFO)
NEW = Message("CHG-LIN-002", "{name}: {after}", level=Level.INFO)
SENT_ANEW = Message("CHG-LIN-003", "{name}: sent anew", level=Level.INFO)

NAME = Message("CHG-NAM-001", "name", level=Level.INFO)
PRICE = Message("CHG-NAM-002", "price excl. tax", level=Level.INFO)
VARIANTS = Message("CHG-NAM-003", "variants", level=Level.INFO)
SPECIFIC_PRICES = Message("CHG-NAM-004", "specific prices", level=Level.INFO)
STOCK = Message("CHG-NAM-005", "stock", level=Level.INFO)
CATEGORY = Message("CHG-NAM-006", "category", level=Level.INFO)
DOCUMENT = Message("CHG-NAM-007", "document", level=Level.INFO)
ACCOUNT = Message("CHG-NAM-008", "account", level=Level.INFO)
TOTAL = Message("CHG-NAM-009", "total incl. tax", level=Level.INFO)
GAP = Message("CHG-NAM-010", "gap", level=Level.INFO)
STATUS = Message("CHG-NAM-011", "status", level=Level.INFO)
PIECE = Message("CHG-NAM-012", "document number", level=Level.INFO)
TRACKING = Message("CHG-NAM-013", "tracking number", level=Level.INFO)
DELIVERY_DATE = Message("CHG-NAM-014", "delivery date", level=Level.INFO)
TEXTS = Message("CHG-NAM-015", "name and descriptions", level=Level.INFO)
SEO = Message("CHG-NAM-016", "meta texts and friendly URL", level=Level.INFO)
AVAILABILITY = Message("CHG-NAM-017", "availability", level=Level.INFO)
WEIGHT = Message("CHG-NAM-018", "weight", level=Level.INFO)
DIMENSIONS = Message("CHG-NAM-019", "dimensions", level=Level.INFO)
CODES = Message("CHG-NAM-020", "EAN code", level=Level.INFO)
TAX = Message("CHG-NAM-021", "tax rule", level=Level.INFO)
BRAND = Message("CHG-NAM-022", "brand", level=Level.INFO)
SUPPLIER = Message("CHG-NAM-023", "supplier", level=Level.INFO)
IMAGES = Message("CHG-NAM-024", "images", level=Level.INFO)
DOCUMENTS = Message("CHG-NAM-025", "documents", level=Level.INFO)
FEATURES = Message("CHG-NAM-026", "features", level=Level.INFO)
CATEGORIES = Message("CHG-NAM-027", "categories", level=Level.INFO)
RELATED = Message("CHG-NAM-028", "related articles", level=Level.INFO)
CHANGE_NAMES = {
    "name": NAME,
    "price": PRICE,
    "variants": VARIANTS,
    "specific_prices": SPECIFIC_PRICES,
    "stock": STOCK,
    "category": CATEGORY,
    "document": DOCUMENT,
    "account": ACCOUNT,
    "total": TOTAL,
    "gap": GAP,
    "status": STATUS,
    "piece": PIECE,
    "tracking": TRACKING,
    "delivery_date": DELIVERY_DATE,
    "texts": TEXTS,
    "seo": SEO,
    "availability": AVAILABILITY,
    "weight": WEIGHT,
    "dimensions": DIMENSIONS,
    "codes": CODES,
    "tax": TAX,
    "brand": BRAND,
    "supplier": SUPPLIER,
    "images": IMAGES,
    "documents": DOCUMENTS,
    "features": FEATURES,
    "categories": CATEGORIES,
    "related": RELATED,
}
