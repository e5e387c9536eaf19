"""Which orders are imported and how their documents are headed (spec ORD-SEL, ORD-HDR)."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class Period(StrEnum):
    """Which orders are looked at."""

    SINCE_LAST = "since_last"
    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    LAST_7_DAYS = "last_7_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"


class DocumentDate(StrEnum):
    """Date of the document."""

    ORDER = "order"
    INVOICE = "invoice"
    TODAY = "today"


class MessageChoice(StrEnum):
    """Which messages of the customer go on the document."""

    NONE = "none"
    FIRST = "first"
    LAST = "last"
    ALL = "all"


class OrderOptions(Section):
    """Selection and header. Statuses are set up in the mapping table `order_statuses`."""

    prefix: ClassVar[str] = "orders"
    title: ClassVar[str] = "Creation of orders"

    period: Period = option(
        Period.SINCE_LAST,
        title="Period",
        help="Orders changed since the last import, or of a period by order date.",
    )
    date: DocumentDate = option(DocumentDate.ORDER, title="Date of the document", help="Which date it carries.")
    series: int = option(0, title="Numbering series", help="Sales series, from 0.", minimum=0, choices="series")
    warehouse: int = option(
        0, title="Warehouse", help="Warehouse from which stock goes out; 0 = the main one.", choices="warehouses"
    )
    reference: str = option(
        "Web %OI - %CF %CL",
        title="Reference",
        help="Template of the document's reference, cut to the company's length: %OI order id, %OR order "
        "reference, %CF first name, %CL last name, %CC company, %PM payment method, %ST store.",
    )
    messages: MessageChoice = option(
        MessageChoice.ALL, title="Messages of the customer", help="Which messages become comment lines."
    )
    delivery_date: bool = option(
        default=False, title="Delivery date", help="Write the delivery date when the shop knows it."
    )
    includes_tax: bool = option(
        default=False,
        title="Create the orders with tax included",
        help="Prices are written with tax; the company derives those without.",
    )
    default_accounting_category: int = option(
        0,
        title="Default accounting category",
        help="Category for countries that the table `countries` does not name; 0 = none: such an order waits.",
        minimum=0,
        maximum=50,
        choices="accounting_categories",
    )
    default_payment_mode: int = option(
        0,
        title="Default payment mode",
        help="For methods that the table `payments` does not name; 0 = none.",
        minimum=0,
        choices="payment_modes",
    )
    default_payment_journal: str = option(
        "",
        title="Default payment journal",
        help="Treasury journal of methods for which the table `payments` names none; empty = the one that the company "
        "last used for the mode.",
        max_length=6,
        choices="journals",
    )
    default_shipping_method: int = option(
        0,
        title="Default shipping method",
        help="For carriers that the table `carriers` does not name; 0 = the account's.",
        minimum=0,
        choices="shipping_methods",
    )


class LineOptions(Section):
    """Lines of the document. Discount articles by VAT code stand in the mapping table `discount_articles`."""

    prefix: ClassVar[str] = "orders.lines"
    title: ClassVar[str] = "Articles of orders"

    miscellaneous_article: str = option(
        "", title="Miscellaneous article", help="Article for rows that the company does not know.", max_length=18
    )
    allows_miscellaneous: bool = option(
        default=False,
        title="Use the miscellaneous article",
        help="For articles that do not exist in the company; off: such an order waits.",
    )
    gap_article: str = option("", title="Gap article", help="Article of the rounding gap line.", max_length=18)
    gap_line: bool = option(
        default=True,
        title="Create a gap line",
        help="Make the total equal to what was paid when it differs by rounding only.",
    )
    gap_at_most: Decimal = option(
        Decimal("0.05"),
        title="Largest gap",
        help="Beyond it the order waits.",
        unit="€",
        minimum=0,
        maximum=1,
        advanced=True,
    )
    wrapping_article: str = option("", title="Wrapping article", help="Article of gift wrapping.", max_length=18)
    shipping_article: str = option("", title="Shipping article", help="Article of the shipping line.", max_length=18)
    shipping_as_line: bool = option(
        default=False,
        title="Shipping as an article line",
        help="Off: shipping stands in the footer of the document.",
    )
    discount_article: str = option(
        "", title="Discount article", help="Article of vouchers where the VAT code has none of its own.", max_length=18
    )
    use_replacement: bool = option(
        default=False, title="Use the replacement article", help="For dormant articles that have one."
    )
    erp_designation: bool = option(
        default=False, title="Use the company's designations", help="Instead of the shop's product names."
    )
    net_prices: bool = option(
        default=False, title="No discounts on lines", help="Write the net price instead of price and discount."
    )


class PaymentOptions(Section):
    """Payments of orders. Methods are set up in the mapping table `payments`."""

    prefix: ClassVar[str] = "orders.payments"
    title: ClassVar[str] = "Payments of orders"

    create: bool = option(default=True, title="Create the payments", help="Record a down payment on the document.")
    each: bool = option(default=False, title="One per actual payment", help="Off: one payment of the order's total.")
    label: str = option(
        "%CF %CL - %OI", title="Label", help="Template of the payment's label, as that of the reference."
    )


class AfterOptions(Section):
    """What follows the import of an order."""

    prefix: ClassVar[str] = "orders.after"
    title: ClassVar[str] = "After the import"

    sends_piece: bool = option(
        default=True, title="Send the document number", help="Write the number of the document on the shop's order."
    )
    sends_stock: bool = option(
        default=False, title="Send the stock of ordered articles", help="Immediately after the import."
    )
