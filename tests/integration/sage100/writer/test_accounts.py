"""The customer of a document: used, adopted, created, refused."""

from datetime import datetime

import pytest
from drafts import address, draft, new_account
from sqlalchemy import insert, update

from navette.domain.errors import RefusedError, WaitingError
from navette.erp.sage100.tables import (
    F_COMPTET,
    F_COMPTETG,
    F_CONTACTT,
    F_DOCENTETE,
    F_LIVRAISON,
    F_REGLEMENTT,
)


def of(books, table, code="WEB000530"):
    return books.rows(table, CT_Num=code)


@pytest.mark.spec("CUS-IMP-2", "CUS-IMP-9")
class TestCreation:
    def test_card_accounts_addresses_contact_and_terms(self, writer, books):
        written = writer.write(
            draft(new_account=new_account(siret="732 829 320 00074", vat_number="fr 40 303 265 045"))
        )
        assert written.account == "WEB000530"
        assert written.account_was_created
        (card,) = of(books, F_COMPTET)
        assert (card["CT_Intitule"], card["CT_Type"], card["CT_NumPayeur"]) == ("Élodie Müller", 0, "WEB000530")
        assert (card["CT_Siret"], card["CT_Identifiant"]) == ("73282932000074", "FR40303265045")
        assert (card["CT_Adresse"], card["CT_CodePostal"], card["CT_Pays"]) == ("12 rue de la Paix", "75002", "France")
        assert (card["CT_EMail"], card["CT_Telephone"]) == ("Elodie@Example.org", "01 02 03 04 05")
        assert card["CT_DateCreate"] == datetime(2026, 11, 24)
        (account,) = of(books, F_COMPTETG)
        assert account["CG_Num"] == "4110100"
        (contact,) = of(books, F_CONTACTT)
        assert (contact["CT_Nom"], contact["CT_Prenom"], contact["CT_EMail"]) == (
            "Müller",
            "Élodie",
            "Elodie@Example.org",
        )
        (term,) = of(books, F_REGLEMENTT)
        assert (term["N_Reglement"], term["RT_NbJour"], term["RT_TRepart"]) == (2, 30, 1)

    @pytest.mark.spec("CUS-IMP-3")
    def test_the_card_inherits_from_the_template(self, writer, books):
        writer.write(draft(new_account=new_account()))
        (card,) = of(books, F_COMPTET)
        (template,) = of(books, F_COMPTET, "MODELE")
        inherited = ("CG_NumPrinc", "CO_No", "cbCO_No", "N_CatCompta", "N_CatTarif", "CT_NumCentrale", "DE_No", "MR_No")
        more = ("N_Period", "CT_Taux01", "CT_BLFact", "CT_Langue", "CT_LivrPartielle", "CT_Statistique01")
        assert {name: card[name] for name in inherited + more} == {name: template[name] for name in inherited + more}
        ones = ("N_Risque", "N_Expedition", "N_Condition", "CT_Facture", "CT_Saut", "CT_Lettrage", "CT_EchangeCR")
        assert {card[name] for name in ones} == {1}
        assert (card["CT_Encours"], card["CT_Sommeil"]) == (0, 0)

    @pytest.mark.spec("CUS-IMP-6")
    def test_category_and_representative_of_the_draft_go_first(self, writer, books):
        writer.write(draft(new_account=new_account(accounting_category=5, sales_representative=0)))
        (card,) = of(books, F_COMPTET)
        assert (card["N_CatCompta"], card["CO_No"], card["cbCO_No"]) == (5, 0, None)

    def test_one_address_when_invoice_and_delivery_are_the_same(self, writer, books):
        writer.write(draft(new_account=new_account(), delivery_address=address()))
        (main,) = of(books, F_LIVRAISON)
        assert main["LI_Principal"] == 1
        assert books.row(F_DOCENTETE)["LI_No"] == main["LI_No"]

    def test_two_addresses_when_they_differ(self, writer, books):
        elsewhere = address(company="Atelier Roy", line1="3 quai Sud", country="BE", country_name="Belgium")
        writer.write(draft(new_account=new_account(delivery=elsewhere), delivery_address=elsewhere))
        main, delivery = of(books, F_LIVRAISON)
        assert [main["LI_Principal"], delivery["LI_Principal"]] == [1, 0]
        assert (delivery["LI_Intitule"], delivery["LI_Pays"], delivery["LI_Contact"]) == (
            "Atelier Roy",
            "Belgique",
            "Élodie Müller",
        )
        assert books.row(F_DOCENTETE)["LI_No"] == delivery["LI_No"]

    def test_the_document_takes_what_the_new_card_says(self, writer, books):
        writer.write(draft(new_account=new_account()))
        header = books.row(F_DOCENTETE)
        assert (header["DO_Tarif"], header["N_CatCompta"], header["CT_NumCentrale"]) == (2, 3, "CENTRALE")
        assert (header["CO_No"], header["MR_No"], header["CG_Num"], header["DO_BLFact"]) == (4, 3, "4110100", 1)

    def test_a_company_without_names_has_a_contact_all_the_same(self, writer, books):
        bare = address(first_name="", last_name="", company="Roy SA")
        wanted = new_account(title="Roy SA", invoice=bare, delivery=bare, contact_first_name="", contact_last_name="")
        writer.write(draft(new_account=wanted))
        (contact,) = of(books, F_CONTACTT)
        assert contact["CT_Nom"] == "Roy SA"

    @pytest.mark.parametrize("code", ["WEB-530", "", "WÉB530", "W" * 18])
    def test_a_code_that_sage_would_not_take(self, writer, code):
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(new_account=new_account(code)))
        assert refusal.value.code == "ERP-ACC-006"

    def test_a_code_is_stored_in_capitals(self, writer):
        assert writer.write(draft(new_account=new_account("web530 "))).account == "WEB530"

    @pytest.mark.parametrize("template", ["NOBODY", "FOURN"])
    def test_a_template_that_is_no_customer(self, writer, books, template):
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(new_account=new_account(template=template)))
        assert refusal.value.code == "ERP-ACC-004"
        assert of(books, F_COMPTET) == []


@pytest.mark.spec("CUS-IMP-4")
class TestAdoption:
    def test_a_second_order_finds_the_account_that_the_first_made(self, writer, books):
        writer.write(draft(new_account=new_account()))
        second = writer.write(draft(new_account=new_account(email=" elodie@EXAMPLE.org")))
        assert (second.account, second.account_was_created) == ("WEB000530", False)
        assert len(of(books, F_COMPTET)) == 1

    def test_the_siret_is_enough(self, writer):
        wanted = new_account("CLIENT", email="other@example.org", siret="732 829 320 00074")
        assert writer.write(draft(new_account=wanted)).account == "CLIENT"

    def test_an_e_mail_of_a_contact_is_enough(self, writer, books):
        books.change(insert(F_CONTACTT).values(CT_Num="CLIENT", CT_No=1, CT_Nom="Achat", CT_EMail="achat@example.org"))
        assert writer.write(draft(new_account=new_account("CLIENT", email="Achat@example.org"))).account == "CLIENT"

    def test_a_code_of_somebody_else_is_never_taken(self, writer, books):
        before = books.rows(F_COMPTET, CT_Num="CLIENT")
        wanted = new_account("CLIENT", alternatives=("FOURN", "CLIENT02", "CLIENT03"))
        assert writer.write(draft(new_account=wanted)).account == "CLIENT02"
        assert books.rows(F_COMPTET, CT_Num="CLIENT") == before

    def test_one_of_the_alternatives_can_be_the_customer_s(self, writer):
        writer.write(draft(new_account=new_account("CLIENT", alternatives=("CLIENT02",))))
        again = writer.write(draft(new_account=new_account("CLIENT", alternatives=("CLIENT02",))))
        assert (again.account, again.account_was_created) == ("CLIENT02", False)

    def test_without_a_free_code_the_order_is_refused(self, writer, books):
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(new_account=new_account("CLIENT", alternatives=("FOURN",))))
        assert refusal.value.code == "ERP-ACC-005"
        assert books.rows(F_DOCENTETE) == []

    def test_nothing_agrees_with_a_customer_without_e_mail(self, writer, books):
        books.change(update(F_COMPTET).where(F_COMPTET.c.CT_Num == "CLIENT").values(CT_EMail="", CT_Siret=""))
        with pytest.raises(RefusedError):
            writer.write(draft(new_account=new_account("CLIENT", email="")))


class TestAccountsThatMayNotBeUsed:
    @pytest.mark.parametrize(
        ("account", "code"), [("DORMEUR", "ERP-ACC-002"), ("BLOQUE", "ERP-ACC-003"), ("RISQUE", "ERP-ACC-003")]
    )
    def test_the_order_waits(self, writer, books, account, code):
        with pytest.raises(WaitingError) as waiting:
            writer.write(draft(account=account))
        assert waiting.value.code == code
        assert books.rows(F_DOCENTETE) == []

    def test_an_adopted_one_too(self, writer, books):
        books.change(update(F_COMPTET).where(F_COMPTET.c.CT_Num == "DORMEUR").values(CT_EMail="elodie@example.org"))
        with pytest.raises(WaitingError):
            writer.write(draft(new_account=new_account("DORMEUR")))
