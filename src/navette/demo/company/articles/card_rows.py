"""Rows of an article's own card: F_ARTICLE, taxes of its own, texts, media, supplier."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Table

from navette.demo.company.articles.article import SampleArticle
from navette.demo.company.articles.catalogue import Catalogue
from navette.demo.company.articles.families import GRAMS, INVOICE_TYPES, SALE
from navette.demo.company.foundations.accounts import sales_account
from navette.demo.company.foundations.ranges import PACKAGING
from navette.demo.company.foundations.taxes import SalesCategory, sales_vat
from navette.demo.company.row_writer import RowWriter
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import F_ARTCOMPTA, F_ARTFOURNISS, F_ARTGLOSS, F_ARTICLEMEDIA

_STANDARD, _RANGES = 0, 1
_SIX_PLACES = Decimal("0.000001")
_RATE_CHANGE_IN_DAYS = 90


class CardRows:
    """Writes article cards."""

    def __init__(self, rows: RowWriter, table: Table, catalogue: Catalogue, calendar: SampleCalendar) -> None:
        self._rows = rows
        self._table = table
        self._catalogue = catalogue
        self._created = calendar.day(-400)
        self._rate_change = calendar.day(_RATE_CHANGE_IN_DAYS)

    def write(self, article: SampleArticle) -> None:
        """Write the card and what stands on it."""
        self._write_card(article)
        self._write_taxes(article)
        for order, glossary in enumerate(article.glossaries, start=1):
            self._rows.add(F_ARTGLOSS, AR_Ref=article.reference, GL_No=glossary, AGL_Num=order)
        for media in article.media:
            self._rows.add(
                F_ARTICLEMEDIA,
                AR_Ref=article.reference,
                ME_Commentaire=media.label,
                ME_Fichier=media.file,
                ME_TypeMIME=media.mime_type,
                ME_Origine=media.file,
            )
        if article.supplier:
            self._write_supplier(article)

    def _write_card(self, article: SampleArticle) -> None:
        range1, range2 = (*(int(axis) for axis in article.ranges), 0, 0)[:2]
        self._rows.add(
            self._table,
            AR_Ref=article.reference,
            AR_Design=article.designation,
            AR_Langue1=article.english,
            AR_Langue2=article.german,
            FA_CodeFamille=article.family.code,
            AR_Substitut=article.replacement,
            AR_Garantie=article.warranty,
            AR_UnitePoids=GRAMS,
            AR_PoidsNet=article.net_weight,
            AR_PoidsBrut=article.gross_weight,
            AR_UniteVen=int(article.family.unit),
            AR_PrixAch=article.cost,
            AR_PUNet=article.cost,
            AR_CoutStd=article.cost,
            AR_Coef=(article.price / article.cost).quantize(_SIX_PLACES) if article.cost else 0,
            AR_PrixVen=article.price,
            AR_PrixTTC=int(article.price_includes_tax),
            AR_Gamme1=range1,
            AR_Gamme2=range2,
            AR_Type=_RANGES if article.ranges else _STANDARD,
            AR_Condition=PACKAGING if article.packs else 0,
            AR_SuiviStock=int(article.tracking),
            AR_Nomencl=int(article.bill),
            AR_QteComp=int(bool(article.parts)),
            AR_Stat01=article.brand,
            AR_Stat02=article.collection,
            AR_Sommeil=int(article.is_dormant),
            AR_Publie=int(article.is_published),
            AR_Contremarque=int(article.is_back_to_back),
            AR_CodeBarre=article.barcode,
            AR_Photo=article.photo,
            AR_Pays="France",
            AR_DateCreation=self._created,
            AR_DateModif=self._created,
            **self._catalogue.levels(article.catalogue),
            **dict(article.free),
        )

    def _write_taxes(self, article: SampleArticle) -> None:
        """Write taxes of the article's own: another rate than the family's in every category, ecotax in France."""
        if article.vat is None and article.ecotax is None:
            return
        categories = list(SalesCategory) if article.vat else [SalesCategory.FRANCE]
        for invoice_type in INVOICE_TYPES:
            for category in categories:
                self._write_tax_row(article, category, invoice_type)

    def _write_tax_row(self, article: SampleArticle, category: SalesCategory, invoice_type: int) -> None:
        former = article.former_vat
        self._rows.add(
            F_ARTCOMPTA,
            AR_Ref=article.reference,
            ACP_Type=SALE,
            ACP_Champ=int(category),
            ACP_TypeFacture=invoice_type,
            ACP_ComptaCPT_CompteG=sales_account(category, article.vat_class),
            ACP_ComptaCPT_Taxe1=sales_vat(category, article.vat_class).code,
            ACP_ComptaCPT_Taxe3=article.ecotax.code if article.ecotax and category is SalesCategory.FRANCE else None,
            ACP_ComptaCPT_Date1=self._rate_change if former else _EMPTY_DATE,
            ACP_ComptaCPT_TaxeAnc1=sales_vat(category, former).code if former else None,
        )

    def _write_supplier(self, article: SampleArticle) -> None:
        self._rows.add(
            F_ARTFOURNISS,
            AR_Ref=article.reference,
            CT_Num=article.supplier,
            AF_RefFourniss=article.supplier_reference,
            AF_PrixAch=article.cost,
            AF_Unite=int(article.family.unit),
            AF_Conversion=1,
            AF_ConvDiv=1,
            AF_DelaiAppro=10,
            AF_Colisage=1,
            AF_QteMini=1,
            AF_Principal=1,
        )


_EMPTY_DATE = datetime(1753, 1, 1)  # noqa: DTZ001 (Sage's empty date has no zone)
