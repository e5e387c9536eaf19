"""Messages of the export of articles and categories."""

from navette.domain.messages.message import Level, Message

TITLE = Message("ART-RUN-001", "Export the articles", level=Level.INFO)
START = Message("ART-RUN-002", "Start of the export of articles", level=Level.INFO)
READING = Message("ART-RUN-003", "Reading the articles", level=Level.INFO)
END = Message("ART-RUN-004", "End of the export of articles", level=Level.INFO)
CATEGORY_TITLE = Message("ART-CAT-001", "Export the categories of articles", level=Level.INFO)
CATEGORY_START = Message("ART-CAT-002", "Start of the export of categories", level=Level.INFO)
CATEGORY_READING = Message("ART-CAT-003", "Reading the categories", level=Level.INFO)
CATEGORY_END = Message("ART-CAT-004", "End of the export of categories", level=Level.INFO)
CATEGORIES_FIRST = Message("ART-CAT-005", "Categories first: {number} to create or change", level=Level.INFO)
CATEGORIES_OFF = Message(
    "ART-CAT-006",
    "Categories are switched off.",
    "Switch them on if the shop's categories shall follow the company.",
    target="articles.categories.create",
    level=Level.INFO,
)
CATEGORY_REFUSED = Message(
    "ART-CAT-007",
    "{label} was put in the default category: its own category {category} could not be made.",
    "See the messages about the category.",
    level=Level.WARNING,
)
ARTICLES_OFF = Message(
    "ART-CFG-001",
    "Articles are switched off.",
    "Switch on the creation of articles in the shop.",
    target="articles.create",
)
UNMAPPED_TAX = Message(
    "ART-TAX-001",
    "{label}: the tax {code} ({rate} %) is not mapped to a tax rule of the shop.",
    "Map it in the table of taxes, then replay the article.",
    target="mapping.taxes",
    level=Level.WARNING,
)
NO_NAME = Message(
    "ART-TXT-001",
    "{label} has no name in the language {language}.",
    "Fill the field {field} of the article, or choose another field for the name.",
    target="articles.texts.name",
    level=Level.WARNING,
)
DUPLICATE_IN_SHOP = Message(
    "ART-DUP-001",
    "{label}: the shop has several products with this reference: {ids}.",
    "Keep one of them in the shop, or change the references, then replay the article.",
    level=Level.WARNING,
)
BARCODE_OF_ANOTHER = Message(
    "ART-DUP-002",
    "{label}: the barcode {barcode} belongs to the shop's product {reference}.",
    "Correct the barcode on one of them, then replay the article.",
    level=Level.WARNING,
)
GONE_FROM_SHOP = Message(
    "ART-GON-001",
    "{label} is no longer in the shop: somebody deleted it there.",
    "Create it again with: navette run export-products --only {label}, or dismiss the record.",
    level=Level.WARNING,
)
DORMANT = Message("ART-SEL-001", "{label} is dormant and not in the shop.", level=Level.INFO)
PAIRED = Message("ART-PAI-001", "{label} was found in the shop (product {id}) and linked.", level=Level.INFO)
CREATED_AGAIN = Message("ART-GON-002", "{label} is created again in the shop.", level=Level.INFO)
IMAGE_MISSING = Message(
    "ART-IMG-001",
    "{label}: the file {file} is missing, or lies outside the folders that may be read.",
    "Put the file in its place, or add its folder.",
    target="erp.media_folders",
    level=Level.WARNING,
)
IMAGE_REFUSED = Message(
    "ART-IMG-002",
    "{label}: the shop did not take the picture {file}.",
    "Check the file's format and size.",
    level=Level.WARNING,
)
IMAGE_SENT = Message("ART-IMG-003", "{label} - Sending the picture {file}", level=Level.INFO)
UNKNOWN_FIELD = Message(
    "ART-CFG-002",
    "Articles of the company have no field {value}, which the option {option} names.",
    "Choose one of: {known}",
)
UNKNOWN_TAX_RULE = Message(
    "ART-CFG-003",
    "The shop has no tax rule {value}, which the table of taxes names for {code}.",
    "Choose one of: {known}",
    target="mapping.taxes",
)
UNKNOWN_CATEGORY = Message(
    "ART-CFG-004",
    "The company has no accounting category {number}.",
    "Choose one of: {known}",
    target="articles.taxes.accounting_category",
)
