"""The fixed lists that options choose from, with a label for each value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from navette.config.option import DeclaredOption
from navette.config.sections.categories import CategorySource
from navette.config.sections.customers import CodePart, PhoneSource
from navette.config.sections.erp import ErpKind, SqlServerDriver
from navette.config.sections.orders import DocumentDate, MessageChoice, Period
from navette.config.sections.prices import DiscountRule
from navette.config.sections.shop import TlsVersion
from navette.domain.stock import StockBasis


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """A fixed list of values with their labels."""

    name: str
    labels: Mapping[str, str]


OF_TYPES: Mapping[type[StrEnum], ChoiceList] = {
    StockBasis: ChoiceList(
        "stock_basis",
        {
            StockBasis.PHYSICAL: "Physical",
            StockBasis.PHYSICAL_LESS_ORDERS: "Physical less customer orders",
            StockBasis.AVAILABLE: "Available",
            StockBasis.PROJECTED: "Projected",
            StockBasis.PROJECTED_LESS_SUPPLIER_ORDERS: "Projected less supplier orders",
        },
    ),
    CategorySource: ChoiceList(
        "category_source",
        {
            CategorySource.FAMILIES: "Article families",
            CategorySource.CATALOGUE: "Product catalogue",
            CategorySource.FIELDS: "Fields of the article",
        },
    ),
    CodePart: ChoiceList(
        "code_part",
        {
            CodePart.NONE: "None",
            CodePart.CUSTOMER_ID: "Customer id",
            CodePart.LAST_NAME: "Last name",
            CodePart.FIRST_NAME: "First name",
            CodePart.COMPANY: "Company",
            CodePart.POSTCODE: "Postcode",
            CodePart.COUNTRY: "Country",
            CodePart.CITY: "City",
        },
    ),
    PhoneSource: ChoiceList(
        "phone_source",
        {
            PhoneSource.NONE: "None",
            PhoneSource.PHONE: "Phone",
            PhoneSource.MOBILE: "Mobile",
            PhoneSource.PHONE_OR_MOBILE: "Phone or mobile",
            PhoneSource.MOBILE_OR_PHONE: "Mobile or phone",
        },
    ),
    ErpKind: ChoiceList("erp_kind", {ErpKind.SAGE100: "Sage 100"}),
    SqlServerDriver: ChoiceList(
        "sql_server_driver",
        {
            SqlServerDriver.PYMSSQL: "pymssql",
            SqlServerDriver.MSSQL_PYTHON: "mssql-python",
            SqlServerDriver.PYODBC: "pyodbc",
        },
    ),
    DocumentDate: ChoiceList(
        "document_date",
        {
            DocumentDate.ORDER: "Date of the order",
            DocumentDate.INVOICE: "Date of the invoice",
            DocumentDate.TODAY: "Today",
        },
    ),
    MessageChoice: ChoiceList(
        "message_choice",
        {
            MessageChoice.NONE: "None",
            MessageChoice.FIRST: "The first one",
            MessageChoice.LAST: "The last one",
            MessageChoice.ALL: "All",
        },
    ),
    Period: ChoiceList(
        "period",
        {
            Period.SINCE_LAST: "Since the last import",
            Period.TODAY: "Today",
            Period.YESTERDAY: "Yesterday",
            Period.THIS_WEEK: "This week (Monday to Sunday)",
            Period.LAST_7_DAYS: "The last 7 days",
            Period.THIS_MONTH: "This month",
            Period.LAST_MONTH: "Last month",
        },
    ),
    DiscountRule: ChoiceList(
        "discount_rule",
        {
            DiscountRule.CUMULATE: "Cumulate",
            DiscountRule.BEST: "The best for the customer",
            DiscountRule.PRIORITY: "Article over family over customer",
        },
    ),
    TlsVersion: ChoiceList("tls_version", {TlsVersion.TLS_1_2: "TLS 1.2", TlsVersion.TLS_1_3: "TLS 1.3"}),
}

BY_NAME: Mapping[str, ChoiceList] = {
    "weights": ChoiceList("weights", {"net": "Net weight", "gross": "Gross weight"}),
    "shops": ChoiceList("shops", {"prestashop": "PrestaShop"}),
}


def choice_list(option: DeclaredOption) -> ChoiceList | None:
    """The fixed list of an option; None if its values are free or come from the company or the shop."""
    kind = option.field.annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return OF_TYPES[kind]
    return BY_NAME.get(option.text.choices)
