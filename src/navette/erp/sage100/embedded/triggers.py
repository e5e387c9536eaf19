"""Triggers of the embedded company: every write moves cbModification, and links that no foreign key can tell."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table

CLOCK = "strftime('%Y-%m-%d %H:%M:%f', 'now', 'localtime') || '000'"
"""Sage's clock: local time, here to the millisecond, in the form that date columns have."""

_TOUCH = """CREATE TRIGGER TG_CBUPD_{table} AFTER UPDATE ON {table} BEGIN
    UPDATE {table} SET cbModification = {clock} WHERE cbMarq = NEW.cbMarq; END"""

_INTEGRITY = {
    "TG_INS_F_ARTICLE": ("BEFORE INSERT ON F_ARTICLE", "family"),
    "TG_UPD_F_ARTICLE": ("BEFORE UPDATE OF FA_CodeFamille ON F_ARTICLE", "family"),
    "TG_INS_CPTAF_DOCENTETE": ("BEFORE INSERT ON F_DOCENTETE", "party"),
    "TG_UPD_CPTAF_DOCENTETE": ("BEFORE UPDATE OF DO_Tiers, DO_Domaine ON F_DOCENTETE", "party"),
    "TG_DEL_CPTAF_COMPTET": ("BEFORE DELETE ON F_COMPTET", "documents"),
}

_RULES = {
    "family": """
    SELECT RAISE(ABORT, 'FA_CodeFamille is not a detail family of F_FAMILLE')
    WHERE NOT EXISTS (SELECT 1 FROM F_FAMILLE WHERE FA_CodeFamille = NEW.FA_CodeFamille AND FA_Type = 0);""",
    "party": """
    SELECT RAISE(ABORT, '82019: DO_Tiers is not a customer of F_COMPTET') WHERE NEW.DO_Domaine = 0
    AND NOT EXISTS (SELECT 1 FROM F_COMPTET WHERE CT_Num = NEW.DO_Tiers AND CT_Type = 0);
    SELECT RAISE(ABORT, '82019: DO_Tiers is not a supplier of F_COMPTET') WHERE NEW.DO_Domaine = 1
    AND NOT EXISTS (SELECT 1 FROM F_COMPTET WHERE CT_Num = NEW.DO_Tiers AND CT_Type = 1);""",
    "documents": """
    SELECT RAISE(ABORT, 'F_COMPTET has documents')
    WHERE EXISTS (SELECT 1 FROM F_DOCENTETE WHERE DO_Tiers = OLD.CT_Num AND DO_Domaine IN (0, 1));""",
}


def trigger_statements(tables: Iterable[Table]) -> Iterator[str]:
    """Give the CREATE TRIGGER statements of a company with these tables."""
    for table in tables:
        if "cbModification" in table.c:
            # Unconditional, as Sage's is: a value written by hand is replaced. Triggers do not call themselves.
            yield _TOUCH.format(table=table.name, clock=CLOCK)
    for name, (moment, rule) in _INTEGRITY.items():
        yield f"CREATE TRIGGER {name} {moment} BEGIN {_RULES[rule]} END"
