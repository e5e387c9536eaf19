"""A profile as one file."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.config.loader import StoredOptions
from navette.config.profile_file import read_profile, write_profile
from navette.domain.errors import ConfigurationError

STORED = StoredOptions(
    values={
        "articles.stock.basis": "reel",
        "articles.stock.sends_negative": "true",
        "shop.http.timeout": "60",
        "orders.reference": 'Web "%OI" \\ é',
        "shop.key": "K3Y",
        "articles.colour": "blue",
    },
    mappings={"order_taxes": {"FR|20": "C20", "BE|5.5": "C55"}, "taxes": {"C00": ""}},
)


def without_secrets(stored: StoredOptions) -> StoredOptions:
    return StoredOptions(
        {key: value for key, value in stored.values.items() if key != "shop.key"}, stored.mappings, stored.version
    )


def test_a_profile_comes_back_without_its_secrets() -> None:
    text = write_profile("Bijou", STORED)
    assert "K3Y" not in text
    found = read_profile(text, "bijou.toml")
    assert (found.name, found.stored, found.has_secrets) == ("Bijou", without_secrets(STORED), False)


def test_secrets_come_back_with_the_passphrase() -> None:
    text = write_profile("Bijou", STORED, "open sesame")
    assert "K3Y" not in text
    assert read_profile(text, "bijou.toml", "open sesame").stored == STORED


def test_secrets_can_be_left_aside() -> None:
    text = write_profile("Bijou", STORED, "open sesame")
    assert read_profile(text, "bijou.toml", with_secrets=False).stored == without_secrets(STORED)


@pytest.mark.parametrize(("passphrase", "code"), [(None, "CFG-FIL-003"), ("open barley", "CFG-FIL-004")])
def test_secrets_stay_closed_without_the_right_passphrase(passphrase: str | None, code: str) -> None:
    text = write_profile("Bijou", STORED, "open sesame")
    with pytest.raises(ConfigurationError) as refusal:
        read_profile(text, "bijou.toml", passphrase)
    assert refusal.value.code == code


def test_an_empty_passphrase_protects_nothing_and_is_refused() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        write_profile("Bijou", STORED, "")
    assert refusal.value.code == "CFG-FIL-005"


def test_the_file_reads_as_a_person_would_write_it() -> None:
    parsed = tomllib.loads(write_profile("Bijou", STORED))
    assert parsed["options"]["articles"]["stock"] == {"basis": "reel", "sends_negative": True}
    assert parsed["options"]["shop"]["http"]["timeout"] == 60
    assert parsed["mappings"]["order_taxes"]["FR|20"] == "C20"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("not toml at all", "CFG-FIL-001"),
        ("", "CFG-FIL-001"),
        ('profile = "x"', "CFG-FIL-001"),
        ('[profile]\nformat = 2\nname = "x"', "CFG-FIL-001"),
        ('[profile]\nformat = 1\nname = "x"\noptions_version = 99', "CFG-VER-001"),
        ('[profile]\nformat = 1\nname = "x"\n[options]\narticles.stock.basis = "all"', "CFG-VAL-001"),
        ('[profile]\nformat = 1\nname = "x"\n[mappings.shoes]\n"1" = "2"', "CFG-SET-003"),
        ('[profile]\nformat = 1\nname = "x"\n[mappings.countries]\n"France" = "1"', "CFG-SET-004"),
        ('[profile]\nformat = 1\nname = "x"\noptions_version = "one"', "CFG-FIL-001"),
        ('mappings = 3\n[profile]\nformat = 1\nname = "x"', "CFG-FIL-001"),
        ('options = 3\n[profile]\nformat = 1\nname = "x"', "CFG-FIL-001"),
    ],
)
def test_what_is_not_a_good_profile_file_is_refused(text: str, code: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        read_profile(text, "bijou.toml")
    assert refusal.value.code == code


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(name=texts, reference=texts, rows=st.dictionaries(texts.filter(bool), texts, max_size=3))
def test_any_text_survives_the_file(name: str, reference: str, rows: dict[str, str]) -> None:
    single_line = {key: value for key, value in rows.items() if "\n" not in key + value and "\r" not in key + value}
    stored = StoredOptions({"orders.reference": reference}, {"taxes": single_line} if single_line else {})
    found = read_profile(write_profile(name, stored), "p.toml")
    assert (found.name, found.stored) == (name, stored)
