"""Customers, their groups and addresses, and the conversations with them."""

import base64
import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour.attributes import children
from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry, Links, LinkTable
from navette.demo.shops.prestashop.clock import TIMESTAMP
from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.records.record import Record

EMAIL_TAKEN = "The email is already used, please choose another one"
USED = "SELECT 1 FROM orders WHERE id_address_delivery = ? OR id_address_invoice = ?"
NULLED = ("ip_registration_newsletter", "website", "company", "siret", "ape", "reset_password_token")


class CustomerBehaviour(Behaviour):
    """The customers; the e-mail of one who is not a guest is unique."""

    links: ClassVar[Links] = {"groups": LinkTable("customer_group", "id_customer", {"id": "id_group"})}

    def set_field(self, record: Record, name: str, value: str, writing: Writing) -> None:
        """Take a password: plain text is hashed, the hash that is stored stays."""
        if name == "passwd":
            if record.id is None or record["passwd"] != value:
                record["passwd"] = hashed(value)
        else:
            super().set_field(record, name, value, writing)

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new customer; its default group is its only one until others are set."""
        if self._holder(record.text("email")):
            writing.problems.add(500, EMAIL_TAKEN, 140)
            return False
        self._complete(record)
        for name in NULLED:
            record[name] = record[name] or ""
        super().add(record, writing)
        group = record.number("id_default_group")
        if group:
            self.database.write("INSERT OR IGNORE INTO customer_group VALUES (?, ?)", (record.key, group))
        return True

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed customer; empty texts become null."""
        holder = self._holder(record.text("email"))
        if holder and holder != record.key:
            writing.problems.add(500, EMAIL_TAKEN, 141)
            return False
        for name in NULLED:
            if is_empty(record[name]):
                record[name] = None
        return super().update(record, writing)

    def delete(self, record: Record) -> bool:
        """Remove a customer; orders stay and point to nobody, and then the addresses stay too."""
        key = record.key
        if not self.database.value("SELECT 1 FROM orders WHERE id_customer = ?", (key,)):
            behaviour = self.shop.behaviour("addresses")
            for address in self.database.column("SELECT id FROM address WHERE id_customer = ?", (key,)):
                found = self.shop.find("addresses", address)
                if found is not None:
                    behaviour.delete(found)
        carts = "(SELECT id FROM cart WHERE id_customer = ?)"
        threads = "(SELECT id FROM customer_thread WHERE id_customer = ?)"
        for sql in (
            f"DELETE FROM cart_product WHERE id_cart IN {carts}",
            f"DELETE FROM customer_message WHERE id_customer_thread IN {threads}",
            "DELETE FROM cart WHERE id_customer = ?",
            "DELETE FROM customer_thread WHERE id_customer = ?",
            "DELETE FROM message WHERE id_customer = ?",
            "DELETE FROM specific_price WHERE id_customer = ?",
            "DELETE FROM cart_rule WHERE id_customer = ?",
        ):
            self.database.write(sql, (key,))
        return super().delete(record)

    def _holder(self, email: str) -> int:
        sql = "SELECT id FROM customer WHERE fold(email) = fold(?) AND is_guest = 0 AND deleted = 0"
        return int(self.database.value(sql, (email,)) or 0)

    def _complete(self, record: Record) -> None:
        record["id_shop"] = record["id_shop"] or "1"
        record["id_shop_group"] = record["id_shop_group"] or "1"
        record["id_lang"] = record["id_lang"] or self.shop.setting("PS_LANG_DEFAULT")
        record["secure_key"] = secrets.token_hex(16)
        minutes = to_int(self.shop.setting("PS_PASSWD_TIME_FRONT"))
        record["last_passwd_gen"] = (self.shop.clock.now() - timedelta(minutes=minutes)).strftime(TIMESTAMP)
        guests, customers = (self.shop.setting(name) for name in ("PS_GUEST_GROUP", "PS_CUSTOMER_GROUP"))
        if not is_empty(record["is_guest"]) and record.text("id_default_group") == customers:
            record["id_default_group"] = guests


class AddressBehaviour(Behaviour):
    """The addresses; one that an order uses is only hidden when it is deleted."""

    def delete(self, record: Record) -> bool:
        """Remove an address, or mark it deleted."""
        if self.database.value(USED, (record.key, record.key)):
            self.database.update("address", record.key, {"deleted": 1})
            return True
        return super().delete(record)


class ThreadBehaviour(Behaviour):
    """The conversations of the customer service."""

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the messages of each conversation."""
        return children(self, records, "customer_message", "id_customer_thread") if name else {}

    def delete(self, record: Record) -> bool:
        """Remove a conversation with its messages."""
        self.database.write("DELETE FROM customer_message WHERE id_customer_thread = ?", (record.key,))
        return super().delete(record)


def hashed(password: str) -> str:
    """Return sixty signs that look like the shop's bcrypt hash and tell nothing of the password."""
    salt = secrets.token_bytes(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1)
    return "$2y$10$" + base64.b64encode(salt + digest, b"./").decode()[:53]
