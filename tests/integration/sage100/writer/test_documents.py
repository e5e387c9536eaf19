"""Headers and lines of new documents."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from bookkeeping import check_document
from drafts import C10, C20, C55, ECO, address, draft, line
from sqlalchemy import update

from navette.domain.document import DocumentKind, DraftLine, FooterCharge, LineRole
from navette.domain.errors import RefusedError
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE, F_DOCLIGNETEXT, F_LIVRAISON

EMPTY_DATE = datetime(1753, 1, 1)


class TestHeader:
    @pytest.mark.spec("ORD-HDR-1", "ORD-HDR-3", "ORD-HDR-5")
    def test_it_carries_what_the_draft_says(self, writer, books):
        drafted = draft(
            web_number="187",
            reference="Web 187 - John DOE the Third",
            header_texts=("colis", "", "", "n° 3"),
            delivery_on=date(2026, 12, 1),
            shipping_method=2,
        )
        writer.write(drafted)
        header = books.row(F_DOCENTETE)
        assert header["DO_NoWeb"] == "187"
        assert header["DO_Ref"] == "Web 187 - John DO"
        assert (header["DO_Coord01"], header["DO_Coord04"]) == ("colis", "n° 3")
        assert header["DO_Date"] == datetime(2026, 11, 20)
        assert header["DO_DateLivr"] == datetime(2026, 12, 1)
        assert header["DO_Expedit"] == 2
        assert (header["DO_Type"], header["DO_DocType"], header["DO_Statut"]) == (1, 1, 1)

    def test_it_carries_what_the_account_says(self, writer, books):
        writer.write(draft())
        header = books.row(F_DOCENTETE)
        assert (header["DO_Tiers"], header["CT_NumPayeur"], header["CG_Num"]) == ("CLIENT", "CLIENT", "4110000")
        assert header["N_CatCompta"] == 2
        assert (header["LI_No"], header["cbLI_No"]) == (7, 7)

    @pytest.mark.spec("ORD-MAP-1")
    def test_the_accounting_category_of_the_draft_goes_first(self, writer, books):
        writer.write(draft(accounting_category=4))
        assert books.row(F_DOCENTETE)["N_CatCompta"] == 4

    def test_defaults_of_sage(self, writer, books, clock):
        writer.write(draft())
        header = books.row(F_DOCENTETE)
        customs = ("DO_Transaction", "DO_Regime", "DO_Colisage", "DO_TypeColis")
        assert [header[name] for name in customs] == [11, 21, 1, 1]
        assert header["DO_Heure"] == f"000{clock.now().astimezone():%H%M%S}"
        assert header["DO_DateLivr"] == EMPTY_DATE

    @pytest.mark.spec("ORD-HDR-4")
    def test_stock_goes_out_of_the_main_warehouse_unless_another_is_named(self, writer, books):
        writer.write(draft())
        writer.write(draft(warehouse=1))
        assert [row["DE_No"] for row in books.rows(F_DOCENTETE)] == [2, 1]
        assert [row["DE_No"] for row in books.rows(F_DOCLIGNE)] == [2, 1]

    def test_a_delivery_note_says_when_goods_left(self, writer, books):
        writer.write(draft(kind=DocumentKind.DELIVERY))
        assert books.row(F_DOCENTETE)["DO_DateLivrRealisee"] == datetime(2026, 11, 20)

    @pytest.mark.parametrize(
        ("kind", "piece", "type_"),
        [
            (DocumentKind.QUOTE, "DE00001", 0),
            (DocumentKind.ORDER, "BC00001", 1),
            (DocumentKind.PREPARATION, "PL00001", 2),
            (DocumentKind.DELIVERY, "BL00001", 3),
            (DocumentKind.INVOICE, "FA00001", 6),
        ],
    )
    @pytest.mark.spec("ORD-SEL-3")
    def test_every_kind(self, writer, books, kind, piece, type_):
        assert writer.write(draft(kind=kind)).document.piece == piece
        check_document(books, type_, piece)

    def test_a_posted_invoice_comes_from_accounting_only(self, writer):
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(kind=DocumentKind.POSTED_INVOICE))
        assert refusal.value.code == "ERP-DOC-008"


class TestDeliveryAddress:
    def test_an_equal_address_of_the_account_is_used_again(self, writer, books):
        same = address(
            first_name="Jean",
            last_name="CLIENT",
            company="client",
            line1="1 rue du  port",
            postcode="69001",
            city="LYON",
        )
        writer.write(draft(delivery_address=same))
        assert books.row(F_DOCENTETE)["LI_No"] == 7
        assert len(books.rows(F_LIVRAISON)) == 1

    def test_a_new_address_is_added_once(self, writer, books):
        writer.write(draft(delivery_address=address()))
        writer.write(draft(delivery_address=address(phone="06")))
        added = books.rows(F_LIVRAISON)[1]
        assert len(books.rows(F_LIVRAISON)) == 2
        assert {row["LI_No"] for row in books.rows(F_DOCENTETE)} == {added["LI_No"]}
        assert (added["LI_Intitule"], added["LI_Pays"], added["LI_Principal"]) == ("Élodie Müller", "France", 0)

    def test_a_street_that_is_too_long_goes_on_in_the_second_line(self, writer, books):
        writer.write(draft(delivery_address=address(line1="Résidence des Tilleuls, 12 avenue du Maréchal")))
        added = books.rows(F_LIVRAISON)[1]
        assert (added["LI_Adresse"], added["LI_Complement"]) == ("Résidence des Tilleuls, 12 avenue", "du Maréchal")


class TestLines:
    def test_steps_numbers_and_units(self, writer, books):
        writer.write(draft(line(quantity=3), line("LIVRE"), line("PORT")))
        lines = books.rows(F_DOCLIGNE)
        assert [row["DL_Ligne"] for row in lines] == [10000, 20000, 30000]
        assert [row["DL_No"] for row in lines] == [1, 2, 3]
        first = lines[0]
        assert (first["EU_Enumere"], first["EU_Qte"], first["DL_Qte"], first["DL_QteBC"]) == ("Pièce", 3, 3, 3)
        assert (first["DL_NoRef"], first["DL_Valorise"], first["AR_RefCompose"]) == (1, 1, None)

    def test_weights_are_those_of_the_whole_line_in_grams(self, writer, books):
        writer.write(draft(line(quantity=3)))
        row = books.row(F_DOCLIGNE)
        assert (row["DL_PoidsNet"], row["DL_PoidsBrut"]) == (Decimal("13.5"), Decimal(60))

    def test_prices_discounts_and_amounts(self, writer, books):
        discounts = (DiscountElement(Decimal(10)), DiscountElement(Decimal(1), DiscountKind.AMOUNT))
        writer.write(draft(line(quantity=3, discounts=discounts)))
        row = books.row(F_DOCLIGNE)
        assert (row["DL_PrixUnitaire"], row["DL_PUTTC"], row["DL_PUBC"]) == (10, 12, 10)
        assert (row["DL_Remise01REM_Valeur"], row["DL_Remise01REM_Type"]) == (10, 1)
        assert (row["DL_Remise02REM_Valeur"], row["DL_Remise02REM_Type"]) == (1, 0)
        assert (row["DL_MontantHT"], row["DL_MontantTTC"]) == (Decimal(24), Decimal("28.80"))

    def test_more_than_three_discounts_become_a_net_price(self, writer, books):
        writer.write(draft(line(quantity=2, discounts=[DiscountElement(Decimal(10))] * 4)))
        row = books.row(F_DOCLIGNE)
        assert (row["DL_PrixUnitaire"], row["DL_Remise01REM_Valeur"]) == (Decimal("6.56"), 0)
        check_document(books, 1, "BC00001")

    def test_taxes_are_copied_to_their_slots(self, writer, books):
        writer.write(draft(line(taxes=(C20, ECO)), line("LIVRE", taxes=(C55,))))
        ring, book = books.rows(F_DOCLIGNE)
        assert [ring[f"DL_CodeTaxe{slot}"] for slot in (1, 2, 3)] == ["C20", "ECO", None]
        assert [ring[f"DL_Taxe{slot}"] for slot in (1, 2, 3)] == [20, Decimal("0.5"), 0]
        assert (ring["DL_TypeTaux2"], ring["DL_TypeTaxe2"]) == (1, 2)
        assert book["DL_CodeTaxe1"] == "C55"
        check_document(books, 1, "BC00001")

    @pytest.mark.spec("ORD-LIN-6")
    def test_prices_with_tax(self, writer, books):
        writer.write(draft(line(quantity=3, price="9.99"), prices_include_tax=True))
        row = books.row(F_DOCLIGNE)
        assert (row["DL_TTC"], row["DL_PUTTC"], row["DL_PrixUnitaire"]) == (1, Decimal("9.99"), Decimal("8.325"))
        assert (row["DL_MontantHT"], row["DL_MontantTTC"]) == (Decimal("24.98"), Decimal("29.97"))
        check_document(books, 1, "BC00001")

    @pytest.mark.spec("ORD-HDR-9", "ORD-LIN-11")
    def test_comments_and_notes(self, writer, books):
        comment = DraftLine(role=LineRole.COMMENT, designation="Emballage cadeau")
        message = "Bonjour,\nmerci de sonner deux fois à la porte de l’atelier, au fond de la cour à gauche."
        writer.write(draft(line(note="Gravure : É & L"), comment, comments=(message,)))
        ring, wrapping, comment_row = books.rows(F_DOCLIGNE)
        texts = {row["DT_No"]: row["DT_Text"] for row in books.rows(F_DOCLIGNETEXT)}
        assert texts[ring["DT_No"]] == "Gravure : É & L"
        assert (wrapping["AR_Ref"], wrapping["DL_Valorise"], wrapping["DT_No"], wrapping["DE_No"]) == (None, 0, 0, 0)
        assert comment_row["DL_Design"] == "Bonjour, merci de sonner deux fois à la porte de l’atelier, au fond d"
        assert texts[comment_row["DT_No"]] == message.replace("\n", "\r\n")

    def test_texts_are_those_that_windows_1252_can_hold(self, writer, books):
        writer.write(draft(line(designation="Bague “Łódź” № 5 💍 – œuvre")))
        assert books.row(F_DOCLIGNE)["DL_Design"] == "Bague “Lódz” No. 5 – œuvre"


class TestShippingInTheFooter:
    @pytest.mark.spec("ORD-LIN-12")
    def test_net(self, writer, books):
        writer.write(draft(line(), shipping=FooterCharge(amount=Decimal("5.90"), taxes=(C20,))))
        header = check_document(books, 1, "BC00001")
        assert (header["DO_ValFrais"], header["DO_TypeLigneFrais"]) == (Decimal("5.90"), 0)
        assert (header["DO_Taxe1"], header["DO_CodeTaxe1"]) == (20, "C20")
        assert header["DO_TotalTTC"] == Decimal("19.08")

    def test_with_tax_at_another_rate_than_the_lines(self, writer, books):
        charge = FooterCharge(amount=Decimal("5.90"), includes_tax=True, taxes=(C10,))
        writer.write(draft(line(), shipping=charge))
        header = check_document(books, 1, "BC00001")
        assert header["DO_TypeLigneFrais"] == 1
        assert header["DO_TotalTTC"] == Decimal("17.90")


class TestForeignCurrency:
    @pytest.mark.spec("ORD-LIN-10")
    def test_amounts_are_kept_in_the_company_s_currency_prices_in_both(self, writer, books):
        drafted = draft(line(price="11", quantity=2), currency=2, currency_rate=Decimal("1.1"))
        written = writer.write(drafted)
        row, header = books.row(F_DOCLIGNE), check_document(books, 1, "BC00001")
        assert (row["DL_PUDevise"], row["DL_PrixUnitaire"]) == (11, 10)
        assert (header["DO_Devise"], header["DO_Cours"]) == (2, Decimal("1.1"))
        assert written.document.total_gross == 24


class TestRefusals:
    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"lines": (line("INCONNU"),)}, "ERP-ART-001"),
            ({"lines": (line("CHAINE"),)}, "ERP-ART-003"),
            ({"lines": (line("CHAINE", range_value1=13, range_value2=11),)}, "ERP-ART-003"),
            ({"lines": (line("BAGUE", range_value1=11),)}, "ERP-ART-003"),
            ({"lines": (line("PERLE", packaging=6),)}, "ERP-ART-004"),
            ({"lines": (line(taxes=(C20, C55, C10, ECO)),)}, "ERP-DOC-003"),
            ({"series": 2}, "ERP-NUM-001"),
            ({"series": 7}, "ERP-NUM-001"),
            ({"warehouse": 9}, "ERP-DOC-005"),
            ({"shipping_method": 9}, "ERP-DOC-006"),
            ({"currency": 9}, "ERP-DOC-007"),
            ({"account": "NOBODY"}, "ERP-ACC-001"),
            ({"account": "FOURN"}, "ERP-ACC-001"),
            ({"web_number": "x" * 18}, "ERP-WRT-003"),
            ({"web_number": " "}, "ERP-WRT-005"),
            ({"lines": (line(price="10000000000"),)}, "ERP-WRT-004"),
        ],
    )
    def test_each_says_why_and_leaves_nothing(self, writer, books, values, code):
        lines = values.pop("lines", ())
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(*lines, **values))
        assert refusal.value.code == code
        assert books.rows(F_DOCENTETE) == books.rows(F_DOCLIGNE) == []

    def test_an_unknown_tax(self, writer, books):
        from navette.domain.tax import ErpTax

        with pytest.raises(RefusedError) as refusal:
            writer.write(draft(line(taxes=(ErpTax("XX", Decimal(20)),))))
        assert refusal.value.code == "ERP-DOC-001"

    def test_a_tax_whose_rate_has_changed_meanwhile(self, writer, books):
        from navette.erp.sage100.tables import F_TAXE

        books.change(update(F_TAXE).where(F_TAXE.c.TA_Code == "C20").values(TA_Taux=Decimal(21)))
        with pytest.raises(RefusedError) as refusal:
            writer.write(draft())
        assert refusal.value.code == "ERP-DOC-002"
