"""Orders sent to the storefront as JSON: the names are those of `Checkout` and its parts."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from navette.demo.shops.prestashop.storefront.checkout import Buyer, Checkout, CheckoutRow, PostalAddress

Part = TypeVar("Part", Buyer, Checkout, CheckoutRow, PostalAddress)


class OrderFormatError(ValueError):
    """An order that cannot be read."""


def checkout_of(body: bytes) -> Checkout:
    """Read an order; what is not one is an `OrderFormatError`."""
    try:
        content = json.loads(body)
    except ValueError as error:
        raise OrderFormatError("The order is not JSON.") from error
    if not isinstance(content, dict):
        raise OrderFormatError("The order is not an object.")
    parts: dict[str, Any] = {
        "buyer": _part(Buyer, "buyer", content.get("buyer")),
        "rows": [_part(CheckoutRow, "rows", row) for row in _list(content, "rows")],
        "delivery": _part(PostalAddress, "delivery", content.get("delivery")),
        "vouchers": _list(content, "vouchers") if "vouchers" in content else (),
    }
    if content.get("invoice") is not None:
        parts["invoice"] = _part(PostalAddress, "invoice", content["invoice"])
    if content.get("paid") is not None:
        parts["paid"] = _sum(content["paid"])
    return _part(Checkout, "order", {**content, **parts})


def _part(kind: type[Part], name: str, content: object) -> Part:
    """Make a part of an order after checking its names."""
    if not isinstance(content, Mapping):
        raise OrderFormatError(f"{name} is missing.")
    known = {field.name for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]
    for wrong in sorted(set(content) - known):
        raise OrderFormatError(f"{name}: there is no {wrong}.")
    for missing in required:
        if missing not in content:
            raise OrderFormatError(f"{name}: {missing} is missing.")
    return kind(**content)


def _list(content: Mapping[str, Any], name: str) -> list[Any]:
    found = content.get(name)
    if not isinstance(found, list):
        raise OrderFormatError(f"{name} is not a list.")
    return found


def _sum(value: object) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise OrderFormatError("paid is not a number.") from error
