"""What PrestaShop can do, by version, as data; measured sizes and rules are those of the recordings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from navette.domain.errors import ConfigurationError
from navette.domain.messages import shop as messages
from navette.ports.shop import ShopCapabilities, Support

Version = tuple[int, ...]
KIND = "prestashop"
OLDEST: Version = (1, 7, 7)
NEWEST: Version = (9,)
COMBINATION_BATCH = 50
LIST_PAGE = 1000
STOCK_PAGE = 5000
LOOK_UP_BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTraits:
    """What a version has that an older one has not. `has_silent_same_state`: writing the same status adds no entry."""

    has_patch: bool = False
    has_product_type: bool = False
    has_order_note: bool = False
    has_order_vouchers: bool = False
    has_silent_same_state: bool = False


_1_7_8 = VersionTraits(has_product_type=True, has_order_note=True, has_order_vouchers=True, has_silent_same_state=True)
TRAITS: Mapping[Version, VersionTraits] = {
    (1, 7, 7): VersionTraits(),
    (1, 7, 8): _1_7_8,
    (8, 0): VersionTraits(
        has_patch=True,
        has_product_type=True,
        has_order_note=True,
        has_order_vouchers=True,
        has_silent_same_state=True,
    ),
}

# Fields that a record as read may not, or need not, be sent back with (PUT before 8.0).
READ_ONLY: Mapping[str, frozenset[str]] = {
    "products": frozenset(
        {"manufacturer_name", "quantity", "position_in_category", "id_default_image", "id_default_combination", "type"}
    ),
    "categories": frozenset({"level_depth", "nb_products_recursive"}),
    "customers": frozenset({"last_passwd_gen", "secure_key"}),
}

TEXT_LENGTHS: Mapping[str, int] = {
    "name": 128,
    "summary": 800,
    "meta_title": 255,
    "meta_description": 512,
    "meta_keywords": 255,
    "slug": 128,
    "reference": 64,
    "supplier_reference": 64,
    "barcode": 13,
    "category_name": 128,
    "option_name": 128,
    "option_value": 128,
    "feature_name": 128,
    "feature_value": 255,
    "brand": 64,
    "supplier": 64,
    "group": 32,
}

_EVERYWHERE = (
    *("ART-TXT-1", "ART-TXT-2", "ART-TXT-3", "ART-TXT-4", "ART-TXT-5", "ART-TXT-6"),
    *("ART-TAX-1", "ART-TAX-2", "ART-TAX-3", "ART-FLT-5"),
    *("ART-CAT-1", "ART-CAT-2", "ART-CAT-3", "ART-CAT-4"),
    *("ART-VAR-1", "ART-VAR-2", "ART-VAR-3", "ART-VAR-4"),
    *("ART-IMG-1", "ART-STK-1", "ART-STK-2", "ART-STK-3", "ART-STK-4", "ART-STK-5"),
    *("ART-PRI-1", "ART-PRI-2", "ART-PRI-3", "ART-PRI-4", "ART-PRI-6", "ART-FLD-1", "ART-FLD-2", "ART-FLD-3"),
    *("ORD-SEL-1", "ORD-SEL-2", "ORD-SEL-3", "ORD-MAP-1", "ORD-MAP-2", "ORD-MAP-3", "ORD-MAP-4", "ORD-MAP-5"),
    *("ORD-LIN-1", "ORD-LIN-5", "ORD-LIN-6", "ORD-LIN-7", "ORD-LIN-12", "ORD-LIN-13", "ORD-PAY-1"),
    *("UPD-STA", "UPD-TRK"),
)
_BY_MODULE = ("UPD-PEN", "UPD-PDF", "RET-PRD", "POL-CUS-5", "POL-ORD-12", "B2B-ACC", "B2B-FIN", "B2B-PEN", "B2B-DOC")
# What the web service could carry and this adapter does not send yet.
_NOT_YET = ("ART-DOC-3", "ART-VAR-5", "ART-STK-6", "ART-STK-8", "RET-CRN", "CUS-EXP-1", "CUS-EXP-4")


def parse_version(text: str) -> Version:
    """Read a version such as 8.2.1 or 1.7.8.11."""
    return tuple(int(part) for part in re.findall(r"\d+", text)[:4])


def traits_of(version: Version) -> VersionTraits:
    """Traits of the newest row that is not newer than the version; raises ConfigurationError below the oldest."""
    if version < OLDEST:
        raise ConfigurationError(
            messages.UNSUPPORTED_VERSION,
            version=version_text(version) or "?",
            oldest=version_text(OLDEST),
            newest=version_text(NEWEST),
        )
    return TRAITS[max(since for since in TRAITS if since <= version)]


def version_text(version: Version) -> str:
    """A version as people write it."""
    return ".".join(str(part) for part in version)


def capabilities_of(version: Version) -> ShopCapabilities:
    """What a shop of a version can do."""
    traits = traits_of(version)
    support = dict.fromkeys(_EVERYWHERE, Support.YES)
    support |= dict.fromkeys(_BY_MODULE, Support.NEEDS_MODULE)
    support |= dict.fromkeys(_NOT_YET, Support.NO)
    support["ORD-LIN-14"] = support["ORD-LIN-11"] = Support.YES
    support["UPD-NUM"] = support["UPD-DLV"] = Support.YES if traits.has_order_note else Support.NO
    return ShopCapabilities(
        kind=KIND,
        version=version_text(version),
        product_batch=20,
        stock_batch=100,
        price_batch=50,
        order_page=100,
        stock_bulk_read=True,
        has_partial_update=traits.has_patch,
        has_group_prices=True,
        has_customer_prices=True,
        accepts_negative_stock=True,
        languages_together=True,
        text_lengths=TEXT_LENGTHS,
        features=support,
    )
