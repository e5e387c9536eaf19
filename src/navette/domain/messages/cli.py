"""Messages of the command line: wrong use, headings, short words."""

from navette.domain.messages.message import Level, Message

UNKNOWN_COMMAND = Message(
    "CLI-USE-001", "There is no command '{name}'.", "Did you mean: {known}? All commands: navette --help"
)
MISSING_PARAMETER = Message(
    "CLI-USE-002", "{parameter} is missing.", "What the command takes is told by: {command} --help"
)
BAD_PARAMETER = Message(
    "CLI-USE-003", "The value of {parameter} does not fit; {expected} is expected.", "See: {command} --help"
)
UNKNOWN_PARAMETER = Message(
    "CLI-USE-004", "The command does not know {parameter}.", "What it takes is told by: {command} --help"
)
MISSING_VALUE = Message("CLI-USE-005", "{parameter} needs a value.", "Write it after the name.")
WRONG_USE = Message("CLI-USE-006", "{reason}", "What the command takes is told by: {command} --help")
NOT_A_DATE = Message(
    "CLI-USE-007", "'{value}' is not a date.", "Write it as 2026-11-24, or with a time as 2026-11-24T14:05."
)
CONFIRMATION_NEEDED = Message("CLI-USE-008", "{action} cannot be undone and was not confirmed.", "Say yes with: --yes")
TOO_MANY = Message(
    "CLI-USE-009", "The command does not take '{parameter}'.", "What it takes is told by: {command} --help"
)
INTERRUPTED = Message("CLI-END-001", "Stopped.", "What was done before is kept; start again to go on.")
UNEXPECTED = Message(
    "CLI-END-002",
    "The program met a fault of its own ({kind} at {place}).",
    "Please report this with the file navette.log of the data folder.",
)

ERROR_WORD = Message("CLI-WRD-001", "Error:", level=Level.INFO)
WARNING_WORD = Message("CLI-WRD-002", "Warning:", level=Level.INFO)
USAGE = Message("CLI-WRD-003", "Usage:", level=Level.INFO)
COMMANDS = Message("CLI-WRD-004", "Commands", level=Level.INFO)
ARGUMENTS = Message("CLI-WRD-005", "Arguments", level=Level.INFO)
OPTIONS = Message("CLI-WRD-006", "Options", level=Level.INFO)
COMMON_OPTIONS = Message("CLI-WRD-007", "Options of every command", level=Level.INFO)
CAPABILITIES = Message("CLI-WRD-012", "Capabilities", level=Level.INFO)
REQUIRED = Message("CLI-WRD-008", "required", level=Level.INFO)
DEFAULT = Message("CLI-WRD-009", "default:", level=Level.INFO)
LABEL = Message("CLI-WRD-011", "{text}:", level=Level.INFO)
UNSETTLED = Message("CLI-WRD-010", "{number} to decide", level=Level.INFO)
