"""Words about runs, their records and the quarantine, as lists show them."""

from navette.domain.messages.message import Level, Message

SUMMARY = Message(
    "RUN-VIE-001",
    "Run {run}: {seconds} s, {read} read and {write} write requests to the shop",
    level=Level.INFO,
)
NO_RUNS = Message("RUN-VIE-002", "There has been no run yet.", level=Level.INFO)
NOTHING_WAITS = Message("RUN-VIE-003", "Nothing is waiting.", level=Level.INFO)
DISMISSED = Message("RUN-VIE-004", "{number} record(s) dismissed.", level=Level.SUCCESS)
NOTHING_TO_REPLAY = Message("RUN-VIE-005", "There is nothing to replay.", level=Level.INFO)
NO_LINES = Message("RUN-VIE-006", "The run changed nothing and left no lines.", level=Level.INFO)
COUNT = Message("RUN-VIE-007", "{outcome}: {number}", level=Level.INFO)
OF_PREVIEW = Message("RUN-VIE-008", "{status} (preview)", level=Level.INFO)
ENTRY = Message(
    "RUN-VIE-009", "{record}, {outcome}: {capability}, attempts: {attempts}, last seen {moment}", level=Level.INFO
)
SETTING = Message("RUN-VIE-010", "Setting: {target}", level=Level.INFO)
MAPPING_ENTRY = Message("RUN-VIE-011", "Setting: {target}, such as {example}", level=Level.INFO)

RUN = Message("RUN-COL-001", "Run", level=Level.INFO)
STARTED = Message("RUN-COL-002", "Started", level=Level.INFO)
PROFILE = Message("RUN-COL-003", "Profile", level=Level.INFO)
CAPABILITY = Message("RUN-COL-004", "Capability", level=Level.INFO)
STATUS = Message("RUN-COL-005", "Result", level=Level.INFO)
COUNTS = Message("RUN-COL-006", "Records", level=Level.INFO)
RECORD = Message("RUN-COL-007", "Record", level=Level.INFO)
OUTCOME = Message("RUN-COL-008", "Outcome", level=Level.INFO)
CHANGES = Message("RUN-COL-009", "Before → after", level=Level.INFO)
NUMBER = Message("RUN-COL-010", "No.", level=Level.INFO)
WHY = Message("RUN-COL-011", "Why", level=Level.INFO)
ATTEMPTS = Message("RUN-COL-012", "Attempts", level=Level.INFO)
LAST_SEEN = Message("RUN-COL-013", "Last seen", level=Level.INFO)
STATE = Message("RUN-COL-014", "State", level=Level.INFO)
NOTE = Message("RUN-COL-015", "Note", level=Level.INFO)

OUTCOME_CREATED = Message("RUN-OUT-001", "created", level=Level.INFO)
OUTCOME_UPDATED = Message("RUN-OUT-002", "updated", level=Level.INFO)
OUTCOME_UNCHANGED = Message("RUN-OUT-003", "unchanged", level=Level.INFO)
OUTCOME_SKIPPED = Message("RUN-OUT-004", "skipped", level=Level.INFO)
OUTCOME_WAITING = Message("RUN-OUT-005", "waiting", level=Level.WARNING)
OUTCOME_REFUSED = Message("RUN-OUT-006", "refused", level=Level.ERROR)
OUTCOME_WORDS = {
    "created": OUTCOME_CREATED,
    "updated": OUTCOME_UPDATED,
    "unchanged": OUTCOME_UNCHANGED,
    "skipped": OUTCOME_SKIPPED,
    "waiting": OUTCOME_WAITING,
    "refused": OUTCOME_REFUSED,
}
STATUS_QUEUED = Message("RUN-STA-001", "queued", level=Level.INFO)
STATUS_RUNNING = Message("RUN-STA-002", "running", level=Level.INFO)
STATUS_SUCCESS = Message("RUN-STA-003", "succeeded", level=Level.SUCCESS)
STATUS_PARTIAL = Message("RUN-STA-004", "succeeded in part", level=Level.WARNING)
STATUS_FAILED = Message("RUN-STA-005", "failed", level=Level.ERROR)
STATUS_WORDS = {
    "queued": STATUS_QUEUED,
    "running": STATUS_RUNNING,
    "success": STATUS_SUCCESS,
    "partial": STATUS_PARTIAL,
    "failed": STATUS_FAILED,
}
STATE_OPEN = Message("RUN-QUA-001", "open", level=Level.INFO)
STATE_REPLAYED = Message("RUN-QUA-002", "replayed", level=Level.INFO)
STATE_SETTLED = Message("RUN-QUA-003", "settled", level=Level.INFO)
STATE_DISMISSED = Message("RUN-QUA-004", "dismissed", level=Level.INFO)
QUARANTINE_WORDS = {
    "open": STATE_OPEN,
    "replayed": STATE_REPLAYED,
    "settled": STATE_SETTLED,
    "dismissed": STATE_DISMISSED,
}
