"""The account of an order: found, never confused, created from the template (spec CUS-IMP)."""

from dataclasses import replace

import pytest
from builders import an_account, an_article
from order_builders import a_customer, a_row, an_address, an_order
from world import World

from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.domain.customer import NewAccount
from navette.domain.messages import orders as messages

pytestmark = pytest.mark.spec("CUS-IMP")


@pytest.fixture
def world(world: World) -> World:
    world.company.put(an_article("BAOR01"))
    return world


def account(world: World, number: str = "15") -> str:
    """The account on the document of an order."""
    [held] = world.company.of_web_number(number)
    return held.ref.account


def new_account(world: World, number: str = "15") -> NewAccount:
    [held] = world.company.of_web_number(number)
    assert held.draft.new_account
    return held.draft.new_account


def wait_code(world: World) -> str:
    [entry] = world.open_entries()
    return entry.problem.message.code


class TestFound:
    @pytest.mark.spec("CUS-IMP-1")
    def test_by_e_mail_of_the_card_or_of_a_contact(self, world: World) -> None:
        world.company.put_accounts(
            an_account("CARAT", "Customer530@Example.com"),
            an_account("TOPAZ", "boss@topaz.fr", contact_emails=("buyer@topaz.fr",)),
        )
        world.shop.place(an_order("15"), an_order("16", customer=a_customer("531", email="Buyer@Topaz.fr")))
        world.run("import-orders")
        assert (account(world), account(world, "16")) == ("CARAT", "TOPAZ")

    @pytest.mark.spec("CUS-IMP-1")
    def test_each_look_up_is_a_switch_and_siret_comes_first(self, world: World) -> None:
        world.company.put_accounts(
            an_account("BYMAIL", "customer530@example.com"),
            an_account("BYSIRET", siret="552 081 317 66522"),
            an_account("BYVAT", vat_number="FR 40 552081317"),
        )
        customer = a_customer(siret="55208131766522", vat_number="fr40552081317")
        switches = {"match_siret": "BYSIRET", "match_email": "BYMAIL", "match_vat_number": "BYVAT"}
        for number, (switch, found) in enumerate(switches.items(), start=15):
            world.configure({f"customers.import.{name}": str(name == switch).lower() for name in switches})
            world.shop.place(an_order(str(number), customer=customer))
            world.run("import-orders", str(number))
            assert account(world, str(number)) == found
        world.configure({f"customers.import.{name}": "true" for name in switches})
        world.shop.place(an_order("20", customer=customer))
        world.run("import-orders", "20")
        assert account(world, "20") == "BYSIRET"

    def test_by_the_stored_link_where_the_e_mail_is_unknown(self, world: World) -> None:
        world.company.put_accounts(an_account("CARAT"))
        world.store.bindings.save([Binding(RecordKind.CUSTOMER, "account:CARAT", ShopRef("530"))])
        world.shop.place(an_order("15"))
        world.run("import-orders")
        assert account(world) == "CARAT"

    def test_several_accounts_with_the_e_mail_wait(self, world: World) -> None:
        email = "customer530@example.com"
        world.company.put_accounts(an_account("CARAT", email), an_account("CARAT2", email))
        world.shop.place(an_order("15"))
        assert world.counts("import-orders") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.values == {"order": "15", "accounts": "CARAT, CARAT2"}

    @pytest.mark.parametrize(("state", "code"), [("is_dormant", "CUS-FND-003"), ("is_blocked", "CUS-FND-004")])
    def test_an_account_that_may_not_be_used_waits(self, world: World, state: str, code: str) -> None:
        world.company.put_accounts(replace(an_account("CARAT", "customer530@example.com"), **{state: True}))
        world.shop.place(an_order("15"))
        assert world.counts("import-orders") == {"waiting": 1}
        assert wait_code(world) == code

    def test_one_that_was_found_is_linked(self, world: World) -> None:
        world.company.put_accounts(an_account("CARAT", "customer530@example.com"))
        world.shop.place(an_order("15"))
        world.run("import-orders")
        found = world.store.bindings.by_keys(RecordKind.CUSTOMER, ["account:CARAT"])["account:CARAT"]
        assert (found.shop_ref.id, found.origin) == ("530", Origin.LOOKED_UP)


@pytest.mark.spec("CUS-IMP-2", "CUS-IMP-8", "ORD-MAP-3")
class TestNamedBySettings:
    @pytest.fixture
    def world(self, world: World) -> World:
        world.company.put_accounts(an_account("WEBALL"), an_account("GUESTS"), an_account("WEBAMAZON"))
        return world

    def test_one_account_for_all(self, world: World) -> None:
        world.configure({"customers.import.single_account": "weball"})
        world.shop.place(an_order("15"))
        world.run("import-orders")
        assert account(world) == "WEBALL"

    @pytest.mark.parametrize("customer", [a_customer(is_guest=True), a_customer("")])
    def test_guests_have_their_own(self, world: World, customer: object) -> None:
        world.configure({"customers.import.single_account": "WEBALL", "customers.import.guest_account": "GUESTS"})
        world.shop.place(an_order("15", customer=customer))
        world.run("import-orders")
        assert account(world) == "GUESTS"

    def test_that_of_the_payment_method_comes_first(self, world: World) -> None:
        world.configure({"customers.import.single_account": "WEBALL"}, payments={"AMAZON": "2||WEBAMAZON"})
        world.shop.place(an_order("15", payment_key="AMAZON"))
        world.run("import-orders")
        assert account(world) == "WEBAMAZON"

    def test_one_that_does_not_exist_waits(self, world: World) -> None:
        world.configure({"customers.import.guest_account": "NOBODY"})
        world.shop.place(an_order("15", customer=a_customer(is_guest=True)))
        assert world.counts("import-orders") == {"waiting": 1}
        assert wait_code(world) == "CUS-FND-002"

    def test_customers_who_share_an_account_are_not_linked_to_it_one_after_the_other(self, world: World) -> None:
        world.configure({"customers.import.single_account": "WEBALL"})
        world.shop.place(an_order("15"), an_order("16", customer=a_customer("531")))
        world.run("import-orders")
        assert world.store.bindings.count(RecordKind.CUSTOMER) == 1


@pytest.mark.spec("CUS-IMP-9")
class TestCreated:
    def test_with_code_addresses_contact_and_numbers(self, world: World) -> None:
        invoice = an_address(company="Durand & fils", mobile="0607080910", phone="")
        order = an_order("15", invoice_address=invoice, delivery_address=an_address(city="Lyon"))
        world.shop.place(order)
        world.run("import-orders")
        made = new_account(world)
        assert (made.code, made.template, made.title) == ("WEB000530", "COMPTOIR", "Durand & fils")
        assert (made.email, made.phone) == ("customer530@example.com", "0607080910")
        assert (made.invoice.city, made.delivery.city) == ("Paris", "Lyon")
        assert (made.contact_first_name, made.contact_last_name) == ("John", "Doe")
        [line] = world.journal.of(messages.ACCOUNT_CREATED)
        assert line.values == {"customer": "530", "account": "WEB000530"}

    def test_two_orders_of_one_new_customer_share_the_account(self, world: World) -> None:
        world.shop.place(an_order("15"), an_order("16"))
        assert world.counts("import-orders") == {"created": 2}
        assert account(world) == account(world, "16") == "WEB000530"
        assert world.store.bindings.count(RecordKind.CUSTOMER) == 1

    def test_the_next_order_finds_it_by_its_link(self, world: World) -> None:
        world.configure({"customers.import.match_email": "false"})
        world.shop.place(an_order("15"))
        world.run("import-orders")
        world.shop.place(an_order("16", customer=a_customer(email="moved@example.com")))
        world.run("import-orders")
        assert account(world, "16") == "WEB000530"

    def test_guests_are_created_as_any_customer_but_not_linked(self, world: World) -> None:
        world.shop.place(an_order("15", customer=a_customer(is_guest=True)))
        world.run("import-orders")
        assert account(world) == "WEB000530"
        assert world.store.bindings.count(RecordKind.CUSTOMER) == 0

    @pytest.mark.parametrize("names", [{"email": "guest@example.com"}, {"siret": "552 081 317 66522"}])
    def test_a_guest_who_orders_twice_has_one_account(self, world: World, names: dict[str, str]) -> None:
        world.configure({"customers.import.match_siret": "true"})
        first, again = a_customer("7", is_guest=True, **names), a_customer("8", is_guest=True, **names)
        world.shop.place(an_order("15", customer=first), an_order("16", customer=again))
        assert world.counts("import-orders") == {"created": 2}
        assert account(world) == account(world, "16") == "WEB000007"
        world.shop.place(an_order("17", customer=replace(first, id="9")))
        world.run("import-orders")
        assert account(world, "17") == "WEB000007"

    def test_customers_are_told_apart_by_their_ids_where_nothing_else_is_looked_for(self, world: World) -> None:
        world.configure({"customers.import.match_email": "false"})
        customers = [a_customer(number, email="shared@example.com") for number in ("7", "8")]
        world.shop.place(*(an_order(str(n), customer=customer) for n, customer in enumerate(customers, start=15)))
        world.run("import-orders")
        assert (account(world), account(world, "16")) == ("WEB000007", "WEB000008")

    @pytest.mark.spec("CUS-IMP-6")
    def test_names_and_addresses_as_the_options_write_them(self, world: World) -> None:
        world.configure(
            {
                "customers.import.strip_accents": "true",
                "customers.import.upper_case_title": "true",
                "customers.import.upper_case_addresses": "true",
                "customers.import.category_from_document": "true",
                "customers.import.representative": 4,
            }
        )
        address = an_address(city="Évry", line1="1 rue de la Forêt")
        world.shop.place(an_order("15", customer=a_customer(last_name="Ébène"), invoice_address=address))
        world.run("import-orders")
        made = new_account(world)
        assert (made.title, made.invoice.city, made.invoice.line1) == ("EBENE JOHN", "EVRY", "1 RUE DE LA FORET")
        assert (made.accounting_category, made.sales_representative) == (1, 4)
        [held] = world.company.documents
        assert held.draft.delivery_address.line1 == "1 RUE DE LA PAIX"

    @pytest.mark.spec("CUS-IMP-5")
    @pytest.mark.parametrize(
        ("source", "number"),
        [("", ""), ("phone", "01"), ("mobile", "06"), ("phone_or_mobile", "01"), ("mobile_or_phone", "06")],
    )
    def test_the_telephone_is_taken_from_where_the_options_say(self, world: World, source: str, number: str) -> None:
        world.configure({"customers.import.phone": source, "customers.import.fax": source})
        world.shop.place(an_order("15", invoice_address=an_address(phone="01", mobile="06")))
        world.run("import-orders")
        assert (new_account(world).phone, new_account(world).fax) == (number, number)

    def test_an_account_that_fell_asleep_between_plan_and_writing_waits(self, world: World) -> None:
        world.company.put_accounts(an_account("CARAT", "customer530@example.com"))
        world.shop.place(an_order("15"))
        beginning = world.store.claims.begin

        def falling_asleep(*claims: object) -> object:
            world.company.put_accounts(an_account("CARAT", "customer530@example.com", is_dormant=True))
            return beginning(*claims)

        world.store.claims.begin = falling_asleep
        assert world.counts("import-orders") == {"waiting": 1}
        assert wait_code(world) == "ERP-ACC-002"

    def test_a_code_that_belongs_to_somebody_else_is_never_taken(self, world: World) -> None:
        world.company.put_accounts(an_account("WEB000530", "other@example.com"))
        world.shop.place(an_order("15"))
        assert world.counts("import-orders") == {"refused": 1}
        assert world.company.accounts["WEB000530"].email == "other@example.com"
        assert wait_code(world) == "ERP-ACC-005"

    def test_an_account_that_a_crash_left_behind_is_taken_if_the_e_mail_agrees(self, world: World) -> None:
        world.configure({"customers.import.match_email": "false"})
        world.company.put_accounts(an_account("WEB000530", "customer530@example.com"))
        world.shop.place(an_order("15"))
        world.run("import-orders")
        assert account(world) == "WEB000530"


@pytest.mark.spec("CUS-IMP-4")
class TestCounter:
    @pytest.fixture
    def world(self, world: World) -> World:
        """Codes that hold no customer id: WEB and a counter on four digits."""
        world.configure(
            {
                "customers.import.part1": "",
                "customers.import.length1": 0,
                "customers.import.counter_length": 4,
            }
        )
        return world

    def place(self, world: World, *numbers: int) -> None:
        world.shop.place(*(an_order(str(number), customer=a_customer(str(number))) for number in numbers))

    def test_each_customer_has_the_next_number(self, world: World) -> None:
        self.place(world, 1, 2, 3)
        report = world.run("import-orders")
        assert [account(world, str(number)) for number in (1, 2, 3)] == ["WEB0001", "WEB0002", "WEB0003"]
        planned = [after for item in report.items for name, _, after in item.changes if name == "account"]
        assert planned == ["WEB0001 (+)", "WEB0002 (+)", "WEB0003 (+)"]

    def test_one_who_is_known_by_the_e_mail_takes_one_number(self, world: World) -> None:
        guests = [a_customer(number, email="Guest@example.com", is_guest=True) for number in ("1", "2")]
        world.shop.place(*(an_order(guest.id, customer=guest) for guest in guests))
        self.place(world, 3)
        world.run("import-orders")
        assert [account(world, number) for number in ("1", "2", "3")] == ["WEB0001", "WEB0001", "WEB0002"]

    def test_it_goes_on_in_the_next_run(self, world: World) -> None:
        self.place(world, 1, 2)
        world.run("import-orders")
        self.place(world, 3)
        world.run("import-orders")
        assert account(world, "3") == "WEB0003"

    def test_more_new_customers_than_codes_are_tried_at_once(self, world: World) -> None:
        self.place(world, *range(1, 121))
        assert world.counts("import-orders") == {"created": 120}
        assert len({account(world, str(number)) for number in range(1, 121)}) == 120

    def test_it_moves_on_where_a_code_belongs_to_somebody_else(self, world: World) -> None:
        world.company.put_accounts(an_account("WEB0001", "other@example.com"))
        self.place(world, 1)
        world.run("import-orders")
        assert account(world, "1") == "WEB0002"
        self.place(world, 2)
        world.run("import-orders")
        assert account(world, "2") == "WEB0003"

    def test_a_preview_takes_no_number(self, world: World) -> None:
        self.place(world, 1)
        world.run("import-orders", preview=True)
        world.run("import-orders")
        assert account(world, "1") == "WEB0001"

    def test_digits_that_are_used_up_are_said(self, world: World) -> None:
        world.configure({"customers.import.counter_length": 1})
        self.place(world, *range(1, 11))
        assert world.counts("import-orders") == {"created": 9, "refused": 1}
        assert wait_code(world) == "CUS-COD-001"

    def test_names_do_not_stand_in_the_counters(self, world: World) -> None:
        world.configure({"customers.import.part1": "last_name", "customers.import.length1": 5})
        world.shop.place(an_order("1", a_row(), customer=a_customer("1", last_name="Durand")))
        world.run("import-orders")
        assert account(world, "1") == "WEBDURAN0001"
        assert all("DURAN" not in pattern for _, pattern in world.store.database.counters)
