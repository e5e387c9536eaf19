"""Drafts for the tests, with defaults that make them valid."""

from datetime import date
from decimal import Decimal
from itertools import count

from navette.domain.customer import Address, NewAccount
from navette.domain.document import DocumentDraft, DocumentKind, DocumentStatus, DraftLine, DraftPayment, LineRole
from navette.domain.tax import ErpTax, TaxKind

C20 = ErpTax("C20", Decimal(20))
C55 = ErpTax("C55", Decimal("5.5"))
C10 = ErpTax("C10", Decimal(10))
C00 = ErpTax("C00", Decimal(0))
ECO = ErpTax("ECO", Decimal("0.50"), TaxKind.FIXED_NET)

_web_numbers = count(1000)


def line(article="BAGUE", quantity=1, price="10", taxes=(C20,), **values):
    given = {"role": LineRole.ARTICLE, "designation": article.title(), "article": article} | values
    return DraftLine(quantity=Decimal(quantity), unit_price=Decimal(price), taxes=tuple(taxes), **given)


def draft(*lines, **values):
    given = {
        "web_number": str(next(_web_numbers)),
        "kind": DocumentKind.ORDER,
        "status": DocumentStatus.CONFIRMED,
        "on": date(2026, 11, 20),
        "lines": lines or (line(),),
    }
    if "new_account" not in values:
        given["account"] = "CLIENT"
    return DocumentDraft(**(given | values))


def address(**values):
    given = {
        "first_name": "Élodie",
        "last_name": "Müller",
        "line1": "12 rue de la Paix",
        "postcode": "75002",
        "city": "Paris",
        "country": "FR",
        "country_name": "FRANCE",
        "phone": "01 02 03 04 05",
    }
    return Address(**(given | values))


def new_account(code="WEB000530", **values):
    given = {
        "template": "MODELE",
        "title": "Élodie Müller",
        "email": "Elodie@Example.org",
        "invoice": address(),
        "delivery": address(),
        "phone": "01 02 03 04 05",
        "contact_first_name": "Élodie",
        "contact_last_name": "Müller",
    }
    return NewAccount(code=code, **(given | values))


def payment(amount, **values):
    given = {"mode": 2, "on": date(2026, 11, 21), "label": "John DOE - 187", "reference": "TXN-1", "journal": "BNP"}
    return DraftPayment(amount=Decimal(amount), **(given | values))
