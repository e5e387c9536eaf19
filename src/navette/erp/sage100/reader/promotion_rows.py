"""The dated sales and promotions among Sage's scales (F_TARIF)."""

from enum import IntEnum

from navette.erp.sage100.tables import F_TARIF

PROMOTION_TYPE = 0
"""TF_Type of "soldes et promotions"; 1 is for rebates, 2 for commissions (sage100 §2.2)."""

IS_PROMOTION = F_TARIF.c.TF_Type == PROMOTION_TYPE


class SelectionKind(IntEnum):
    """What a row of a scale's selection names (F_TARIFSELECT.TS_Interes)."""

    FAMILY = 0
    ARTICLE = 1
    CATEGORY = 2
    CUSTOMER = 3
