"""The writing door of a company in memory: adoption by web number, accounts, numbering, whole or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from fakes.erp.company import Company, HeldDocument
from fakes.erp.documents import sold_as

from navette.domain.customer import Account, NewAccount
from navette.domain.document import DocumentDraft, DocumentKind, DocumentRef, WrittenDocument
from navette.domain.document_currency import in_company_currency
from navette.domain.errors import NavetteError, RefusedError, WaitingError
from navette.domain.keys import normalise_code
from navette.domain.messages import erp_writing as messages
from navette.domain.order_total import document_total

PREFIXES = {
    DocumentKind.QUOTE: "DE",
    DocumentKind.ORDER: "BC",
    DocumentKind.PREPARATION: "PL",
    DocumentKind.DELIVERY: "BL",
    DocumentKind.INVOICE: "FA",
    DocumentKind.POSTED_INVOICE: "FA",
}


class FakeWriter:
    """`fails` holds errors to raise instead of the n-th write, counted over all calls."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self.calls = 0
        self.fails: dict[int, NavetteError] = {}

    def write(self, draft: DocumentDraft) -> WrittenDocument:
        self.calls += 1
        if error := self.fails.get(self.calls):
            raise error
        if held := self._company.of_web_number(draft.web_number):
            found = max(held, key=lambda document: (document.ref.kind.rank, document.ref.piece)).ref
            return WrittenDocument(found, found.account, account_was_created=False, was_adopted=True)
        self._check_lines(draft)
        code, created = self._account(draft)
        ref = self._insert(draft, code)
        return WrittenDocument(ref, code, account_was_created=created)

    def transform(
        self, piece: DocumentRef, into: DocumentKind, quantities: Mapping[int, Decimal] | None
    ) -> DocumentRef:
        """Turn a document into a later kind; a part of it leaves the rest where it was."""
        document = next(held for held in self._company.documents if held.ref.piece == piece.piece)
        if quantities is None:
            self._company.documents.remove(document)
        ref = replace(document.ref, kind=into, piece=self._number(into))
        self._company.documents.append(HeldDocument(ref, document.draft, self._company.now, dict(document.fields)))
        return ref

    def set_fields(self, document: DocumentRef, fields: Mapping[str, str]) -> None:
        held = next(held for held in self._company.documents if held.ref.piece == document.piece)
        held.fields.update(fields)
        held.changed_at = self._company.now

    def _check_lines(self, draft: DocumentDraft) -> None:
        known = {reference for article in self._company.articles.values() for reference, _ in sold_as(article)}
        for line in draft.lines:
            if line.article and normalise_code(line.article) not in known:
                raise RefusedError(messages.UNKNOWN_ARTICLE, article=line.article)

    def _account(self, draft: DocumentDraft) -> tuple[str, bool]:
        if draft.new_account:
            return self._adopted_or_created(draft.new_account)
        account = self._company.accounts.get(normalise_code(draft.account))
        if account is None:
            raise RefusedError(messages.UNKNOWN_ACCOUNT, account=draft.account)
        if account.is_dormant:
            raise WaitingError(messages.DORMANT_ACCOUNT, account=account.code)
        return account.code, False

    def _adopted_or_created(self, wanted: NewAccount) -> tuple[str, bool]:
        codes = [normalise_code(code) for code in (wanted.code, *wanted.alternatives)]
        for code in codes:
            held = self._company.accounts.get(code)
            if held is None:
                self._company.put_accounts(_created(code, wanted))
                return code, True
            if _is_same(held, wanted):
                return code, False
        raise RefusedError(messages.CODE_TAKEN, code=codes[0], tried=len(codes) - 1)

    def _insert(self, draft: DocumentDraft, account: str) -> DocumentRef:
        total = document_total(in_company_currency(draft))
        ref = DocumentRef(
            draft.kind,
            self._number(draft.kind),
            draft.web_number,
            account,
            total.gross,
            total.net,
            draft.status,
            draft.on,
        )
        self._company.documents.append(HeldDocument(ref, draft, self._company.now, delivery_on=draft.delivery_on))
        return ref

    def _number(self, kind: DocumentKind) -> str:
        self._company.numbers[kind] = number = self._company.numbers.get(kind, 0) + 1
        return f"{PREFIXES[kind]}{number:05d}"


def _created(code: str, wanted: NewAccount) -> Account:
    return Account(
        code=code,
        title=wanted.title,
        email=wanted.email,
        siret=wanted.siret,
        vat_number=wanted.vat_number,
        accounting_category=wanted.accounting_category or 1,
    )


def _is_same(held: Account, wanted: NewAccount) -> bool:
    if wanted.siret and wanted.siret == "".join(held.siret.split()):
        return True
    email = wanted.email.strip().casefold()
    return bool(email) and email in {text.strip().casefold() for text in (held.email, *held.contact_emails)}
