"""Messages about options, mapping tables, languages and profile files."""

from navette.domain.messages.message import Level, Message

UNKNOWN_LANGUAGE = Message(
    "CFG-LNG-001", "The language '{language}' is not available.", "Choose one of these: {valid}."
)
UNKNOWN_TIME_ZONE = Message(
    "CFG-LNG-002",
    "The time zone '{zone}' is not known.",
    "Set {variable} to a name such as Europe/Paris.",
)
NOT_A_SETTING = Message(
    "CFG-SET-001",
    "'{text}' is not a setting: there is no equals sign.",
    "Write it as name=value, for example articles.stock.basis=a_terme.",
)
UNKNOWN_OPTION = Message(
    "CFG-SET-002",
    "There is no option named '{key}'.",
    "Names that look like it: {nearest}. All of them are listed by: navette profile show PROFILE --all",
)
UNKNOWN_MAPPING_TABLE = Message("CFG-SET-003", "There is no mapping table named '{table}'.", "The tables are: {valid}.")
MALFORMED_MAPPING = Message(
    "CFG-SET-004", "'{entry}' is not an entry of this mapping table.", "Write it as in this example: {example}."
)
NOT_A_CHOICE = Message(
    "CFG-VAL-001", "'{value}' is not a value of {option}.", "Choose one of these: {valid}.", target="{option}"
)
NOT_A_SWITCH = Message(
    "CFG-VAL-002", "'{value}' is not a value of {option}.", "Write true or false.", target="{option}"
)
NOT_A_WHOLE_NUMBER_BETWEEN = Message(
    "CFG-VAL-003",
    "'{value}' is not a value of {option}.",
    "Write a whole number from {low} to {high}.",
    target="{option}",
)
NOT_A_WHOLE_NUMBER_FROM = Message(
    "CFG-VAL-004",
    "'{value}' is not a value of {option}.",
    "Write a whole number, {low} or more.",
    target="{option}",
)
NOT_A_NUMBER_BETWEEN = Message(
    "CFG-VAL-005",
    "'{value}' is not a value of {option}.",
    "Write a number from {low} to {high}, with a point.",
    target="{option}",
)
TOO_LONG = Message(
    "CFG-VAL-006",
    "'{value}' is too long for {option}.",
    "Write at most {longest} characters.",
    target="{option}",
)
MISSING_SETTING = Message(
    "CFG-MIS-001",
    "{option} is not set.",
    "It was searched, in this order, in: {places}. Set it with: navette profile set {profile} {key}=…",
    target="{option}",
)
MISSING_SETTINGS = Message(
    "CFG-MIS-002",
    "The profile '{profile}' cannot start {capability} yet. Not set: {options}.",
    "Set them with: navette profile set {profile} NAME=VALUE",
)
UNKNOWN_KEPT = Message(
    "CFG-UNK-001",
    "The profile holds settings that this version does not know: {keys}.",
    "They are kept as they are. Remove one with: navette profile set {profile} --unset NAME",
    level=Level.WARNING,
)
NEWER_OPTIONS = Message(
    "CFG-VER-001",
    "The settings were written by a newer version (options version {found}, this one knows {known}).",
    "Install that version or a later one.",
)
NOT_A_PROFILE_FILE = Message(
    "CFG-FIL-001", "'{file}' is not an exported profile: {reason}.", "Choose a file that was made by: profile export"
)
NO_SUCH_FILE = Message("CFG-FIL-002", "The file '{file}' does not exist or cannot be read.", "Check its name.")
CANNOT_WRITE = Message("CFG-FIL-006", "The file '{file}' cannot be written: {reason}.", "Choose another place.")
PASSPHRASE_NEEDED = Message(
    "CFG-FIL-003",
    "The file holds passwords and keys that are protected by a passphrase.",
    "Give it with --passphrase or NAVETTE_PASSPHRASE, or leave them out with --no-secrets.",
)
WRONG_PASSPHRASE = Message(
    "CFG-FIL-004", "The passphrase does not open the passwords and keys of the file.", "Check it and try again."
)
EMPTY_PASSPHRASE = Message(
    "CFG-FIL-005",
    "Passwords and keys are written under a passphrase only, and it is empty.",
    "Choose one and give it with --passphrase or NAVETTE_PASSPHRASE.",
)
MOVED = Message(
    "CFG-MOV-001",
    "The address of {name}, which is linked already, changes from {old} to {new}.",
    "Say --moved if it is the same one at a new address: links and history are kept. Say --another if it is another "
    "one: everything starts anew there.",
)
