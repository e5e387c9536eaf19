"""Options from what is stored and from the environment, which has the last word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from navette.config.code_pattern import check_code_pattern
from navette.config.option import Section
from navette.config.profile import Mappings, Options, section_types
from navette.config.upgrade import OPTIONS_VERSION, upgraded
from navette.config.values import OptionValue, option_named, options_by_key, parse_value, unknown_option

ENVIRONMENT_PREFIX = "NAVETTE_OPT_"


@dataclass(frozen=True, slots=True)
class StoredOptions:
    """What is stored of a profile: values that differ from the default, secrets among them, and mapping tables."""

    values: Mapping[str, str] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    version: int = OPTIONS_VERSION


@dataclass(frozen=True, slots=True)
class LoadedOptions:
    """Options ready for use, the stored keys that this version does not know, those that the environment overrides."""

    options: Options
    unknown: tuple[str, ...] = ()
    overridden: tuple[str, ...] = ()


def load_options(stored: StoredOptions, environ: Mapping[str, str] = MappingProxyType({})) -> LoadedOptions:
    """Make the options of a profile; the first wrong value raises ConfigurationError that lists the valid ones."""
    values = upgraded(stored.values, stored.version)
    known = {key: value for key, value in values.items() if key in options_by_key()}
    overrides = overrides_in(environ)
    options = _options({**known, **overrides}, stored.mappings)
    check_code_pattern(options.customers)
    unknown = tuple(sorted(set(values) - set(known)))
    return LoadedOptions(options, unknown, tuple(sorted(overrides)))


def environment_name(key: str) -> str:
    """The variable that overrides an option: NAVETTE_OPT_ARTICLES_STOCK_BASIS for articles.stock.basis."""
    return ENVIRONMENT_PREFIX + key.replace(".", "_").upper()


def overrides_in(environ: Mapping[str, str]) -> dict[str, str]:
    """The options that the environment sets, by dotted name; a variable that names none is refused."""
    by_variable = {environment_name(key): key for key in options_by_key()}
    found = [name for name in environ if name.startswith(ENVIRONMENT_PREFIX)]
    for name in found:
        if name not in by_variable:
            raise unknown_option(name, by_variable)
    return {by_variable[name]: environ[name] for name in found}


def places_searched(key: str, profile: str) -> tuple[str, ...]:
    """Where the value of an option comes from, the first that has it: as a person would write it there."""
    return (environment_name(key), f"navette profile set {profile} {key}=…")


def value_of(options: Options, key: str) -> OptionValue:
    """The value of an option by its dotted name."""
    section, name = _places()[option_named(key).key]
    value: OptionValue = getattr(getattr(options, section), name)
    return value


@cache
def _places() -> Mapping[str, tuple[str, str]]:
    return {
        option.key: (name, option.name) for name, section in section_types().items() for option in section.options()
    }


def _options(values: Mapping[str, str], mappings: Mapping[str, Mapping[str, str]]) -> Options:
    sections: dict[str, Any] = {name: _section(section, values) for name, section in section_types().items()}
    return Options(mappings=Mappings(mappings), **sections)


def _section(section: type[Section], values: Mapping[str, str]) -> Section:
    given = {
        option.name: parse_value(option, values[option.key]) for option in section.options() if option.key in values
    }
    return section(**given)
