"""Messages about looking into a company on the command line."""

from navette.domain.messages.message import Level, Message

CREATED = Message(
    "ERP-CMP-001",
    "Sample company made in {file}: {articles} articles, {customers} customers, {documents} documents.",
    level=Level.SUCCESS,
)
TOO_FEW_ARTICLES = Message(
    "ERP-CMP-002",
    "A sample company cannot have only {articles} articles: its known ones alone are {smallest}.",
    "Ask for at least {smallest} with --articles.",
)
NO_SUCH_DOCUMENT = Message(
    "ERP-CMP-003",
    "The company has no sales document with the piece or web number {name}.",
    "List them with: navette company documents FILE",
)
UNKNOWN_KIND = Message("ERP-CMP-004", "'{kind}' is not a kind of document.", "Choose one of these: {valid}.")
SUMMARY = Message(
    "ERP-CMP-005", "{name}, version {version}: {articles} articles, {customers} customers", level=Level.INFO
)
NO_DOCUMENTS = Message("ERP-CMP-006", "There is no such document.", level=Level.INFO)
HEADER = Message("ERP-CMP-007", "{kind} {piece} of {day}, account {account}", level=Level.INFO)
WEB_NUMBER_IS = Message("ERP-CMP-008", "web number {number}", level=Level.INFO)
TOTALS = Message("ERP-CMP-009", "Total: {net} excl. tax, {gross} incl. tax", level=Level.INFO)
FOOTER = Message("ERP-CMP-010", "Footer of the document (shipping)", level=Level.INFO)

KIND = Message("ERP-COL-001", "Document", level=Level.INFO)
PIECE = Message("ERP-COL-002", "Number", level=Level.INFO)
DAY = Message("ERP-COL-003", "Date", level=Level.INFO)
WEB_NUMBER = Message("ERP-COL-004", "Web number", level=Level.INFO)
ACCOUNT = Message("ERP-COL-005", "Account", level=Level.INFO)
NET = Message("ERP-COL-006", "Excl. tax", level=Level.INFO)
GROSS = Message("ERP-COL-007", "Incl. tax", level=Level.INFO)
ARTICLE = Message("ERP-COL-008", "Article", level=Level.INFO)
DESIGNATION = Message("ERP-COL-009", "Designation", level=Level.INFO)
QUANTITY = Message("ERP-COL-010", "Quantity", level=Level.INFO)
UNIT_PRICE = Message("ERP-COL-011", "Unit price", level=Level.INFO)

QUOTE = Message("ERP-KND-001", "Quote", level=Level.INFO)
ORDER = Message("ERP-KND-002", "Order", level=Level.INFO)
PREPARATION = Message("ERP-KND-003", "Preparation", level=Level.INFO)
DELIVERY = Message("ERP-KND-004", "Delivery note", level=Level.INFO)
INVOICE = Message("ERP-KND-005", "Invoice", level=Level.INFO)
POSTED_INVOICE = Message("ERP-KND-006", "Posted invoice", level=Level.INFO)
ENTERED = Message("ERP-STA-001", "entered", level=Level.INFO)
CONFIRMED = Message("ERP-STA-002", "confirmed", level=Level.INFO)
ACCEPTED = Message("ERP-STA-003", "accepted", level=Level.INFO)
KIND_AND_STATE = Message("ERP-STA-004", "{kind}, {state}", level=Level.INFO)
STATE_WORDS = (ENTERED, CONFIRMED, ACCEPTED)
KIND_WORDS = {
    "quote": QUOTE,
    "order": ORDER,
    "preparation": PREPARATION,
    "delivery": DELIVERY,
    "invoice": INVOICE,
    "posted_invoice": POSTED_INVOICE,
}
