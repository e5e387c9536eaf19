from drafts import draft, line
from navette.erp.sage100.tables import F_DOCENTETE

def test_first(writer, books):
    written = writer.write(draft())
    print(written)
    print(books.row(F_DOCENTETE))
    assert written.document.piece == "BC00001"
