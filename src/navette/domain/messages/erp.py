"""Messages of the connection to the ERP, and of reading it."""

from navette.domain.messages.message import Message

FILE_MISSING = Message(
    "ERP-CON-001",
    "There is no company file at {path}.",
    remedy="Correct the path in the settings, or make a company with: navette company create",
    target="erp.file",
)
FILE_EXISTS = Message(
    "ERP-CON-002",
    "There is already a file at {path}.",
    remedy="Choose another name, or move the file away.",
)
FILE_IS_NO_COMPANY = Message(
    "ERP-CON-003",
    "{path} is not a company file.",
    remedy="Choose a file that was made with: navette company create",
    target="erp.file",
)
FILE_LOCKED = Message(
    "ERP-CON-004",
    "Another program has held the company file {path} for more than {seconds} seconds.",
    remedy="Wait until the other program has finished, or close it; the next run tries again.",
)
FILE_READ_ONLY = Message(
    "ERP-CON-005",
    "The company file {path} cannot be written.",
    remedy="Give this user the right to write the file and its folder, or copy it to a disk that takes writes.",
    target="erp.file",
)
FILE_IS_NEWER = Message(
    "ERP-CON-006",
    "The company file {path} has format {found}; this version of Navette knows format {known} at most.",
    remedy="Install the newer version of Navette that wrote the file.",
)
FILE_DAMAGED = Message(
    "ERP-CON-007",
    "The company file {path} is damaged: {detail}.",
    remedy="Restore it from the last backup.",
)
DISK_FAILED = Message(
    "ERP-CON-008",
    "The disk failed while the company file {path} was used: {detail}.",
    remedy="Check the free space and the state of the disk.",
)
DRIVER_MISSING = Message(
    "ERP-CON-010",
    "The driver {driver} for SQL Server is not installed.",
    remedy="Install it with: pip install {package}",
    target="erp.driver",
)
SERVER_SILENT = Message(
    "ERP-CON-011",
    "The SQL Server {server} does not answer.",
    remedy="Check the name (server\\instance), that the server runs and accepts TCP/IP, its port and the firewall.",
    target="erp.server",
)
LOGIN_REFUSED = Message(
    "ERP-CON-012",
    "The SQL Server {server} refused the login of {user}.",
    remedy="Check user and password; the server must allow SQL logins, or leave the user empty on Windows.",
    target="erp.user",
)
DATABASE_MISSING = Message(
    "ERP-CON-013",
    "{user} cannot open the database {database} on {server}: it does not exist, or the login has no access to it.",
    remedy="Check the name of the database, and map the login to it with the role db_datareader.",
    target="erp.database",
)
READING_FORBIDDEN = Message(
    "ERP-CON-014",
    "{user} may not read all that is needed of the database {database}.",
    remedy="Give the login the role db_datareader on this database.",
    target="erp.user",
)
NOT_SAGE = Message(
    "ERP-CON-015",
    "The database {database} is not a Sage 100 commercial management: it lacks {missing}.",
    remedy="Choose the database of the company; in Sage its name is that of the .gcm file.",
    target="erp.database",
)
SCHEMA_CHANGED = Message(
    "ERP-CON-016",
    "The database {database} lacks a table or column that it had when it was opened.",
    remedy="Start again: the structure is read anew; Sage may have been upgraded meanwhile.",
)
DEADLOCK = Message(
    "ERP-CON-020",
    "The SQL Server chose this reading as the victim of a deadlock.",
    remedy="Nothing needs to be done: it is tried again.",
)
LOCK_TIMEOUT = Message(
    "ERP-CON-021",
    "Rows of the database {database} stayed locked by another program.",
    remedy="Nothing needs to be done: it is tried again. If it lasts, look for a Sage window that is left open.",
)
CONNECTION_LOST = Message(
    "ERP-CON-022",
    "The connection to the SQL Server {server} was lost.",
    remedy="Nothing needs to be done: it is tried again.",
)
UNKNOWN_FAULT = Message(
    "ERP-CON-099",
    "The ERP's database answered with an error that Navette does not know ({detail}).",
    remedy="Report it with this message.",
)
CONDITION_UNSUPPORTED = Message(
    "ERP-SEL-001",
    "The SQL condition on articles is not available yet: {condition}.",
    remedy="Empty the condition in the settings.",
)
UNKNOWN_DOCUMENT_FIELD = Message(
    "ERP-SEL-002",
    "Documents have no field named {field}. They have: {known}.",
    remedy="Choose one of these fields in the settings.",
)
FIELD_DESIGNATION = Message("ERP-FLD-001", "Designation")
FIELD_LANGUAGE_1 = Message("ERP-FLD-002", "Designation in language 1")
FIELD_LANGUAGE_2 = Message("ERP-FLD-003", "Designation in language 2")
FIELD_GLOSSARY = Message("ERP-FLD-004", "Glossary")
FIELD_GLOSSARY_1 = Message("ERP-FLD-005", "Glossary in language 1")
FIELD_GLOSSARY_2 = Message("ERP-FLD-006", "Glossary in language 2")
FIELD_FAMILY = Message("ERP-FLD-007", "Family")
FIELD_CUSTOMS = Message("ERP-FLD-008", "Customs code")
FIELD_COUNTRY = Message("ERP-FLD-009", "Country of origin")
FIELD_CATALOGUE_1 = Message("ERP-FLD-010", "Catalogue, level 1")
FIELD_CATALOGUE_2 = Message("ERP-FLD-011", "Catalogue, level 2")
FIELD_CATALOGUE_3 = Message("ERP-FLD-012", "Catalogue, level 3")
FIELD_CATALOGUE_4 = Message("ERP-FLD-013", "Catalogue, level 4")
FIELD_REFERENCE = Message("ERP-FLD-014", "Reference")
