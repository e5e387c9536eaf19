"""What `navette doctor` and `navette check` look at, and what they found."""

from navette.domain.messages.message import Level, Message

INSTALLATION = Message("CHK-NAM-001", "Installation", level=Level.INFO)
STORE = Message("CHK-NAM-002", "Data folder and database", level=Level.INFO)
DRIVERS = Message("CHK-NAM-003", "Optional parts", level=Level.INFO)
SHOP_FOLDER = Message("CHK-NAM-004", "Shop kind {kind}", level=Level.INFO)
PROFILE = Message("CHK-NAM-005", "Profile {name}", level=Level.INFO)
SETTINGS = Message("CHK-NAM-006", "Settings", level=Level.INFO)
COMPANY = Message("CHK-NAM-007", "Company", level=Level.INFO)
COMPANY_IDENTITY = Message("CHK-NAM-008", "Identity of the company", level=Level.INFO)
SHOP = Message("CHK-NAM-009", "Shop", level=Level.INFO)
SHOP_IDENTITY = Message("CHK-NAM-010", "Identity of the shop", level=Level.INFO)
SHOP_RIGHTS = Message("CHK-NAM-011", "Rights of the shop's key", level=Level.INFO)
ORDERS = Message("CHK-NAM-013", "Import of orders", level=Level.INFO)
LEASES = Message("CHK-NAM-012", "Runs going on", level=Level.INFO)

INSTALLED = Message("CHK-FND-001", "Navette {version}, Python {python}, {system}", level=Level.SUCCESS)
STORE_WORKS = Message("CHK-FND-002", "{folder}, database {database}", level=Level.SUCCESS)
STORE_DAMAGED = Message(
    "CHK-FND-003", "The database is damaged: {verdict}.", "Restore a backup with: navette restore FILE"
)
PARTS = Message("CHK-FND-004", "Installed: {present}. Not installed: {absent}", level=Level.INFO)
FOLDER_COMPLETE = Message("CHK-FND-005", "Complete", level=Level.SUCCESS)
FOLDER_INCOMPLETE = Message(
    "CHK-FND-006",
    "Parts are missing: {missing}.",
    "Install Navette again; if you are writing this adapter, add them.",
)
PROFILE_READY = Message("CHK-FND-007", "Everything is set", level=Level.SUCCESS)
PROFILE_INCOMPLETE = Message(
    "CHK-FND-008",
    "Not set yet: {options}.",
    "Set them with: navette profile set {profile} NAME=VALUE",
    level=Level.WARNING,
)
COMPANY_ANSWERS = Message(
    "CHK-FND-009",
    "{name}, version {version}: {articles} articles, {customers} customers",
    level=Level.SUCCESS,
)
COMPANY_READ_ONLY = Message(
    "CHK-FND-010",
    "{name}, version {version}: {articles} articles, {customers} customers; orders cannot be written there",
    "Imports need a company that may be written to; exports work.",
    level=Level.WARNING,
)
IDENTITY_NEW = Message("CHK-FND-011", "{identity}, not linked yet", level=Level.INFO)
IDENTITY_SAME = Message("CHK-FND-012", "{identity}, as expected", level=Level.SUCCESS)
IDENTITY_CONFIRMED = Message("CHK-FND-013", "{identity}, taken over as the same one", level=Level.SUCCESS)
SHOP_ANSWERS = Message(
    "CHK-FND-014",
    "{name}, {kind} {version}: currency {currency}, languages {languages}, time zone {zone}",
    level=Level.SUCCESS,
)
RIGHTS_COMPLETE = Message("CHK-FND-015", "All that are needed", level=Level.SUCCESS)
NO_RUN_GOES_ON = Message("CHK-FND-016", "None", level=Level.INFO)
HELD = Message("CHK-FND-017", "{holders}", level=Level.INFO)

GOOD = Message("CHK-WRD-001", "good", level=Level.SUCCESS)
NOTE = Message("CHK-WRD-002", "to note", level=Level.WARNING)
BAD = Message("CHK-WRD-003", "to mend", level=Level.ERROR)
