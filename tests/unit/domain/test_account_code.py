"""The builder of account codes."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.account_code import (
    ERP_LIMIT,
    AccountCodePattern,
    CodePart,
    CodeSubject,
    PartSource,
    clean_code,
    simple_pattern,
)
from navette.domain.customer import Address, ShopCustomer
from navette.domain.errors import RefusedError
from navette.domain.messages import account_code as messages

ID_ON_3 = CodePart(PartSource.CUSTOMER_ID, 3)
NAME_ON_5 = CodePart(PartSource.LAST_NAME, 5)


def customer(identifier: str, last_name: str = "", first_name: str = "", company: str = "") -> CodeSubject:
    card = ShopCustomer(id=identifier, email="", last_name=last_name, first_name=first_name, company=company)
    return CodeSubject(card, Address(postcode="75 011", city="Paris", country="FR"))


def codes_of(problems):
    return [problem.message.code for problem in problems]


@pytest.mark.spec("CUS-IMP-4")
class TestExamplesOfTheSpecification:
    def test_all_parts_make_18_characters_and_are_refused(self):
        pattern = AccountCodePattern("WEB", (ID_ON_3, NAME_ON_5), "B2C", 4)
        assert next(pattern.codes(customer("124", "DURAND"))) == "WEB124DURANB2C0001"
        (problem,) = pattern.problems()
        assert problem.message is messages.CODE_TOO_LONG
        assert problem.values["length"] == "18"
        assert problem.values["limit"] == "17"

    def test_without_the_suffix_15_characters_are_accepted(self):
        pattern = AccountCodePattern("WEB", (ID_ON_3, NAME_ON_5), "", 4)
        assert next(pattern.codes(customer("124", "DURAND"))) == "WEB124DURAN0001"
        assert pattern.longest == 15
        assert pattern.problems() == []

    def test_simple_form(self):
        pattern = simple_pattern("WEB", 9)
        assert list(pattern.codes(customer("530"))) == ["WEB000530"]
        assert pattern.problems() == []


@pytest.mark.spec("CUS-IMP-4")
class TestConfiguration:
    def test_a_pattern_without_id_or_counter_is_refused(self):
        pattern = AccountCodePattern("WEB", (NAME_ON_5,))
        assert codes_of(pattern.problems()) == ["CUS-CODE-002"]

    def test_the_limit_is_the_erp_s(self):
        pattern = simple_pattern("WEB", 12)
        assert pattern.problems() == []
        assert codes_of(pattern.problems(limit=11)) == ["CUS-CODE-001"]

    def test_five_parts_are_too_many(self):
        pattern = AccountCodePattern("", (ID_ON_3, *[CodePart(PartSource.CITY, 1)] * 4))
        assert codes_of(pattern.problems()) == ["CUS-CODE-003"]

    @pytest.mark.parametrize("pattern", [simple_pattern("WEBSHOP", 7), AccountCodePattern("W", (ID_ON_3,), "", -1)])
    def test_impossible_lengths(self, pattern):
        assert codes_of(pattern.problems()) == ["CUS-CODE-004"]

    def test_the_example_is_that_of_the_window(self):
        assert AccountCodePattern("web-", (ID_ON_3, NAME_ON_5), "é", 2).example() == "WEB124DURANE01"


@pytest.mark.spec("CUS-IMP-4")
class TestCodes:
    @pytest.mark.parametrize(
        ("text", "code"),
        [("Müller-Lüdenscheidt", "MULLERLUDENSCHEIDT"), ("cœur d'Ægir", "COEURDAEGIR"), ("Łódź", "LODZ")],
    )
    def test_accents_and_forbidden_characters_are_removed(self, text, code):
        assert clean_code(text) == code

    def test_every_source(self):
        pattern = AccountCodePattern("", tuple(CodePart(source, 2) for source in PartSource))
        subject = customer("7", "Durand", "Éva", "Atelier")
        assert list(pattern.codes(subject)) == ["07DUEVAT75PAFR"]

    def test_the_counter_moves_on(self):
        pattern = AccountCodePattern("WEB", (NAME_ON_5,), "", 2)
        codes = pattern.codes(customer("1", "Roy"))
        assert list(islice(codes, 3)) == ["WEBROY01", "WEBROY02", "WEBROY03"]
        assert len(list(pattern.codes(customer("1", "Roy")))) == 99

    def test_an_id_that_does_not_fit_is_refused_where_nothing_else_tells_customers_apart(self):
        with pytest.raises(RefusedError) as refusal:
            list(simple_pattern("WEB", 6).codes(customer("1000")))
        assert refusal.value.code == "CUS-CODE-005"

    def test_a_guest_without_id_needs_a_counter(self):
        with pytest.raises(RefusedError) as refusal:
            list(simple_pattern("WEB", 9).codes(customer("", "Roy")))
        assert refusal.value.code == "CUS-CODE-006"
        assert next(AccountCodePattern("WEB", (ID_ON_3,), "", 3).codes(customer("", "Roy"))) == "WEB000001"


parts = st.lists(st.builds(CodePart, st.sampled_from(PartSource), st.integers(1, 6)), max_size=4).map(tuple)
patterns = st.builds(AccountCodePattern, st.text(max_size=4), parts, st.text(max_size=4), st.integers(0, 4))
names = st.text(max_size=20)
subjects = st.builds(customer, st.integers(0, 10**8).map(str), names, names, names)


@given(patterns.filter(lambda pattern: not pattern.problems()), subjects)
def test_an_accepted_pattern_only_makes_codes_that_the_erp_takes(pattern, subject):
    try:
        codes = list(islice(pattern.codes(subject), 5))
    except RefusedError:
        assert not pattern.counter
        return
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert len(code) <= pattern.longest <= ERP_LIMIT
        assert code == clean_code(code)


@given(st.text(max_size=5), st.integers(6, 12), st.sets(st.integers(0, 10**7), min_size=2, max_size=8))
def test_two_customers_never_share_a_simple_code(prefix, digits, ids):
    pattern = simple_pattern(prefix, len(clean_code(prefix)) + digits)
    made: set[str] = set()
    for identifier in ids:
        try:
            made.update(pattern.codes(customer(str(identifier))))
        except RefusedError:
            made.add(f"refused {identifier}")
    assert len(made) == len(ids)


@given(st.text())
def test_cleaning_is_final(text):
    assert clean_code(clean_code(text)) == clean_code(text)
    assert clean_code(text).isascii()
