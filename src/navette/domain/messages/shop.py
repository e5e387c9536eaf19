"""Messages about the web shop: reaching it, its rights, its answers, what it refuses."""

from navette.domain.messages.message import Level, Message

# Reaching the shop
UNREACHABLE = Message(
    "SHP-NET-001",
    "The shop at {host} cannot be reached: {reason}.",
    "Check the address, the network and the firewall, then start the run again: it goes on where it stopped.",
    target="shop.url",
)
UNKNOWN_HOST = Message(
    "SHP-NET-002",
    "The name {host} is not known: no server was found for it.",
    "Check the spelling of the shop's address.",
    target="shop.url",
)
TLS_FAILED = Message(
    "SHP-NET-003",
    "No safe connection to {host}: {reason}.",
    "Have the certificate of the shop renewed, or check the lowest TLS version in the HTTP options.",
    target="shop.http.tls",
)
TIMED_OUT = Message(
    "SHP-NET-004",
    "The shop at {host} did not answer within {seconds} seconds.",
    "Try again when the shop is less busy, or raise the time-out in the HTTP options.",
    target="shop.http.timeout",
)
CONNECTION_LOST = Message(
    "SHP-NET-005",
    "The connection to {host} broke: {reason}.",
    "Start the run again: it goes on where it stopped.",
)
LIMITED = Message(
    "SHP-NET-006",
    "The shop at {host} accepts no more requests for now (HTTP {status}) and asks to wait {seconds} seconds.",
    "Raise the delay between requests in the HTTP options, or ask the host for a higher limit.",
    target="shop.http.pace",
)
REDIRECTED = Message(
    "SHP-NET-007",
    "{host} sends requests on to {target}: this is not the address that the shop itself uses.",
    "Enter the address exactly as the shop's own settings show it: https or http, with or without www, the port.",
    target="shop.url",
)
TOO_LARGE = Message(
    "SHP-NET-008",
    "The answer of {host} is larger than {limit} MiB and was not read.",
    "Check that the address is that of the shop; if it is, report this message.",
    target="shop.url",
)
PROXY_FAILED = Message(
    "SHP-NET-009",
    "The proxy does not let requests through: {reason}.",
    "Check host, port, user and password of the proxy.",
    target="shop.http.proxy",
)
GATEWAY_FAILED = Message(
    "SHP-NET-010",
    "The server in front of the shop at {host} could not reach it (HTTP {status}).",
    "Try again later; if it lasts, tell the host of the shop.",
)
BLOCKED = Message(
    "SHP-NET-011",
    "{host} forbids {method} requests on {resource} (HTTP 403).",
    "Have this program's address allowed in the shop's firewall, or switch on the alternative methods.",
    target="shop.http.alternative_methods",
)
WRONG_ADDRESS = Message(
    "SHP-NET-012",
    "{url} is not the address of a web site.",
    "Enter the address of the shop, such as https://www.shop.fr",
    target="shop.url",
)

# Key and rights
NO_KEY = Message(
    "SHP-KEY-001",
    "The shop at {host} did not receive the web service key.",
    "If the key is entered, the web server drops the sign-in: have it pass on the Authorization header.",
    target="shop.key",
)
KEY_MALFORMED = Message(
    "SHP-KEY-002",
    "The web service key does not have the right form.",
    "Copy the whole key from the shop's back office: Advanced parameters, Webservice; it has 32 characters.",
    target="shop.key",
)
KEY_UNKNOWN = Message(
    "SHP-KEY-003",
    "The shop at {host} does not know the web service key, or the key is switched off.",
    "Check the key in the shop's back office (Advanced parameters, Webservice) and that its status is on.",
    target="shop.key",
)
MISSING_RIGHT = Message(
    "SHP-RGT-001",
    "The web service key lacks a right: {method} on {resource}.",
    "In the shop's back office (Advanced parameters, Webservice, the key) tick {method} in the row {resource}.",
    target="shop.key",
)

# What the shop answers
SERVICE_DISABLED = Message(
    "SHP-SRV-001",
    "The web service of the shop at {host} is switched off.",
    "Switch it on in the shop's back office: Advanced parameters, Webservice.",
    target="shop.url",
)
SHOP_FAILED = Message(
    "SHP-SRV-002",
    "The shop stopped with an error (HTTP {status}) at {method} {resource}: {detail}",
    "Look into the error log of the shop; a module of the shop may be the cause.",
)
PHP_WARNING = Message(
    "SHP-SRV-003",
    "A PHP warning inside the shop spoilt its answer to {method} {resource}: {detail}",
    "Tell whoever looks after the shop: the file named is to be mended, or the display of errors switched off.",
)
NO_SERVICE = Message(
    "SHP-SRV-004",
    "There is no web service at {url}.",
    "Check the address of the shop, its folder included, and that the web service is switched on.",
    target="shop.url",
)
NOT_DATA = Message(
    "SHP-FMT-001",
    "{host} answered {method} {resource} with a web page instead of data.",
    "Check the address; the shop may also be under maintenance or behind a firewall that asks for a browser.",
    target="shop.url",
)
DAMAGED = Message(
    "SHP-FMT-002",
    "The answer of {host} to {method} {resource} is cut off or damaged.",
    "Try again; if it lasts, tell whoever looks after the shop.",
)
UNSAFE_XML = Message(
    "SHP-FMT-003",
    "The answer of {host} to {method} {resource} holds a document type or entities, which no shop sends: not read.",
    "Check that the address is that of the shop and that nothing between changes its answers.",
    target="shop.url",
)
UNSUPPORTED_VERSION = Message(
    "SHP-VER-001",
    "The shop has version {version}; this program works with {oldest} to {newest}.",
    "Update the shop.",
)
UNKNOWN_FIELD = Message(
    "SHP-VER-002",
    "The shop does not know what it was asked at {method} {resource}: {detail}",
    "Report this message with the version of the shop.",
)
NEEDS_VERSION = Message(
    "SHP-VER-003",
    "This needs version {oldest} of the shop, which has {version}.",
    "Update the shop, or switch this option off.",
    level=Level.WARNING,
)
BAD_SETTING = Message(
    "SHP-SET-001",
    "The shop's setting {name} has the value {value}, which cannot be used.",
    "Correct it in the shop's back office.",
)

# What becomes of one record
GONE = Message(
    "SHP-REC-001",
    "{resource} {id} is no longer in the shop.",
    "It was deleted there. Create it again, or dismiss this record.",
    target="quarantine",
)
RECORD_REFUSED = Message(
    "SHP-REC-002",
    "The shop refuses {method} on {resource}: {detail}",
    "Correct the record in the commercial management, or the setting of the shop that it names.",
)
FIELD_REFUSED = Message(
    "SHP-REC-003",
    "The shop refuses the field {field} of {resource}: {detail}",
    "Correct the field in the commercial management.",
)
FORBIDDEN_CHARACTERS = Message(
    "SHP-TXT-001",
    "The text for {field} holds characters that the shop forbids: {characters}",
    "Correct the text, or switch on the removal of forbidden characters.",
    target="articles.strip_forbidden",
)
TOO_LONG = Message(
    "SHP-TXT-002",
    "The text for {field} has {length} characters; the shop takes {limit}.",
    "Shorten the text, or switch on the removal of forbidden characters, which also shortens.",
    target="articles.strip_forbidden",
)
EMPTY_TEXT = Message(
    "SHP-TXT-003",
    "The text for {field} is empty; the shop needs one.",
    "Fill the field of the article that is mapped to it.",
    target="articles.texts.name",
)
SUM_OF_VARIANTS = Message(
    "SHP-STK-001",
    "Product {id} is sold in variants: its quantity is the sum of theirs and cannot be set.",
    "Export the article again, so that its variants are linked.",
)
IMAGE_UNREADABLE = Message(
    "SHP-IMG-001",
    "The picture {path} cannot be read: {reason}.",
    "Check that the file exists and may be read by this program.",
    target="articles.images",
)
IMAGE_REFUSED = Message(
    "SHP-IMG-002",
    "The shop refuses the picture {path}: {detail}",
    "Use a JPEG, PNG or GIF picture within the size limit of the shop.",
    target="articles.images",
)
NO_SHIPMENT = Message(
    "SHP-ORD-001",
    "Order {order} has no shipment that could carry a tracking number.",
    "The order is not shipped by a carrier of the shop: nothing to do.",
    level=Level.WARNING,
)
BAD_TRACKING = Message(
    "SHP-ORD-002",
    "The tracking number {value} of order {order} holds characters that the shop forbids.",
    "Correct it on the document.",
)
BAD_VALUE = Message(
    "SHP-ORD-003",
    "{value} cannot be used as {kind} of order {order}.",
    "Check the option that gives this value.",
)
