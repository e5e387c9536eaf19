"""The smallest rows that a company takes, for tests that are about something else."""

from sqlalchemy import Connection, insert

from navette.erp.sage100.tables import F_ARTICLE, F_COMPTEG, F_COMPTET, F_DOCENTETE, F_DOCLIGNE, F_FAMILLE, F_TAXE


def add_family(connection: Connection, family: str = "BAGUE", kind: int = 0) -> None:
    connection.execute(insert(F_FAMILLE).values(FA_CodeFamille=family, FA_Type=kind))


def add_article(connection: Connection, reference: str = "BAG01", **values: object) -> None:
    connection.execute(insert(F_ARTICLE).values(**{"AR_Ref": reference, "FA_CodeFamille": "BAGUE"} | values))


def add_tax(connection: Connection, tax: str = "V20") -> None:
    connection.execute(insert(F_TAXE).values(TA_Code=tax, TA_No=1, TA_Taux=20, CG_Num="4110"))


def add_account(connection: Connection, account: str = "CLIENT", **values: object) -> None:
    connection.execute(
        insert(F_COMPTET).values(
            **{"CT_Num": account, "CT_Type": 0, "CG_NumPrinc": "4110", "CT_NumPayeur": account} | values
        )
    )


def add_general_account(connection: Connection) -> None:
    connection.execute(insert(F_COMPTEG).values(CG_Num="4110"))


def add_document(connection: Connection, piece: str = "BC00001", **values: object) -> None:
    connection.execute(
        insert(F_DOCENTETE).values(**{"DO_Domaine": 0, "DO_Type": 1, "DO_Piece": piece, "DO_Tiers": "CLIENT"} | values)
    )


def add_line(connection: Connection, number: int = 1, piece: str = "BC00001", **values: object) -> None:
    connection.execute(
        insert(F_DOCLIGNE).values(
            **{"DO_Domaine": 0, "DO_Type": 1, "DO_Piece": piece, "DL_No": number, "DL_Design": "x", "PF_Num": ""}
            | values
        )
    )
