"""Changes that a person asks of a profile: values and mapping entries to set, or to give back to their default."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from navette.config.loader import StoredOptions
from navette.config.mapping_tables import table_named
from navette.config.upgrade import upgraded
from navette.config.values import MAPPING_PREFIX, MappingSetting, options_by_key, parse_setting, unknown_option


@dataclass(frozen=True, slots=True)
class Changes:
    """Values by dotted name and entries by table and source key; None takes one out of what is stored."""

    values: Mapping[str, str | None] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)

    def applied_to(self, stored: StoredOptions) -> StoredOptions:
        """What is stored after the changes, under the present names of options."""
        values = {**upgraded(stored.values, stored.version), **self.values}
        tables = {
            name: {**stored.mappings.get(name, {}), **self.mappings.get(name, {})}
            for name in {*stored.mappings, *self.mappings}
        }
        return StoredOptions(_set(values), {name: _set(rows) for name, rows in tables.items() if _set(rows)})


def changes_of(settings: Iterable[str], unset: Iterable[str] = (), known: Iterable[str] = ()) -> Changes:
    """Read `name=value` settings and names to unset; `known` are stored names that no option has any more."""
    values: dict[str, str | None] = {}
    mappings: dict[str, dict[str, str | None]] = {}
    for text in settings:
        setting = parse_setting(text)
        if isinstance(setting, MappingSetting):
            mappings.setdefault(setting.table, {})[setting.source] = setting.target
        else:
            values[setting.key] = setting.value
    for name in unset:
        if name.startswith(MAPPING_PREFIX):
            table, _, source = name.removeprefix(MAPPING_PREFIX).partition(".")
            mappings.setdefault(table_named(table).name, {})[source] = None
        elif name in options_by_key() or name in known:
            values[name] = None
        else:
            raise unknown_option(name, options_by_key())
    return Changes(values, mappings)


def _set(rows: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in rows.items() if value is not None}
