"""Writing one document must not read all the others."""

import re

from drafts import address, draft, line, new_account, payment
from sqlalchemy import event

from navette.domain.document import DocumentKind

_GROWING = re.compile(
    r"^SCAN (F_(?:DOC\w+|COMPTET\w?|LIVRAISON|CONTACTT|REGLEMENTT|CREGLEMENT|REGLECH|ART\w+|LOTSERIE))\b"
)


def test_every_statement_reaches_its_rows_through_an_index(writer, books):
    executed = []

    @event.listens_for(books.engine, "before_cursor_execute")
    def note(_connection, _cursor, statement, parameters, _context, many):
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            executed.append((statement, parameters[0] if many else parameters))

    lines = (
        line("CHAINE", range_value1=11, range_value2=13),
        line("PERLE", packaging=5),
        line("PARURE"),
        line("CREME"),
    )
    written = writer.write(
        draft(*lines, new_account=new_account(), delivery_address=address(line1="ailleurs"), payments=(payment(10),))
    )
    partial = writer.transform(written.document, DocumentKind.PREPARATION, {10000: 1})
    writer.transform(partial, DocumentKind.DELIVERY, None)
    writer.set_fields(written.document, {"DO_Ref": "x"})
    event.remove(books.engine, "before_cursor_execute", note)

    scanned = set()
    with books.engine.connect() as connection:
        for statement, parameters in executed:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(parameters)).all()
            scanned.update((found[1], statement[:80]) for row in plan if (found := _GROWING.match(row.detail)))
    assert len(executed) > 40
    assert scanned == set()
