"""Numbers of parameter rows that the sample's other rows store."""

from enum import IntEnum


class PriceCategory(IntEnum):
    """Price categories (P_CATTARIF); the first two are those of consumers, with tax."""

    CONSUMERS = 1
    STAFF = 2
    WHOLESALERS = 3
    RETAILERS = 4


class PaymentMode(IntEnum):
    """Payment modes (P_REGLEMENT)."""

    CHEQUE = 1
    CARD = 2
    TRANSFER = 3
    CASH = 4
    WALLET = 5
    DIRECT_DEBIT = 6


class Unit(IntEnum):
    """Units of sale (P_UNITE)."""

    PIECE = 1
    PAIR = 2
    GRAM = 3
    HOUR = 4
    BOX = 5


UNIT_LABELS = {Unit.PIECE: "Pièce", Unit.PAIR: "Paire", Unit.GRAM: "Gramme", Unit.HOUR: "Heure", Unit.BOX: "Boîte"}
