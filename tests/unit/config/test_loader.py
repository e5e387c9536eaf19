"""Options from what is stored and from the environment."""

import pytest

from navette.config.loader import StoredOptions, environment_name, load_options, overrides_in, value_of
from navette.config.profile import Options, declared_options
from navette.config.required import check_required, missing_settings
from navette.config.upgrade import OPTIONS_VERSION, renaming, retiring, upgraded
from navette.domain.errors import ConfigurationError
from navette.domain.stock import StockBasis

CONNECTED = {"erp.file": "/company.db", "shop.url": "https://shop.example", "shop.key": "K"}


def loaded(values: dict[str, str], environ: dict[str, str] | None = None) -> Options:
    return load_options(StoredOptions(values), environ or {}).options


def test_nothing_stored_gives_the_defaults() -> None:
    assert load_options(StoredOptions()).options == Options()


def test_stored_values_are_typed() -> None:
    options = loaded({"articles.stock.basis": "reel", "shop.http.timeout": "60", "orders.payments.create": "false"})
    assert options.stock.basis is StockBasis.PHYSICAL
    assert options.http.timeout == 60
    assert options.payments.create is False


def test_mapping_tables_are_part_of_the_options() -> None:
    options = load_options(StoredOptions(mappings={"taxes": {"C20": "1"}})).options
    assert options.mappings.get("taxes", "C20") == "1"
    assert options.mappings.get("taxes", "C55") is None


def test_the_environment_has_the_last_word() -> None:
    stored = StoredOptions({"shop.key": "stored", "articles.stock.basis": "reel"})
    found = load_options(stored, {"NAVETTE_OPT_SHOP_KEY": "from outside", "PATH": "/bin"})
    assert found.options.shop.key == "from outside"
    assert found.options.stock.basis is StockBasis.PHYSICAL
    assert found.overridden == ("shop.key",)


def test_a_variable_that_names_no_option_is_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        overrides_in({"NAVETTE_OPT_SHOP_KEYS": "K"})
    assert refusal.value.values["key"] == "NAVETTE_OPT_SHOP_KEYS"
    assert "NAVETTE_OPT_SHOP_KEY" in refusal.value.values["nearest"]


def test_no_two_options_share_a_variable() -> None:
    names = [environment_name(option.key) for option in declared_options()]
    assert len(names) == len(set(names))


def test_unknown_keys_are_reported_and_do_no_harm() -> None:
    found = load_options(StoredOptions({"articles.colour": "blue", "articles.stock.basis": "reel"}))
    assert found.unknown == ("articles.colour",)
    assert found.options.stock.basis is StockBasis.PHYSICAL


def test_a_wrong_stored_value_is_refused_by_name() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        loaded({"articles.stock.basis": "everything"})
    assert refusal.value.values["option"] == "articles.stock.basis"


def test_secrets_are_not_in_the_text_form_of_options() -> None:
    assert "hush" not in repr(loaded({"shop.key": "hush", "erp.password": "hush", "shop.http.basic_password": "hush"}))


@pytest.mark.spec("CUS-IMP-4")
def test_a_pattern_of_account_codes_that_is_too_long_is_refused_with_its_length() -> None:
    pattern = {
        "customers.import.prefix_code": "WEB",
        "customers.import.length1": "3",
        "customers.import.part2": "last_name",
        "customers.import.length2": "5",
        "customers.import.counter_length": "4",
    }
    assert loaded(pattern).customers.counter_length == 4
    with pytest.raises(ConfigurationError) as refusal:
        loaded({**pattern, "customers.import.suffix": "B2C"})
    assert refusal.value.values["length"] == "18"


@pytest.mark.spec("CUS-IMP-4")
def test_a_pattern_of_account_codes_that_cannot_be_unique_is_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        loaded({"customers.import.part1": "last_name"})
    assert refusal.value.code == "CUS-CODE-002"


def test_value_of_gives_an_option_by_its_dotted_name() -> None:
    options = loaded({"orders.lines.gap_article": "ZECART"})
    assert value_of(options, "orders.lines.gap_article") == "ZECART"
    assert value_of(options, "articles.stock.basis") is StockBasis.PROJECTED


@pytest.mark.spec("APP-PRO-1")
def test_a_new_profile_says_what_it_lacks() -> None:
    assert missing_settings("export-stock", Options()) == ("erp.file", "shop.url", "shop.key")
    assert missing_settings("export-stock", loaded(CONNECTED)) == ()


def test_a_company_on_sql_server_needs_its_database_and_no_file() -> None:
    assert missing_settings("", loaded({**CONNECTED, "erp.file": "", "erp.server": "SRV"})) == ("erp.database",)


@pytest.mark.spec("ORD-LIN-16")
def test_the_articles_of_orders_are_required_and_the_gap_article_only_with_its_line() -> None:
    articles = {
        f"orders.lines.{name}_article": "ZDIVERS" for name in ("miscellaneous", "wrapping", "shipping", "discount")
    }
    settings = {**CONNECTED, **articles, "customers.import.template": "COMPTOIR"}
    assert missing_settings("import-orders", loaded(settings)) == ("orders.lines.gap_article",)
    assert missing_settings("import-orders", loaded({**settings, "orders.lines.gap_line": "false"})) == ()


def test_a_single_account_needs_no_template() -> None:
    missing = missing_settings("import-orders", loaded({**CONNECTED, "customers.import.single_account": "WEB"}))
    assert "customers.import.template" not in missing


def test_one_missing_setting_lists_where_it_was_searched() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        check_required("export-stock", loaded({**CONNECTED, "shop.key": ""}), "bijou")
    assert refusal.value.values["option"] == "shop.key"
    assert refusal.value.values["places"] == "NAVETTE_OPT_SHOP_KEY, navette profile set bijou shop.key=…"


def test_several_missing_settings_are_named_together() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        check_required("export-stock", Options(), "bijou")
    assert refusal.value.values["options"] == "erp.file, shop.url, shop.key"


def test_steps_bring_old_names_to_the_present() -> None:
    steps = (renaming("stock.basis", "articles.stock.basis"), retiring("articles.colour"))
    stored = {"stock.basis": "reel", "articles.colour": "blue", "shop.url": "u"}
    assert upgraded(stored, 1, steps) == {"articles.stock.basis": "reel", "shop.url": "u"}
    assert upgraded(stored, 2, steps) == {"stock.basis": "reel", "shop.url": "u"}
    assert stored["stock.basis"] == "reel"


def test_a_value_under_the_new_name_wins() -> None:
    assert upgraded({"old": "1", "new": "2"}, 1, (renaming("old", "new"),)) == {"new": "2"}


def test_options_of_a_newer_version_are_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        load_options(StoredOptions({}, version=OPTIONS_VERSION + 1))
    assert refusal.value.code == "CFG-VER-001"
