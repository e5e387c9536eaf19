"""Messages of our own memory: the data folder, the database, leases, profiles, runs, quarantine, secrets, backup."""

from navette.domain.messages.message import Message

FOLDER_UNUSABLE = Message(
    "STO-FOLDER-001",
    "The data folder {folder} cannot be used: {reason}.",
    "Choose a folder that you may write to, with --data-dir or NAVETTE_DATA_DIR.",
)
UNKNOWN_DATABASE = Message(
    "STO-DATA-001",
    "NAVETTE_DATABASE_URL does not name a PostgreSQL database: it starts with {scheme}.",
    "Use postgresql://user:password@host/database, or leave it out to use the file in the data folder.",
)
MISSING_DRIVER = Message(
    "STO-DATA-002",
    "NAVETTE_DATABASE_URL names a PostgreSQL database, and its driver is not installed.",
    "Install it with: pip install 'navette[postgres]'",
)
UNREACHABLE = Message(
    "STO-DATA-003",
    "The database of Navette cannot be opened ({database}): {reason}.",
    "Check that its server runs, its address and password, or the rights on the data folder.",
)
DAMAGED = Message(
    "STO-DATA-004",
    "The file {database} is not a database of Navette, or is damaged: {reason}.",
    "Restore a backup with: navette restore FILE. Backups are in {backups}.",
)
NEWER_DATABASE = Message(
    "STO-DATA-005",
    "The database was used by a newer version of Navette (it knows {migration}).",
    "Install the newer version again, or restore a backup made before the upgrade from {backups}.",
)
UNAVAILABLE = Message(
    "STO-DATA-006",
    "The database of Navette did not take a change: {reason}.",
    "Check the free space on the disk and that the database is running, then start the run again: nothing is done "
    "twice.",
)
BUSY = Message(
    "STO-LEASE-001",
    "{resource} is in use by {holder} since {since}.",
    "Wait until it has ended. If it was stopped by force, its right ends by itself at {until} at the latest.",
)
LEASE_LOST = Message(
    "STO-LEASE-002",
    "The right to write was lost: it was given to {holder}.",
    "Start the run again: what was done before is kept, nothing is done twice.",
)
UNKNOWN_PROFILE = Message(
    "STO-PROFILE-001",
    "There is no profile {name}. Those that exist: {known}.",
    "Choose one of them, or make it with: navette profile create {name}",
)
NO_PROFILE = Message(
    "STO-PROFILE-002",
    "There is no profile yet.",
    "Make one with: navette profile create NAME",
)
PROFILE_EXISTS = Message(
    "STO-PROFILE-003",
    "There is a profile {name} already.",
    "Choose another name.",
)
UNUSABLE_NAME = Message(
    "STO-PROFILE-004",
    "A profile cannot be called {name}: a name has at least one letter or digit.",
    "Choose another name.",
)
PROFILE_CHANGED = Message(
    "STO-PROFILE-005",
    "The settings of profile {name} were changed meanwhile by somebody else.",
    "Load them again and repeat your change.",
)
PROFILE_IN_USE = Message(
    "STO-PROFILE-006",
    "Profile {name} is in use: a run of it holds {resource}.",
    "Wait until the run has ended.",
)
UNKNOWN_SIDE = Message(
    "STO-PROFILE-007",
    "Nothing is remembered of the company or shop {name}, which profile {profile} needs.",
    "Make the profile anew with: navette profile create",
)
UNKNOWN_RUN = Message(
    "STO-RUN-001",
    "There is no run {run}.",
    "List the runs with: navette runs",
)
AMBIGUOUS_RUN = Message(
    "STO-RUN-002",
    "Several runs begin with {run}: {known}.",
    "Give more of its characters.",
)
INTERRUPTED = Message(
    "STO-RUN-003",
    "The run was interrupted: its program was ended, or a backup was restored meanwhile.",
    "Start it again: what the ERP and the shop already have is found and not made twice.",
)
UNKNOWN_ENTRY = Message(
    "STO-QUARANTINE-001",
    "There is no entry {entry} in the quarantine of profile {profile}.",
    "List the entries with: navette quarantine list",
)
WEB_NUMBER_TAKEN = Message(
    "STO-CLAIM-001",
    "The web number {number} belongs to record {other} of shop {shop} already.",
    "Two shops of one company must have different prefixes of web numbers: make the profile of one of them anew.",
)
KEY_MISSING = Message(
    "STO-SECRET-001",
    "The key that the stored passwords were encrypted with is not here.",
    "Run Navette under the account that stored them, or restore {file}, or enter the passwords again.",
)
BACKUP_ELSEWHERE = Message(
    "STO-BACKUP-001",
    "The database is on a PostgreSQL server, which has its own tools for backups.",
    "Use pg_dump and pg_restore, then run: navette restore --after",
)
NOT_A_BACKUP = Message(
    "STO-BACKUP-002",
    "{file} is not a backup of Navette: {reason}.",
    "Choose a file that was made by: navette backup",
)
RUN_GOES_ON = Message(
    "STO-BACKUP-003",
    "A backup cannot be restored while {holder} works on {resource}.",
    "Wait until it has ended.",
)
