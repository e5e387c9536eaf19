"""Messages of writing customers and documents into the ERP."""

from navette.domain.messages.message import Message

NOT_EMBEDDED = Message(
    "ERP-WRT-001",
    "The company {company} is not an embedded one: Navette does not write into it by SQL.",
    remedy="Use an embedded company, or the writer that goes through the ERP's own software.",
)
REFUSED_BY_BASE = Message(
    "ERP-WRT-002",
    "The company refused a row: {detail}.",
    remedy="Check the record's values; nothing was written.",
)
TOO_LONG = Message(
    "ERP-WRT-003",
    "{value} has more than the {length} characters that {column} takes.",
    remedy="Shorten it in the shop or in the settings; a code is never cut.",
)
AMOUNT_TOO_LARGE = Message(
    "ERP-WRT-004",
    "An amount is too large for the ERP: {detail}.",
    remedy="Check quantities and prices of the order.",
)
NO_WEB_NUMBER = Message(
    "ERP-WRT-005",
    "A document needs a web number, by which it is found again.",
    remedy="This is a fault of the program: report it.",
)

UNKNOWN_SERIES = Message(
    "ERP-NUM-001",
    "The sales series {series} does not exist in the company or is not valid.",
    remedy="Choose another series in the options of orders, or make it valid in the ERP.",
    target="orders.series",
)
NO_NEXT_NUMBER = Message(
    "ERP-NUM-002",
    "The series {series} has no next number for documents of the kind {kind}.",
    remedy="Give a number with digits at its end to this kind of document in the ERP's numbering.",
)
NUMBERS_EXHAUSTED = Message(
    "ERP-NUM-003",
    "The numbers of the series {series} are used up at {piece}.",
    remedy="Give a new first number to this kind of document in the ERP's numbering.",
)

UNKNOWN_ACCOUNT = Message(
    "ERP-ACC-001",
    "The account {account} is no customer of the company.",
    remedy="Create the customer in the ERP, or correct the account in the settings.",
)
DORMANT_ACCOUNT = Message(
    "ERP-ACC-002",
    "The account {account} is dormant.",
    remedy="Wake the account up in the ERP, then replay the order.",
)
BLOCKED_ACCOUNT = Message(
    "ERP-ACC-003",
    "The account {account} is blocked by credit control.",
    remedy="Lift the blocking in the ERP, then replay the order.",
)
UNKNOWN_TEMPLATE = Message(
    "ERP-ACC-004",
    "The template customer {template} does not exist in the company.",
    remedy="Choose an existing customer as template.",
    target="customers.import.template",
)
CODE_TAKEN = Message(
    "ERP-ACC-005",
    "The account code {code} belongs to another customer, and so do {tried} further codes.",
    remedy="Link the customer to an account, or change the pattern of account codes.",
    target="customers.import",
)
INVALID_CODE = Message(
    "ERP-ACC-006",
    "{code} cannot be an account code: capital letters and digits only, {length} at most.",
    remedy="Change the pattern of account codes.",
    target="customers.import",
)

UNKNOWN_ARTICLE = Message(
    "ERP-ART-001",
    "The article {reference} does not exist in the company.",
    remedy="Create the article, or map it to the miscellaneous article.",
)
DORMANT_ARTICLE = Message(
    "ERP-ART-002",
    "The article {reference} is dormant.",
    remedy="Wake the article up in the ERP or name its replacement, then replay the order.",
)
COMBINATION_MISSING = Message(
    "ERP-ART-003",
    "The article {reference} is sold by its combinations, and the line names none that it has.",
    remedy="Export the article's variants again, or correct the reference in the shop.",
)
UNKNOWN_PACKAGING = Message(
    "ERP-ART-004",
    "The article {reference} has no packaging number {packaging}.",
    remedy="Export the article again, or correct the reference in the shop.",
)
LOTS_MISSING = Message(
    "ERP-ART-005",
    "The lots or serial numbers in stock of {reference} do not cover {quantity}; {missing} is missing.",
    remedy="Enter the lots in the ERP, or deliver a smaller quantity.",
)
STOCK_MISSING = Message(
    "ERP-ART-006",
    "The stock of {reference} in the warehouse {warehouse} is {stock}, less than {quantity}.",
    remedy="Receive the goods, deliver a smaller quantity, or allow negative stock in the ERP.",
)

UNKNOWN_TAX = Message(
    "ERP-DOC-001",
    "The tax {tax} does not exist in the company.",
    remedy="Correct the tax mapping.",
    target="mapping.order_taxes",
)
TAX_RATE_DIFFERS = Message(
    "ERP-DOC-002",
    "The tax {tax} is {rate} in the company, {drafted} on the order's lines.",
    remedy="Start the import again, so that the company's taxes are read anew.",
)
TOO_MANY_TAXES = Message(
    "ERP-DOC-003",
    "A line or the shipping cost has {number} taxes; the ERP takes three.",
    remedy="Correct the tax mapping.",
    target="mapping.order_taxes",
)
TOTAL_DIFFERS = Message(
    "ERP-DOC-004",
    "The document would come to {computed} incl. tax in the ERP, {expected} was expected.",
    remedy="Check packagings and unit taxes of the order's articles.",
)
UNKNOWN_WAREHOUSE = Message(
    "ERP-DOC-005",
    "The warehouse {warehouse} does not exist in the company.",
    remedy="Choose another warehouse in the options of orders.",
    target="orders.warehouse",
)
UNKNOWN_SHIPPING_METHOD = Message(
    "ERP-DOC-006",
    "The shipping method {method} does not exist in the company.",
    remedy="Correct the table of carriers.",
    target="mapping.carriers",
)
UNKNOWN_CURRENCY = Message(
    "ERP-DOC-007",
    "The currency {currency} does not exist in the company.",
    remedy="Correct the table of currencies.",
    target="mapping.currencies",
)
NOT_CREATED_DIRECTLY = Message(
    "ERP-DOC-008",
    "A document of the kind {kind} comes from accounting only and cannot be created.",
    remedy="Choose another kind of document for the order's status.",
    target="mapping.order_statuses",
)
UNKNOWN_PAYMENT_MODE = Message(
    "ERP-PAY-003",
    "The payment mode {mode} does not exist in the company.",
    remedy="Correct the table of payments.",
    target="mapping.payments",
)
UNKNOWN_JOURNAL = Message(
    "ERP-PAY-001",
    "There is no treasury journal {journal} for the payment.",
    remedy="Name a journal for the payment method.",
    target="mapping.payments",
)
NO_USUAL_JOURNAL = Message(
    "ERP-PAY-004",
    "No treasury journal was named for the payment, and the company has none that it used for mode {mode} before.",
    remedy="Name a journal in the table of payments (MODE|JOURNAL), or a default one.",
    target="orders.default_payment_journal",
)
NO_PAYMENT_NUMBER = Message(
    "ERP-PAY-002",
    "The company has no next number for payments.",
    remedy="Give a number with digits at its end to payments of customers in the ERP.",
)

DOCUMENT_GONE = Message(
    "ERP-TRF-001",
    "The document {piece} is not in the company any more.",
    remedy="Look the order up again; the document may have been turned into a later one.",
)
DOCUMENT_CLOSED = Message(
    "ERP-TRF-002",
    "The document {piece} is closed or posted in the ERP.",
    remedy="Open it in the ERP, or leave it as it is.",
)
NOT_A_LATER_KIND = Message(
    "ERP-TRF-003",
    "A document of the kind {kind} cannot be turned into {into}.",
    remedy="Choose a later kind: quote, order, preparation, delivery note, invoice.",
)
WRONG_QUANTITY = Message(
    "ERP-TRF-004",
    "Line {line} of {piece} cannot give {quantity}: it has {available}.",
    remedy="Give a quantity above zero and no more than what is left on the line.",
)
NOTHING_TO_TRANSFORM = Message(
    "ERP-TRF-005",
    "No line of {piece} would be turned into the new document.",
    remedy="Choose at least one line with a quantity.",
)
UNKNOWN_FIELD = Message(
    "ERP-TRF-006",
    "The documents of the company have no field {field} that may be written.",
    remedy="Choose another field in the options.",
)
WRONG_VALUE = Message(
    "ERP-TRF-007",
    "The field {field} does not take the value {value}.",
    remedy="Choose another field, or a value of its kind.",
)
