"""Settings as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.config.choices import choice_list
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.profile import declared_options
from navette.config.values import (
    MappingSetting,
    OptionSetting,
    default_text,
    is_default,
    option_named,
    parse_setting,
    parse_value,
    to_text,
)
from navette.domain.errors import ConfigurationError


def refusal_of(text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as refusal:
        parse_setting(text)
    return refusal.value


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("articles.stock.basis=reel", OptionSetting("articles.stock.basis", "reel")),
        (" articles.stock.basis = reel ", OptionSetting("articles.stock.basis", "reel")),
        ("articles.stock.sends_negative=oui", OptionSetting("articles.stock.sends_negative", "true")),
        ("articles.stock.sends_negative=0", OptionSetting("articles.stock.sends_negative", "false")),
        ("shop.http.timeout=60", OptionSetting("shop.http.timeout", "60")),
        ("orders.reference=Web=%OI", OptionSetting("orders.reference", "Web=%OI")),
        ("shop.url=", OptionSetting("shop.url", "")),
        ("mapping.order_taxes.FR|5.5=C55", MappingSetting("order_taxes", "FR|5.5", "C55")),
        ("mapping.taxes.C00=", MappingSetting("taxes", "C00", "")),
        ("mapping.payments.Carte bancaire=1|BRD", MappingSetting("payments", "Carte bancaire", "1|BRD")),
        ("mapping.texts.en.name=AR_Langue1", MappingSetting("texts", "en.name", "AR_Langue1")),
    ],
)
def test_a_setting_is_read(text: str, setting: OptionSetting | MappingSetting) -> None:
    assert parse_setting(text) == setting


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("articles.stock.basis", "CFG-SET-001", {"text": "articles.stock.basis"}),
        ("articles.stock.bassis=reel", "CFG-SET-002", {"key": "articles.stock.bassis"}),
        ("mapping.shoes.1=2", "CFG-SET-003", {"table": "shoes", "valid": ", ".join(MAPPING_TABLES)}),
        ("mapping.order_taxes.20=C20", "CFG-SET-004", {"example": "mapping.order_taxes.FR|20=C20"}),
        ("mapping.order_statuses.2=order:7", "CFG-SET-004", {"example": "mapping.order_statuses.2=order:1:3"}),
        ("articles.stock.sends_negative=perhaps", "CFG-VAL-002", {"option": "articles.stock.sends_negative"}),
        ("articles.prices.decimals=9", "CFG-VAL-003", {"low": "0", "high": "6"}),
        ("articles.prices.decimals=two", "CFG-VAL-003", {"low": "0", "high": "6"}),
        ("orders.series=-1", "CFG-VAL-004", {"low": "0"}),
        ("shop.http.timeout=nan", "CFG-VAL-005", {"low": "1", "high": "600"}),
        ("customers.import.template=ABCDEFGHIJKLMNOPQR", "CFG-VAL-006", {"longest": "17"}),
    ],
)
def test_a_wrong_setting_is_refused_with_what_is_right(text: str, code: str, values: dict[str, str]) -> None:
    refusal = refusal_of(text)
    assert refusal.code == code
    assert values.items() <= dict(refusal.values).items()


def test_a_misspelt_option_names_the_nearest_ones() -> None:
    assert "articles.stock.basis" in refusal_of("articles.stock.bassis=reel").values["nearest"]


def test_a_wrong_choice_lists_the_valid_ones() -> None:
    refusal = refusal_of("articles.stock.basis=everything")
    assert refusal.code == "CFG-VAL-001"
    assert refusal.values["valid"].split(", ") == [
        "reel",
        "reel_moins_commandes",
        "disponible",
        "a_terme",
        "a_terme_moins_commandes_fournisseurs",
    ]


@pytest.mark.parametrize("option", list(declared_options()), ids=lambda option: option.key)
def test_every_default_is_a_valid_value_of_its_option(option) -> None:
    text = default_text(option)
    assert parse_value(option, text) == option.field.default
    assert is_default(option.key, text)


@pytest.mark.parametrize(
    "option", [item for item in declared_options() if choice_list(item)], ids=lambda option: option.key
)
def test_every_choice_of_a_fixed_list_is_accepted(option) -> None:
    choices = choice_list(option)
    assert choices is not None
    assert [to_text(parse_value(option, value)) for value in choices.labels] == list(choices.labels)


@given(st.integers(min_value=0, max_value=1_000_000))
def test_whole_numbers_keep_their_text(number: int) -> None:
    option = option_named("articles.stock.untracked_quantity")
    assert to_text(parse_value(option, str(number))) == str(number)


@given(st.floats(min_value=1, max_value=600))
def test_numbers_come_back_from_their_text(number: float) -> None:
    option = option_named("shop.http.timeout")
    assert parse_value(option, to_text(number)) == number


@pytest.mark.parametrize("table", MAPPING_TABLES.values(), ids=lambda table: table.name)
def test_the_example_of_every_mapping_table_is_an_entry_of_it(table) -> None:
    setting = parse_setting(table.example)
    assert isinstance(setting, MappingSetting)
    assert setting.table == table.name
