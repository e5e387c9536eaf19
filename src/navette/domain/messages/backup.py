"""Messages about backups on the command line."""

from navette.domain.messages.message import Level, Message

WRITTEN = Message("STO-BAK-001", "Backup written to {file}, without passwords and keys.", level=Level.SUCCESS)
WRITTEN_WITH_SECRETS = Message(
    "STO-BAK-002", "Backup written to {file}, passwords and keys under the passphrase.", level=Level.SUCCESS
)
RESTORING = Message("STO-BAK-003", "Replacing the database by {file}", level=Level.INFO)
RESTORED = Message(
    "STO-BAK-004",
    "The backup is restored, with passwords and keys. The next run of each export looks at everything again.",
    level=Level.SUCCESS,
)
RESTORED_WITHOUT_SECRETS = Message(
    "STO-BAK-005",
    "The backup is restored. The next run of each export looks at everything again.",
    "If a run says that the key of the passwords is missing, type them again with: navette profile set",
    level=Level.SUCCESS,
)
MADE_SAFE = Message("STO-BAK-006", "The next run of each export looks at everything again.", level=Level.SUCCESS)
CANNOT_WRITE = Message("STO-BAK-007", "The backup cannot be written to {file}: {reason}.", "Choose another place.")
WITHOUT_DATABASE = Message(
    "STO-BAK-008", "{file} holds no database of Navette.", "Choose a file that was made by: navette backup"
)
