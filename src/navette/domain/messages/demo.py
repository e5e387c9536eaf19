"""What the demo tells between its runs."""

from navette.domain.messages.message import Level, Message

MAKING_COMPANY = Message("DEM-STP-001", "Making a sample company with {articles} articles", level=Level.INFO)
STARTING_SHOP = Message("DEM-STP-002", "Starting a simulated shop ({kind}) at {url}", level=Level.INFO)
SETTING_UP = Message("DEM-STP-003", "Setting up the profile {profile} for {url}", level=Level.INFO)
ORDERS_PLACED = Message("DEM-STP-004", "Orders that customers placed in the shop: {number}", level=Level.INFO)
MAPPING_ARTICLE = Message(
    "DEM-STP-005",
    "The article {reference} is mapped to {target}, and the order that waits is replayed",
    level=Level.INFO,
)
INVOICED = Message(
    "DEM-STP-006",
    "In the company, the order {order} becomes the delivery note {delivery}, then the invoice {invoice}",
    level=Level.INFO,
)
LAST_PASS = Message("DEM-STP-007", "Everything once more: nothing must be sent", level=Level.INFO)
MAPPED = Message("DEM-STP-008", "Suggested mappings that are taken over: {number}", level=Level.INFO)
SUMMARY = Message("DEM-END-001", "Summary", level=Level.INFO)
RIGHT = Message(
    "DEM-END-002",
    "Orders: {orders}; documents: {documents}; every total is what was paid, gap lines used: {gaps}",
    level=Level.SUCCESS,
)
FAULT = Message("DEM-END-003", "{fault}", "This is a fault of the program: please report it.")
LOOK_AT = Message("DEM-END-004", "Where to look:", level=Level.INFO)
SHOP_STAYS = Message("DEM-END-005", "The shop stays open at {url}; press Ctrl+C to close it", level=Level.INFO)
UNKNOWN_SHOP = Message("DEM-CFG-001", "There is no simulator of {kind}.", "Choose one of: {known}")
FOLDER_TAKEN = Message(
    "DEM-CFG-002", "The folder {folder} holds a demo already.", "Choose another folder, or remove this one."
)
ORDER = Message("DEM-COL-001", "Order", level=Level.INFO)
PAID = Message("DEM-COL-002", "Paid", level=Level.INFO)
DOCUMENT = Message("DEM-COL-003", "Document", level=Level.INFO)
TOTAL = Message("DEM-COL-004", "Total incl. tax", level=Level.INFO)
STATUS = Message("DEM-COL-005", "Status in the shop", level=Level.INFO)
