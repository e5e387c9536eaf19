"""The mapping tables of a profile: what stands on each side, and how an entry is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

_ANY = r".+"
_NUMBER = r"\d+"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingTable:
    """A table from source keys to target keys; `example` is an entry as `navette profile set` takes it.

    `source_form` and `target_form` are the regular expressions that an entry must match whole.
    """

    name: str
    title: str
    help: str
    source: str
    target: str
    example: str
    source_form: str = _ANY
    target_form: str = _ANY


_TABLES = (
    MappingTable(
        name="taxes",
        title="Taxes of articles",
        help="The tax rule of the shop for each tax of the company; an empty target means no tax.",
        source="Tax of the company",
        target="Tax rule of the shop",
        example="mapping.taxes.C20=1",
        target_form=r".*",
    ),
    MappingTable(
        name="order_taxes",
        title="Taxes of orders",
        help="The tax of the company for each country and rate of the shop.",
        source="Country and rate of the shop",
        target="Tax of the company",
        example="mapping.order_taxes.FR|20=C20",
        source_form=r"[A-Z]{2}\|\d+(\.\d+)?",
    ),
    MappingTable(
        name="countries",
        title="Countries",
        help="The accounting category for each country; a country followed by |0 is for sales without tax.",
        source="Country",
        target="Accounting category",
        example="mapping.countries.DE=2",
        source_form=r"[A-Z]{2}(\|0)?",
        target_form=_NUMBER,
    ),
    MappingTable(
        name="order_statuses",
        title="Statuses of orders",
        help="The document that an order with a status becomes: kind, state (0 entered, 1 confirmed, 2 accepted) and "
        "the status that the order then gets in the shop, if wished. Orders in a status that is not listed are left "
        "alone.",
        source="Status of the shop",
        target="Document, state, new status",
        example="mapping.order_statuses.2=order:1:3",
        target_form=r"((quote|order|preparation|delivery|invoice)(:[012](:.+)?)?)?",
    ),
    MappingTable(
        name="payments",
        title="Payment methods",
        help="For each payment method of the shop: payment mode, and if wished bank journal, customer account, "
        "general account, and 0 if no payment is to be created.",
        source="Payment method of the shop",
        target="Mode|journal|account|general account|create",
        example="mapping.payments.ps_wirepayment=2|BRD",
        target_form=r"\d+(\|[^|]*){0,3}(\|[01]?)?",
    ),
    MappingTable(
        name="carriers",
        title="Carriers",
        help="The shipping method for each carrier of the shop.",
        source="Carrier of the shop",
        target="Shipping method",
        example="mapping.carriers.2=1",
        target_form=_NUMBER,
    ),
    MappingTable(
        name="currencies",
        title="Currencies",
        help="The currency of the company for each currency of the shop; 0 is the company's own.",
        source="Currency of the shop",
        target="Currency of the company",
        example="mapping.currencies.EUR=0",
        source_form=r"[A-Z]{3}",
        target_form=_NUMBER,
    ),
    MappingTable(
        name="discount_articles",
        title="Discount articles",
        help="The article that carries vouchers for each tax of the company.",
        source="Tax of the company",
        target="Article",
        example="mapping.discount_articles.C55=ZREMISE_55",
    ),
    MappingTable(
        name="order_articles",
        title="Articles of orders",
        help="The article of the company for a reference of the shop that the company does not know.",
        source="Reference in the shop",
        target="Article",
        example="mapping.order_articles.GIFT-CARD=ZDIVERS",
    ),
    MappingTable(
        name="texts",
        title="Texts by language",
        help="The field of the company for a text in one language of the shop.",
        source="Language and text",
        target="Field of the company",
        example="mapping.texts.en.name=AR_Langue1",
        source_form=r"[a-z]{2}\.(name|description|summary|meta_title|meta_description|meta_keywords|slug)",
        target_form=r".*",
    ),
    MappingTable(
        name="features",
        title="Features",
        help="The field of the company for each feature of the shop.",
        source="Feature of the shop",
        target="Field of the company",
        example="mapping.features.4=Matiere",
    ),
    MappingTable(
        name="groups",
        title="Customer groups",
        help="The customer group of the shop for each price category.",
        source="Price category",
        target="Customer group of the shop",
        example="mapping.groups.2=4",
        source_form=_NUMBER,
    ),
)

MAPPING_TABLES: Mapping[str, MappingTable] = {table.name: table for table in _TABLES}


def check_entry(table: MappingTable, source: str, target: str) -> None:
    """Refuse an entry whose form is wrong, with an example of a right one."""
    if re.fullmatch(table.source_form, source) and re.fullmatch(table.target_form, target):
        return
    raise ConfigurationError(
        messages.MALFORMED_MAPPING, entry=f"mapping.{table.name}.{source}={target}", example=table.example
    )


def table_named(name: str) -> MappingTable:
    """A table by name; an unknown one is refused with the names that exist."""
    try:
        return MAPPING_TABLES[name]
    except KeyError:
        raise ConfigurationError(messages.UNKNOWN_MAPPING_TABLE, table=name, valid=", ".join(MAPPING_TABLES)) from None
