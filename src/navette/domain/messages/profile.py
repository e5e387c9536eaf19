"""Messages about profiles on the command line."""

from navette.domain.messages.message import Level, Message

CREATED = Message("CFG-PRO-001", "Profile {name} made; its short name is {slug}.", level=Level.SUCCESS)
CHANGED = Message("CFG-PRO-002", "Profile {name}: {number} setting(s) changed.", level=Level.SUCCESS)
DEFAULT_SET = Message("CFG-PRO-003", "{name} is the default profile.", level=Level.SUCCESS)
RENAMED = Message("CFG-PRO-004", "The profile is now called {name}; its short name is {slug}.", level=Level.SUCCESS)
DELETION = Message("CFG-PRO-005", "Deleting profile {name}", level=Level.INFO)
DELETED = Message("CFG-PRO-006", "Profile {name} deleted.", level=Level.SUCCESS)
EXPORTED = Message("CFG-PRO-007", "Profile {name} written to {file}, without passwords and keys.", level=Level.SUCCESS)
EXPORTED_WITH_SECRETS = Message(
    "CFG-PRO-008", "Profile {name} written to {file}, passwords and keys under the passphrase.", level=Level.SUCCESS
)
NONE_YET = Message(
    "CFG-PRO-009", "There is no profile yet.", "Make one with: navette profile create NAME", level=Level.INFO
)
NO_DEFAULT = Message(
    "CFG-PRO-010",
    "No profile was named, and none is the default one.",
    "Name one with --profile, or choose the default one with: navette profile default PROFILE",
)
MISSING = Message("CFG-PRO-011", "Not set yet: {options}", level=Level.INFO)
OVERRIDDEN = Message("CFG-PRO-012", "Set by the environment: {options}", level=Level.INFO)
SUGGESTED = Message("CFG-PRO-013", "{number} mapping(s) suggested; take them over with --apply", level=Level.INFO)
SUGGESTIONS_APPLIED = Message("CFG-PRO-014", "{number} mapping(s) taken over.", level=Level.SUCCESS)
NOTHING_SUGGESTED = Message("CFG-PRO-015", "Nothing to suggest.", level=Level.INFO)
UNMATCHED = Message("CFG-PRO-016", "Nothing found for: {names}", level=Level.WARNING)
NO_TARGET = Message("CFG-PRO-017", "none", level=Level.INFO)

NAME = Message("CFG-COL-001", "Name", level=Level.INFO)
SHORT_NAME = Message("CFG-COL-002", "Short name", level=Level.INFO)
COMPANY = Message("CFG-COL-003", "Company", level=Level.INFO)
SHOP = Message("CFG-COL-004", "Shop", level=Level.INFO)
IS_DEFAULT = Message("CFG-COL-005", "Default", level=Level.INFO)
OPTION = Message("CFG-COL-006", "Option", level=Level.INFO)
KEY = Message("CFG-COL-007", "Key", level=Level.INFO)
VALUE = Message("CFG-COL-008", "Value", level=Level.INFO)
TABLE = Message("CFG-COL-009", "Table", level=Level.INFO)
SOURCE = Message("CFG-COL-010", "Source", level=Level.INFO)
TARGET = Message("CFG-COL-011", "Target", level=Level.INFO)
REASON = Message("CFG-COL-012", "Why", level=Level.INFO)
