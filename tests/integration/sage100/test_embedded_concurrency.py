"""Two processes that look up and then insert never make a record twice."""

import multiprocessing
from pathlib import Path

from sage_rows import add_account, add_document, add_general_account
from sqlalchemy import func, select

from navette.erp.sage100.embedded import open_company, write_transaction
from navette.erp.sage100.tables import F_DOCENTETE

ORDERS = 60


def import_orders(path: Path) -> None:
    """Import every order that is not there yet, as the writer does."""
    engine = open_company(path)
    for order in range(ORDERS):
        web_number = select(F_DOCENTETE.c.DO_Piece).where(F_DOCENTETE.c.DO_NoWeb == str(order))
        with write_transaction(engine) as connection:
            if connection.scalar(web_number) is None:
                number = connection.scalar(select(func.count()).select_from(F_DOCENTETE))
                add_document(connection, f"BC{number:05d}", DO_NoWeb=str(order))
    engine.dispose()


def test_two_processes_make_each_document_once(company, company_path):
    with write_transaction(company) as connection:
        add_general_account(connection)
        add_account(connection)
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=import_orders, args=(company_path,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    with company.connect() as connection:
        numbers = connection.scalars(select(F_DOCENTETE.c.DO_NoWeb)).all()
    assert sorted(numbers, key=int) == [str(order) for order in range(ORDERS)]
