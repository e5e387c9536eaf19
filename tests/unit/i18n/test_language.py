"""The language of a reader, and texts and numbers in it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from navette.config.profile import declared_options
from navette.config.values import option_named
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages
from navette.domain.messages import orders as order_messages
from navette.domain.messages import run as run_messages
from navette.domain.run import Problem
from navette.i18n import Language, language_from, option_title, render
from navette.i18n.catalog import catalog, compile_catalog, po_files
from navette.i18n.formats import amount, day, journal_time, moment, number
from navette.i18n.render import explain


@pytest.mark.parametrize(
    ("asked", "environ", "language"),
    [
        ("fr", {"LANG": "en_GB.UTF-8"}, Language.FRENCH),
        ("EN", {"NAVETTE_LANG": "fr"}, Language.ENGLISH),
        (None, {"NAVETTE_LANG": "fr", "LC_ALL": "en_US.UTF-8"}, Language.FRENCH),
        (None, {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, Language.FRENCH),
        (None, {"LC_ALL": "", "LANG": "fr_BE"}, Language.FRENCH),
        (None, {"LANG": "C.UTF-8"}, Language.ENGLISH),
        (None, {"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
    ],
)
def test_language_is_asked_for_or_from_the_environment(
    asked: str | None, environ: dict[str, str], language: Language
) -> None:
    assert language_from(asked, environ) is language


def test_an_unknown_language_is_refused_with_those_that_exist() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        language_from("tlh", {})
    assert refusal.value.values == {"language": "tlh", "valid": "fr, en"}


def test_an_option_in_a_message_is_shown_by_its_label_and_name() -> None:
    values = {"option": "articles.stock.basis", "value": "x", "valid": "reel"}
    assert render(messages.NOT_A_CHOICE, values, Language.FRENCH) == (
        "« x » n'est pas une valeur de Stock à utiliser (articles.stock.basis)."
    )
    assert render(messages.NOT_A_CHOICE, values, Language.ENGLISH) == (
        "'x' is not a value of Stock to use (articles.stock.basis)."
    )


def test_several_options_in_a_message_are_shown_by_their_labels() -> None:
    values = {"options": "shop.url, shop.key", "profile": "p", "capability": "export-stock"}
    assert "Adresse (shop.url), Clé (shop.key)" in render(messages.MISSING_SETTINGS, values, Language.FRENCH)


def test_a_problem_is_explained_with_its_remedy() -> None:
    problem = Problem(messages.UNKNOWN_LANGUAGE, {"language": "tlh", "valid": "fr, en"})
    assert explain(problem, Language.ENGLISH) == "The language 'tlh' is not available. Choose one of these: fr, en."


@pytest.mark.spec("ART-STK-2", "ORD-HDR-3", "CUS-IMP-2")
def test_options_carry_the_labels_that_merchants_know() -> None:
    labels = {option.key: option_title(option, Language.FRENCH) for option in declared_options()}
    assert labels["articles.stock.basis"] == "Stock à utiliser"
    assert labels["orders.series"] == "Souche de vente"
    assert labels["customers.import.template"] == "Modèle client"


def test_amounts_and_rates_in_a_message_are_written_as_the_language_does() -> None:
    values = {"gap": "-0.01", "computed": "11829.15", "paid": "11829.14"}
    assert plain(render(order_messages.GAP_LINE, values, Language.FRENCH)) == (
        "Ligne d'écart de -0,01 : la société calcule 11 829,15, alors que 11 829,14 ont été payés"
    )
    assert "11,829.14 was paid" in render(order_messages.GAP_LINE, values, Language.ENGLISH)
    position = {"position": "1", "total": "1200", "label": "BAOR01"}
    assert render(run_messages.RECORD, position, Language.FRENCH) == "1/1200 - BAOR01"


def test_english_titles_are_those_of_the_declaration() -> None:
    option = option_named("orders.series")
    assert option_title(option, Language.ENGLISH) == option.text.title


def plain(text: str) -> str:
    """The text with ordinary spaces in place of those that do not break."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_amounts_are_written_as_the_language_does() -> None:
    assert plain(amount(Decimal("1234.56"), Language.FRENCH)) == "1 234,56 €"
    assert amount(Decimal("1234.56"), Language.ENGLISH) == "€1,234.56"
    assert plain(number(200000, Language.FRENCH)) == "200 000"


def test_instants_are_shown_in_the_reader_s_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NAVETTE_TIME_ZONE", raising=False)
    instant = datetime(2026, 11, 24, 13, 5, 9, tzinfo=UTC)
    assert moment(instant, Language.FRENCH) == "24/11/2026 14:05"
    assert moment(instant, Language.ENGLISH) == "2026-11-24 14:05"
    assert day(date(2026, 11, 24), Language.FRENCH) == "24/11/2026"
    assert journal_time(instant) == "24/11/2026 14:05:09"
    monkeypatch.setenv("NAVETTE_TIME_ZONE", "UTC")
    assert journal_time(instant) == "24/11/2026 13:05:09"


def test_an_unknown_time_zone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVETTE_TIME_ZONE", "Europe/Atlantis")
    with pytest.raises(ConfigurationError) as refusal:
        journal_time(datetime(2026, 1, 1, tzinfo=UTC))
    assert refusal.value.code == "CFG-LNG-002"


def test_the_catalogue_works_without_a_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    catalog.cache_clear()
    try:
        assert catalog(Language.FRENCH).pgettext("option.articles.stock.basis", "Stock to use") == "Stock à utiliser"
    finally:
        catalog.cache_clear()


def test_the_compiled_catalogue_is_kept_and_used(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    catalog.cache_clear()
    try:
        catalog(Language.FRENCH)
        kept = list((tmp_path / "navette").iterdir())
        sources = [path.read_bytes() for path in po_files(Language.FRENCH)]
        assert [path.read_bytes() for path in kept] == [compile_catalog(Language.FRENCH, sources)]
    finally:
        catalog.cache_clear()
