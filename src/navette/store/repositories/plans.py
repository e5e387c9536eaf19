"""Items of a preview."""

from collections.abc import Iterator, Sequence

from navette.domain.run import Outcome
from navette.ports.store import StoredPlanItem
from navette.store import models

PAGE = 500
UPDATED = ["outcome", "changes", "base_digest", "problem_code", "problem_values", "subject"]


def write_plan(run: int, items: Sequence[StoredPlanItem]) -> None:
    """Keep items inside a transaction."""
    latest = {item.record: item for item in items}
    models.PlanItem.objects.bulk_create(
        [
            models.PlanItem(
                run_id=run,
                record_key=item.record,
                outcome=item.outcome.value,
                changes=item.changes,
                base_digest=item.base_digest,
                problem_code=item.problem_code,
                problem_values=item.problem_values,
                subject=item.subject,
            )
            for item in latest.values()
        ],
        update_conflicts=True,
        unique_fields=["run", "record_key"],
        update_fields=UPDATED,
    )


def read_plan(run: int) -> Iterator[StoredPlanItem]:
    """The items of a run, in pages."""
    rows = models.PlanItem.objects.filter(run=run).order_by("pk")
    after = 0
    while page := list(rows.filter(pk__gt=after)[:PAGE]):
        yield from (_item(row) for row in page)
        after = page[-1].pk


def _item(row: models.PlanItem) -> StoredPlanItem:
    return StoredPlanItem(
        record=row.record_key,
        outcome=Outcome(row.outcome),
        changes=tuple((name, before, after) for name, before, after in row.changes),
        base_digest=row.base_digest,
        problem_code=row.problem_code,
        problem_values=tuple((name, value) for name, value in row.problem_values),
        subject=row.subject,
    )
