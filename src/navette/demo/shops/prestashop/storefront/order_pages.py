"""The pages of the orders."""

from html import escape
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.storefront.product_pages import page_links
from navette.demo.shops.prestashop.storefront.texts import NOTHING, Texts

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

PER_PAGE = 25
LISTED = (
    "SELECT o.*, l.name AS state_name, s.color, m.iso_code AS currency, c.firstname, c.lastname, c.is_guest,"
    " (SELECT group_concat(tracking_number, ', ') FROM order_carrier t"
    "  WHERE t.id_order = o.id AND t.tracking_number <> '') AS tracking"
    " FROM orders o LEFT JOIN order_state s ON s.id = o.current_state"
    " LEFT JOIN order_state_lang l ON l.id = s.id AND l.id_lang = :language"
    " LEFT JOIN currency m ON m.id = o.id_currency LEFT JOIN customer c ON c.id = o.id_customer"
)
ADDRESS = (
    "SELECT a.company, a.firstname, a.lastname, a.address1, a.address2, a.postcode, a.city, l.name AS country"
    " FROM address a LEFT JOIN country_lang l ON l.id = a.id_country AND l.id_lang = ? WHERE a.id = ?"
)

Row = dict[str, Any]


def order_list(shop: "Shop", texts: Texts, page: int) -> str:
    """Return the orders, the newest first."""
    texts = texts.with_shop(shop.setting("PS_SHOP_NAME"))
    page = max(page, 1)
    values = {"language": texts.language, "count": PER_PAGE + 1, "offset": (page - 1) * PER_PAGE}
    rows = shop.database.dicts(f"{LISTED} ORDER BY o.id DESC LIMIT :count OFFSET :offset", values)
    title = f"<h1>{texts['orders']}</h1>\n"
    if not rows:
        return texts.page(texts["orders"], f"{title}<p>{texts['no_orders']}</p>\n")
    names = ("order", "date", "customer", "status", "tracking", "note")
    head = "".join(f"<th>{texts[name]}</th>" for name in names) + f'<th class="sum">{texts["total"]}</th>'
    lines = "".join(_line(texts, row) for row in rows[:PER_PAGE])
    links = page_links(texts, "/orders", page, has_more=len(rows) > PER_PAGE)
    table = f'<div class="scroll"><table>\n<tr>{head}</tr>\n{lines}</table></div>\n'
    return texts.page(texts["orders"], title + table + links)


def order_page(shop: "Shop", texts: Texts, key: int) -> str | None:
    """Return the page of an order, or None for an unknown one."""
    texts = texts.with_shop(shop.setting("PS_SHOP_NAME"))
    found = shop.database.dicts(f"{LISTED} WHERE o.id = :key", {"language": texts.language, "key": key})
    if not found:
        return None
    order = found[0]
    title = f"{texts['order']} {order['reference']}"
    content = (
        f"<h1>{escape(title)} {_badge(order)}</h1>\n"
        f'<p class="soft">{texts.moment(order["date_add"])} · {_customer(texts, order)}</p>\n'
        f"{_rows(shop, texts, order)}{_boxes(shop, texts, order)}"
    )
    return texts.page(title, content)


def _line(texts: Texts, order: Row) -> str:
    link = (
        f'<a href="/order/{order["id"]}">{escape(order["reference"])}</a><br><span class="soft">#{order["id"]}</span>'
    )
    total = texts.money(order["total_paid"], order["currency"])
    cells = (
        link,
        texts.moment(order["date_add"]),
        _customer(texts, order),
        _badge(order),
        escape(order["tracking"] or NOTHING),
        f'<span class="note">{escape(order["note"] or "")}</span>',
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + f'<td class="sum">{total}</td></tr>\n'


def _badge(order: Row) -> str:
    colour = escape(order["color"] or "#6a7080")
    return f'<span class="badge" style="background:{colour}">{escape(order["state_name"] or NOTHING)}</span>'


def _customer(texts: Texts, order: Row) -> str:
    if order["lastname"] is None:
        return NOTHING
    guest = f' <span class="soft">({texts["guest"]})</span>' if order["is_guest"] else ""
    return escape(f"{order['firstname']} {order['lastname']}") + guest


def _rows(shop: "Shop", texts: Texts, order: Row) -> str:
    sql = (
        "SELECT product_name, product_reference, product_quantity, unit_price_tax_incl, total_price_tax_incl"
        " FROM order_detail WHERE id_order = ? ORDER BY id"
    )
    currency = order["currency"]
    lines = "".join(
        f'<tr><td>{escape(name)}</td><td>{escape(reference)}</td><td class="sum">{quantity}</td>'
        f'<td class="sum">{texts.money(unit, currency)}</td><td class="sum">{texts.money(total, currency)}</td></tr>\n'
        for name, reference, quantity, unit, total in shop.database.rows(sql, (order["id"],))
    )
    names = ("article", "reference", "quantity", "unit", "total")
    head = "".join(
        f'<th class="sum">{texts[name]}</th>' if number > 1 else f"<th>{texts[name]}</th>"
        for number, name in enumerate(names)
    )
    sums = {
        "shipping": order["total_shipping_tax_incl"],
        "wrapping": order["total_wrapping_tax_incl"],
        "discounts": f"-{order['total_discounts_tax_incl']}",
    }
    extra = "".join(
        f'<tr><td colspan="4">{texts[name]}</td><td class="sum">{texts.money(amount, currency)}</td></tr>\n'
        for name, amount in sums.items()
        if float(amount)
    )
    total = f'<tr><td colspan="4"><strong>{texts["total"]}</strong></td>'
    total += f'<td class="sum"><strong>{texts.money(order["total_paid"], currency)}</strong></td></tr>\n'
    return f'<div class="scroll"><table>\n<tr>{head}</tr>\n{lines}{extra}{total}</table></div>\n'


def _boxes(shop: "Shop", texts: Texts, order: Row) -> str:
    boxes = [
        (texts["delivery_address"], _address(shop, texts, order["id_address_delivery"])),
        (texts["invoice_address"], _address(shop, texts, order["id_address_invoice"])),
        (texts["payment"], escape(order["payment"])),
        (texts["tracking"], escape(order["tracking"] or NOTHING)),
        (texts["history"], _history(shop, texts, order)),
    ]
    if order["note"]:
        boxes.append((texts["note"], f'<span class="note">{escape(order["note"])}</span>'))
    content = "".join(f'<div class="box"><h2>{name}</h2>{text}</div>\n' for name, text in boxes)
    return f'<h2></h2>\n<div class="columns">\n{content}</div>\n'


def _address(shop: "Shop", texts: Texts, key: int) -> str:
    row = shop.database.row(ADDRESS, (texts.language, key))
    if row is None:
        return NOTHING
    company, first, last, street, more, postcode, city, country = (escape(str(value or "")) for value in row)
    lines = (company, f"{first} {last}", street, more, f"{postcode} {city}", country)
    return "<br>".join(line for line in lines if line.strip())


def _history(shop: "Shop", texts: Texts, order: Row) -> str:
    sql = (
        "SELECT h.date_add, l.name FROM order_history h JOIN order_state_lang l ON l.id = h.id_order_state"
        " AND l.id_lang = ? WHERE h.id_order = ? ORDER BY h.id"
    )
    rows = shop.database.rows(sql, (texts.language, order["id"]))
    steps = (f'<li>{escape(name)}<br><span class="soft">{texts.moment(stamp)}</span></li>' for stamp, name in rows)
    return f'<ol class="steps">{"".join(steps)}</ol>'
