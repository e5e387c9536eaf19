"""The index: the resources that a key may see, with its rights."""

from collections.abc import Mapping
from html import escape

from navette.demo.shops.prestashop.records.definition import Resource
from navette.demo.shops.prestashop.shop import Shop
from navette.demo.shops.prestashop.webservice.access import METHODS, Rights

SPECIAL = {"images": "The images", "search": "Search"}
WITHOUT_SCHEMA = {"attachments", *SPECIAL}


def known_resources(resources: Mapping[str, Resource]) -> list[str]:
    """Return the names of all resources, those without records too."""
    return sorted([*resources, *SPECIAL])


def index_xml(shop: Shop, rights: Rights) -> str:
    """Return the index for a key."""
    parts = [f'<api shopName="{escape(shop.setting("PS_SHOP_NAME"))}">\n']
    parts += [_resource(shop, name, rights[name]) for name in known_resources(shop.resources) if name in rights]
    return "".join([*parts, "</api>\n"])


def _resource(shop: Shop, name: str, methods: object) -> str:
    address = f"{shop.api}{name}"
    granted = set(methods) if isinstance(methods, list | tuple) else set()
    known = [method for method in METHODS if method != "PATCH" or shop.version.has_patch]
    flags = "".join(f' {method.lower()}="{str(method in granted).lower()}"' for method in known)
    head = f' xlink:href="{address}"{flags}'
    description = SPECIAL.get(name) or shop.resources[name].description
    schemas = ""
    if name not in WITHOUT_SCHEMA:
        schemas = "".join(
            f'<schema xlink:href="{address}?schema={kind}" type="{kind}"/>\n' for kind in ("blank", "synopsis")
        )
    return f"<{name}{head}>\n<description{head}>\n{description}</description>\n{schemas}</{name}>\n"
