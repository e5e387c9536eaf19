"""The two sides as options describe them."""

from pathlib import Path

import pytest

from navette.bootstrap.companies import location_of, media_folders
from navette.bootstrap.shops import connection_of, open_shop
from navette.bootstrap.sides import sides_of
from navette.config.loader import StoredOptions, load_options
from navette.config.profile import Options
from navette.config.sections.shop import ShopOptions
from navette.domain.errors import ConfigurationError
from navette.erp.sage100.dialect import Driver, EmbeddedFile, SqlServer


def options(**values: str) -> Options:
    return load_options(StoredOptions({name.replace("__", "."): value for name, value in values.items()})).options


@pytest.mark.spec("APP-SHP-2")
def test_the_door_of_the_shop_takes_every_http_option() -> None:
    connection = connection_of(
        options(
            shop__url="https://shop.example/",
            shop__key="HUSH",
            shop__store="2",
            shop__http__timeout="60",
            shop__http__pace="250",
            shop__http__tries="5",
            shop__http__tls="1.3",
            shop__http__user_agent="Bijou",
            shop__http__basic_user="marie",
            shop__http__basic_password="SECRET",
            shop__http__alternative_methods="true",
            shop__http__proxy="http://proxy:3128",
        )
    )
    assert connection.base_url == "https://shop.example"
    assert (connection.key, connection.store) == ("HUSH", "2")
    assert (connection.timeout, connection.delay, connection.tries) == (60, 0.25, 5)
    assert (connection.tls_minimum, connection.user_agent, connection.overrides_methods) == ("1.3", "Bijou", True)
    assert (connection.basic_user, connection.basic_password, connection.proxy) == (
        "marie",
        "SECRET",
        "http://proxy:3128",
    )
    assert "HUSH" not in repr(connection)


def test_the_defaults_are_those_of_the_specification() -> None:
    connection = connection_of(options(shop__url="https://shop.example"))
    assert (connection.timeout, connection.delay, connection.tries) == (30, 0.025, 3)
    assert (connection.tls_minimum, connection.overrides_methods) == ("1.2", False)


def test_an_unknown_kind_of_shop_lists_those_that_exist() -> None:
    unknown = Options(shop=ShopOptions(kind="oscommerce", url="https://shop.example", key="K"))
    with pytest.raises(ConfigurationError) as refusal:
        open_shop(unknown)
    assert refusal.value.values == {"option": "shop.kind", "value": "oscommerce", "valid": "prestashop"}


@pytest.mark.spec("APP-ERP-1")
def test_a_company_is_in_a_file_or_in_a_database() -> None:
    assert location_of(options(erp__file="/companies/b.company").erp) == EmbeddedFile(Path("/companies/b.company"))
    server = options(
        erp__server="SRV\\SAGE",
        erp__database="BIJOU",
        erp__user="navette",
        erp__password="HUSH",
        erp__driver="pyodbc",
        erp__encrypt="false",
    )
    assert location_of(server.erp) == SqlServer(
        server="SRV\\SAGE", database="BIJOU", user="navette", password="HUSH", driver=Driver.PYODBC, encrypt=False
    )


def test_media_folders_are_separated_by_semicolons() -> None:
    assert media_folders(" /photos ; /papers;") == [Path("/photos"), Path("/papers")]
    assert media_folders("") == []


def test_sides_are_named_by_what_is_stored_even_where_another_value_is_wrong() -> None:
    sides = sides_of(StoredOptions({"erp.server": "SRV", "erp.database": "BIJOU", "articles.stock.basis": "all"}))
    assert (sides.company.kind, sides.company.url) == ("sage100", "SRV/BIJOU")
    assert (sides.shop.kind, sides.shop.url) == ("prestashop", "")
