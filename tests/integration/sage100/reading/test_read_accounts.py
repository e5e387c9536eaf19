"""Customer accounts: found by code, e-mail, SIRET, VAT number; suppliers never."""

import pytest

from navette.erp.sage100.company import SageCompany


@pytest.fixture
def parties(small: SageCompany):
    return small.parties


@pytest.mark.spec("CUS-IMP-1")
class TestFinding:
    def test_by_code_in_any_case(self, parties) -> None:
        assert parties.accounts_by_code(["carat ", "NOPE"]).keys() == {"CARAT"}

    def test_by_email_of_the_card_or_of_a_contact(self, parties) -> None:
        found = parties.accounts_by_email(["achats@carat.example", "ANA@example.com", "topaz@example.com", "no@x.y"])
        assert {email: [account.code for account in accounts] for email, accounts in found.items()} == {
            "achats@carat.example": ["CARAT"],
            "ana@example.com": ["CARAT", "TOPAZ"],
            "topaz@example.com": ["TOPAZ"],
        }

    def test_by_siret_whatever_the_blanks(self, parties) -> None:
        assert [account.code for account in parties.accounts_by_siret(["123456789012"])["123456789012"]] == ["CARAT"]

    def test_by_vat_number_whatever_the_blanks(self, parties) -> None:
        found = parties.accounts_by_vat_number(["fr40123456789"])
        assert [account.code for account in found["FR40123456789"]] == ["CARAT"]

    def test_nothing_is_asked_for_nothing(self, parties) -> None:
        assert parties.accounts_by_email(["", "  "]) == {}
        assert parties.accounts_by_siret([""]) == {}

    def test_a_supplier_is_no_customer(self, parties) -> None:
        assert parties.accounts_by_code(["ORFEVRE"]) == {}

    def test_more_codes_than_one_query_takes(self, parties) -> None:
        codes = [f"X{number}" for number in range(2500)]
        assert parties.accounts_by_code([*codes, "CARAT"]).keys() == {"CARAT"}


def test_what_an_order_needs_of_an_account(parties) -> None:
    carat = parties.accounts_by_code(["CARAT"])["CARAT"]
    assert (carat.title, carat.accounting_category, carat.discount) == ("Diamant vert", 3, 5)
    assert carat.is_blocked
    assert not carat.is_dormant
    assert parties.accounts_by_code(["TOPAZ"])["TOPAZ"].is_dormant


def test_a_purchasing_group_brings_its_own_price_category(parties) -> None:
    carat = parties.accounts_by_code(["CARAT"])["CARAT"]
    assert (carat.purchasing_group, carat.price_category) == ("GROUP", 2)
