"""Messages of runs: how they start and end, and what stops them."""

from navette.domain.messages.message import Level, Message

RECORD = Message("RUN-REC-001", "{position}/{total} - {label}", level=Level.INFO)
RECORD_UNNUMBERED = Message("RUN-REC-002", "{label}", level=Level.INFO)
DONE = Message("RUN-REC-003", "Succeeded", level=Level.SUCCESS)
REPEATED_LATER = Message(
    "RUN-REC-004",
    "The other side did not answer for {label}; the record waits for the next run.",
    "Nothing to do: the next run tries again.",
    level=Level.WARNING,
)
CHANGED_SINCE_PREVIEW = Message(
    "RUN-REC-005",
    "{label} changed since the preview and was left alone.",
    "Make a new preview and look at this record again.",
    level=Level.WARNING,
)
SUCCEEDED = Message("RUN-END-001", "The run succeeded", level=Level.SUCCESS)
PARTIAL = Message(
    "RUN-END-002",
    "The run is done; records that need a decision: {number}",
    "See them with: navette quarantine list --profile {profile}",
    level=Level.WARNING,
)
FAILED = Message("RUN-END-003", "The run failed", level=Level.ERROR)
STOPPED = Message(
    "RUN-END-004",
    "The run was stopped by {who}; what was done before is kept.",
    "Start it again: it goes on where it stopped.",
    level=Level.WARNING,
)
COUNTS_DISAGREE = Message(
    "RUN-END-005",
    "The counts do not add up: {read} records were read, {ended} ended in a state.",
    "Please report this: it is a fault of the program.",
)
UNEXPECTED = Message(
    "RUN-END-006",
    "The program met a fault of its own ({kind} at {place}); what was done before is kept.",
    "Please report this with the log of the run.",
)
UNREACHABLE = Message(
    "RUN-END-007",
    "The other side stopped answering; the run ended after {number} records in a row.",
    "Start it again when the other side answers: nothing is done twice.",
)
COUNTS = Message(
    "RUN-SUM-001",
    "{read} read: {created} created, {updated} updated, {unchanged} unchanged, {skipped} skipped, "
    "{waiting} waiting, {refused} refused",
    level=Level.INFO,
)
COUNTS_OF_PREVIEW = Message(
    "RUN-SUM-002",
    "{read} read: {created} to create, {updated} to update, {unchanged} unchanged, {skipped} skipped, "
    "{waiting} waiting, {refused} refused",
    level=Level.INFO,
)
PREVIEW = Message("RUN-PRE-001", "This is a preview: nothing is written", level=Level.INFO)
PREVIEWED = Message("RUN-PRE-002", "The preview is done; nothing was written", level=Level.SUCCESS)
PREVIEWED_IN_PART = Message(
    "RUN-PRE-003",
    "The preview is done; nothing was written. Records that would need a decision: {number}",
    level=Level.WARNING,
)
FULL_READ = Message("RUN-SEL-001", "Everything is read", level=Level.INFO)
SINCE_READ = Message("RUN-SEL-002", "Changes since {since} are read", level=Level.INFO)
NOT_FOUND = Message(
    "RUN-SEL-003",
    "Nothing was found under the name {names}.",
    "Give references of articles, numbers of orders or record keys as the journal shows them.",
    level=Level.WARNING,
)
MASS_REMOVAL = Message(
    "RUN-GRD-001",
    "The run would remove, deactivate or set to zero, or has lost, {number} of {bound} linked records, more than "
    "{percent} %. Nothing was written.",
    "Check that this is the right shop and the right company; if it is meant, start the run again with --confirm.",
    target="safety.removed_percent",
)
MASS_PRICE_MOVE = Message(
    "RUN-GRD-002",
    "The run would move {number} of {bound} prices by more than half, more than {percent} %. Nothing was written.",
    "Check the price category and the taxes; if it is meant, start the run again with --confirm.",
    target="safety.price_percent",
)
OTHER_SHOP = Message(
    "RUN-IDT-001",
    "This is not the shop that the profile was set up with: it says {found}, {expected} was expected.",
    "If the shop has moved, confirm it with: navette check {profile} --same-shop. Otherwise make a new profile.",
    target="shop.url",
)
OTHER_COMPANY = Message(
    "RUN-IDT-002",
    "This is not the company that the profile was set up with: it says {found}, {expected} was expected.",
    "Point the profile to the right company, or make a new profile.",
    target="erp.file",
)
MISSING_RIGHTS = Message(
    "RUN-RGT-001",
    "The shop's key lacks rights: {rights}.",
    "Give them to the key in the shop's back office, under Advanced parameters, Webservice.",
    target="shop.key",
)
UNKNOWN_CAPABILITY = Message(
    "RUN-CAP-001", "There is no capability {name}. Those that exist: {known}.", "Choose one of them."
)
