"""Messages of the import of orders."""

from navette.domain.messages.message import Level, Message

TITLE = Message("ORD-RUN-001", "Import the orders", level=Level.INFO)
START = Message("ORD-RUN-002", "Start of the import of orders", level=Level.INFO)
READING = Message("ORD-RUN-003", "Reading the orders in the shop", level=Level.INFO)
END = Message("ORD-RUN-004", "End of the import of orders", level=Level.INFO)
ORDER = Message("ORD-RUN-005", "Order: {label}", level=Level.INFO)
NUMBERED_ORDER = Message("ORD-RUN-006", "{position}/{total} - Order: {label}", level=Level.INFO)
DOCUMENT_CREATED = Message("ORD-DOC-001", "Document {piece} for {total}, account {account}", level=Level.INFO)
ACCOUNT_CREATED = Message("ORD-DOC-002", "Customer id: {customer}, account {account} created", level=Level.INFO)
DOCUMENT_ADOPTED = Message(
    "ORD-DOC-003", "The company already holds the order as {piece}: it is linked, not repeated.", level=Level.INFO
)
GAP_LINE = Message(
    "ORD-DOC-004", "Gap line of {gap}: the company computes {computed}, {paid} was paid", level=Level.INFO
)
NOT_SELECTED = Message(
    "ORD-SEL-001",
    "Order {order}: its status {status} is not selected.",
    "Select the status in the table of order statuses, if such orders shall be imported.",
    target="mapping.order_statuses",
    level=Level.INFO,
)
CHANGED_AFTER_IMPORT = Message(
    "ORD-CHG-001",
    "Order {order} was changed in the shop after its import as {piece}: {before} became {after}.",
    "Compare the order with the document and mend the document, then dismiss the record.",
    level=Level.WARNING,
)
CONTENT_CHANGED_AFTER_IMPORT = Message(
    "ORD-CHG-003",
    "Order {order} was changed in the shop after its import as {piece}: its rows or addresses are others, for a total "
    "of {total}.",
    "Compare the order with the document and mend the document, then dismiss the record.",
    level=Level.WARNING,
)
CANCELLED_AFTER_IMPORT = Message(
    "ORD-CHG-004",
    "Order {order} was cancelled in the shop after its import as {piece}: its status is {status}.",
    "Delete the document or make its credit note, then dismiss the record.",
    level=Level.WARNING,
)
DELETED_IN_ERP = Message(
    "ORD-CHG-002",
    "The document {piece} of order {order} is no longer in the company.",
    "Forget the transfer of the order if it shall be imported again, else dismiss the record.",
    level=Level.WARNING,
)
UNKNOWN_ARTICLE = Message(
    "ORD-ART-001",
    "Order {order}: the article {reference} ({name}) does not exist in the company.",
    "Create the article, or map the reference to another one (the miscellaneous article, for example) in the table of "
    "articles of orders, then replay the order.",
    target="mapping.order_articles",
    level=Level.WARNING,
)
BINDING_DISAGREES = Message(
    "ORD-ART-002",
    "Order {order}: the row names the article {reference}, but the shop's product belongs to {bound}.",
    "Correct the reference in the shop or the article's link, then replay the order.",
    level=Level.WARNING,
)
ARTICLE_DORMANT = Message(
    "ORD-ART-003",
    "Order {order}: the article {reference} is dormant.",
    "Wake it up, or allow its replacement article, then replay the order.",
    target="orders.lines.use_replacement",
    level=Level.WARNING,
)
NEEDS_VARIANT = Message(
    "ORD-ART-004",
    "Order {order}: {reference} has ranges, and the row does not tell which combination was sold.",
    "Export the article's combinations to the shop, then replay the order.",
    level=Level.WARNING,
)
UNMAPPED_TAX = Message(
    "ORD-TAX-001",
    "Order {order}: the tax {rate} % of {country} is not mapped to a tax of the company.",
    "Map it in the table of taxes of orders, then replay the order.",
    target="mapping.order_taxes",
    level=Level.WARNING,
)
UNKNOWN_ERP_TAX = Message(
    "ORD-TAX-002",
    "Order {order}: the tax code {code} of the mapping does not exist in the company.",
    "Correct the table of taxes of orders, then replay the order.",
    target="mapping.order_taxes",
    level=Level.WARNING,
)
SHIPPING_TAX_UNCLEAR = Message(
    "ORD-TAX-003",
    "Order {order}: the tax of the shipping cannot be told from {net} without and {gross} with tax.",
    "Check the tax in the shop; the order can be entered by hand and then dismissed.",
    level=Level.WARNING,
)
WRAPPING_TAX_UNCLEAR = Message(
    "ORD-TAX-005",
    "Order {order}: the tax of the gift wrapping cannot be told from {net} without and {gross} with tax.",
    "Check the tax in the shop; the order can be entered by hand and then dismissed.",
    level=Level.WARNING,
)
TAX_MAPPED_TO_OTHER_RATE = Message(
    "ORD-TAX-004",
    "Order {order}: the shop's tax of {rate} % ({country}) is mapped to {code}, which is {erp_rate} %.",
    "Correct the table of taxes of orders if this is not meant.",
    target="mapping.order_taxes",
    level=Level.WARNING,
)
TOTAL_DIFFERS = Message(
    "ORD-TOT-001",
    "Order {order}: {paid} was paid, but the company computes {computed} (net {net}; {taxes}). "
    "The difference of {gap} is more than rounding.",
    "Check the taxes and the rows of the order; nothing was written.",
    target="mapping.order_taxes",
    level=Level.WARNING,
)
ROWS_DO_NOT_ADD_UP = Message(
    "ORD-TOT-002",
    "Order {order}: its rows, shipping and vouchers make {computed}, but its total is {paid}.",
    "Check the order in the shop; it can be entered by hand and then dismissed.",
    level=Level.WARNING,
)
GAP_SWITCHED_OFF = Message(
    "ORD-TOT-003",
    "Order {order}: the company computes {computed}, {paid} was paid, and gap lines are switched off.",
    "Switch the gap line on, then replay the order.",
    target="orders.lines.gap_line",
    level=Level.WARNING,
)
UNMAPPED_COUNTRY = Message(
    "ORD-CAT-001",
    "Order {order}: the country {country} has no accounting category.",
    "Fill the table of countries, then replay the order.",
    target="mapping.countries",
    level=Level.WARNING,
)
UNMAPPED_PAYMENT = Message(
    "ORD-PAY-001",
    "Order {order}: the payment method {method} is not mapped to a payment mode.",
    "Map it in the table of payments under {key}, or set a default mode, then replay the order.",
    target="mapping.payments",
    level=Level.WARNING,
)
UNMAPPED_CURRENCY = Message(
    "ORD-CUR-001",
    "Order {order}: the currency {currency} is not mapped to one of the company.",
    "Map it in the table of currencies, then replay the order.",
    target="mapping.currencies",
    level=Level.WARNING,
)
NO_STATUS_SELECTED = Message(
    "ORD-CFG-001",
    "No order status is selected for the import.",
    "Fill the table of order statuses, for example with: navette profile suggest {profile} --apply",
    target="mapping.order_statuses",
)
UNKNOWN_ARTICLE_SETTING = Message(
    "ORD-CFG-003",
    "The article {reference} of the option {option} does not exist in the company.",
    "Create it, or name another one.",
)
MISSING_TEMPLATE = Message(
    "ORD-CFG-004",
    "The template customer {template} does not exist in the company.",
    "Create it, or name another one.",
    target="customers.import.template",
)
EMPTY_ORDER = Message(
    "ORD-ROW-001",
    "Order {order} has no rows.",
    "Check the order in the shop; dismiss the record if it is of no use.",
    level=Level.WARNING,
)
WEB_NUMBER_TOO_LONG = Message(
    "ORD-NUM-001",
    "Order {order}: its number does not fit into the web number of the company ({limit} characters).",
    "Enter the order by hand, then dismiss the record.",
    level=Level.WARNING,
)
STATUS_SENT = Message("ORD-EFF-002", "Status of the order changed to {value}", level=Level.INFO)
PIECE_SENT = Message("ORD-EFF-003", "Document number sent: {value}", level=Level.INFO)
TRACKING_SENT = Message("ORD-EFF-004", "Tracking number sent: {value}", level=Level.INFO)
DELIVERY_SENT = Message("ORD-EFF-005", "Delivery date of the document sent: {value}", level=Level.INFO)
EFFECT_REFUSED = Message(
    "ORD-EFF-006",
    "Order {order}: the shop did not take {value}.",
    "Check the order in the shop.",
    level=Level.WARNING,
)
ORDER_GONE = Message(
    "ORD-EFF-007",
    "Order {order} is no longer in the shop.",
    "Nothing to do, unless it was deleted by mistake.",
    level=Level.WARNING,
)
