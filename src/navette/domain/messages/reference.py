"""Texts of the generated reference pages."""

from navette.domain.messages.message import Level, Message

OPTIONS = Message("DOC-OPT-001", "Options", level=Level.INFO)
OPTIONS_INTRODUCTION = Message(
    "DOC-OPT-002",
    "Every option of a profile. Set one with `navette profile set PROFILE NAME=VALUE`; give it back to its default "
    "with `--unset NAME`. Only what differs from the default is stored.",
    level=Level.INFO,
)
OPTION = Message("DOC-OPT-003", "Option", level=Level.INFO)
NAME = Message("DOC-OPT-004", "Name", level=Level.INFO)
DEFAULT = Message("DOC-OPT-005", "Default", level=Level.INFO)
VALUES = Message("DOC-OPT-006", "Values", level=Level.INFO)
PURPOSE = Message("DOC-OPT-007", "What it does", level=Level.INFO)
SECRET = Message("DOC-OPT-008", "secret", level=Level.INFO)
ADVANCED = Message("DOC-OPT-009", "advanced", level=Level.INFO)
WHEN = Message("DOC-OPT-010", "shown when `{condition}`", level=Level.INFO)
TEXT = Message("DOC-OPT-011", "text", level=Level.INFO)
AT_MOST = Message("DOC-OPT-012", "text of at most {number} characters", level=Level.INFO)
MAPPINGS = Message("DOC-OPT-013", "Mapping tables", level=Level.INFO)
MAPPINGS_INTRODUCTION = Message(
    "DOC-OPT-014",
    "Entries are set as options are: `navette profile set PROFILE mapping.TABLE.SOURCE=TARGET`. "
    "`navette profile suggest PROFILE` proposes them from the lists of both sides.",
    level=Level.INFO,
)
TABLE = Message("DOC-OPT-015", "Table", level=Level.INFO)
SOURCE = Message("DOC-OPT-016", "Source", level=Level.INFO)
TARGET = Message("DOC-OPT-017", "Target", level=Level.INFO)
EXAMPLE = Message("DOC-OPT-018", "Example", level=Level.INFO)
ENVIRONMENT = Message("DOC-OPT-019", "Environment", level=Level.INFO)
ENVIRONMENT_INTRODUCTION = Message(
    "DOC-OPT-020",
    "A variable of the environment overrides what is stored, for one process: `{example}` for "
    "`articles.stock.basis`, and so on: the name in capitals, points as underscores.",
    level=Level.INFO,
)

COMMANDS = Message("DOC-CMD-001", "Commands", level=Level.INFO)
COMMANDS_INTRODUCTION = Message(
    "DOC-CMD-002",
    "Every command of `navette`. Texts are in French or English by the locale, `NAVETTE_LANG` or `--lang`.",
    level=Level.INFO,
)
EXIT_CODES = Message("DOC-CMD-003", "Exit codes", level=Level.INFO)
CODE = Message("DOC-CMD-004", "Code", level=Level.INFO)
MEANING = Message("DOC-CMD-005", "Meaning", level=Level.INFO)
EXIT_SUCCESS = Message("DOC-CMD-006", "Success", level=Level.INFO)
EXIT_PARTIAL = Message("DOC-CMD-007", "Done, but records wait for a decision or were refused", level=Level.INFO)
EXIT_FAILED = Message("DOC-CMD-008", "Failed", level=Level.INFO)
EXIT_WRONG_USE = Message("DOC-CMD-009", "Wrong use, or a setting that has to be mended", level=Level.INFO)
EXIT_BUSY = Message("DOC-CMD-010", "Another run is at work on the same records", level=Level.INFO)

ERRORS = Message("DOC-ERR-001", "Errors and journal lines", level=Level.INFO)
ERRORS_INTRODUCTION = Message(
    "DOC-ERR-002",
    "Every message by its code, which never changes. Words in braces are filled in.",
    level=Level.INFO,
)
KIND = Message("DOC-ERR-003", "Kind", level=Level.INFO)
SAYS = Message("DOC-ERR-004", "Text", level=Level.INFO)
REMEDY = Message("DOC-ERR-005", "What to do", level=Level.INFO)
ERROR = Message("DOC-ERR-006", "error", level=Level.INFO)
WARNING = Message("DOC-ERR-007", "warning", level=Level.INFO)
SUCCESS = Message("DOC-ERR-008", "success", level=Level.INFO)
INFORMATION = Message("DOC-ERR-009", "information", level=Level.INFO)

CAPABILITIES = Message("DOC-CAP-001", "Capabilities", level=Level.INFO)
CAPABILITIES_INTRODUCTION = Message(
    "DOC-CAP-002",
    "What Navette does. Every capability can be previewed (`--preview`), run again at any time without doing anything "
    "twice, and looks only at what changed unless `--full` is given.",
    level=Level.INFO,
)
TITLE = Message("DOC-CAP-003", "What it does", level=Level.INFO)
FLOW = Message("DOC-CAP-004", "Flow of the specification", level=Level.INFO)
DIRECTION = Message("DOC-CAP-005", "Direction", level=Level.INFO)
TO_SHOP = Message("DOC-CAP-006", "from the company to the shop", level=Level.INFO)
TO_COMPANY = Message("DOC-CAP-007", "from the shop to the company", level=Level.INFO)
COMMAND = Message("DOC-CAP-008", "Command", level=Level.INFO)
DEPENDS_ON = Message("DOC-CAP-009", "Options", level=Level.INFO)
DEPENDS_ON_TABLES = Message("DOC-CAP-010", "Mapping tables", level=Level.INFO)
NEEDS = Message("DOC-CAP-011", "Needs", level=Level.INFO)
