"""A profile as one TOML file, without its secrets unless they are asked for under a passphrase."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from navette.config.loader import StoredOptions
from navette.config.mapping_tables import check_entry, table_named
from navette.config.sealed import seal, unseal
from navette.config.upgrade import upgraded
from navette.config.values import options_by_key, parse_value, to_text
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

FORMAT = 1
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile that was read from a file; `has_secrets` tells that the file holds sealed ones."""

    name: str
    stored: StoredOptions
    has_secrets: bool = False


def is_secret(key: str) -> bool:
    """Whether an option holds a password or key."""
    option = options_by_key().get(key)
    return option is not None and option.text.is_secret


def write_profile(name: str, stored: StoredOptions, passphrase: str | None = None) -> str:
    """Write a profile; a passphrase includes the secrets, sealed under it."""
    lines = ["[profile]", f"format = {FORMAT}", f"name = {_text(name)}", f"options_version = {stored.version}"]
    open_values = {key: value for key, value in stored.values.items() if not is_secret(key)}
    lines += ["", "[options]", *(f"{_key(key)} = {_value(key, open_values[key])}" for key in sorted(open_values))]
    for table, rows in sorted(stored.mappings.items()):
        lines += ["", f"[mappings.{table}]", *(f"{_text(key)} = {_text(rows[key])}" for key in sorted(rows))]
    secrets = {key: value for key, value in stored.values.items() if is_secret(key)}
    if passphrase is not None:
        lines += [
            "",
            "[secrets]",
            *(f"{_text(key)} = {_text(value)}" for key, value in seal(secrets, passphrase).items()),
        ]
    return "\n".join(lines) + "\n"


def read_profile(text: str, file: str, passphrase: str | None = None, *, with_secrets: bool = True) -> ProfileFile:
    """Read a profile, bring it to the present options and check every value; unknown keys are kept."""
    content = _parsed(text, file)
    values = dict(_flat(content.options))
    if content.secrets and with_secrets:
        if passphrase is None:
            raise ConfigurationError(messages.PASSPHRASE_NEEDED)
        values |= unseal(content.secrets, passphrase)
    values = dict(upgraded(values, content.profile.options_version))
    mappings = {name: dict(_flat(rows)) for name, rows in content.mappings.items()}
    _check_mappings(mappings)
    return ProfileFile(content.profile.name, StoredOptions(_checked(values), mappings), bool(content.secrets))


class _Head(BaseModel):
    format: Literal[1]
    name: str
    options_version: int = 1


class _Content(BaseModel):
    profile: _Head
    options: dict[str, Any] = {}
    mappings: dict[str, dict[str, Any]] = {}
    secrets: dict[str, str] = {}


def _parsed(text: str, file: str) -> _Content:
    try:
        return _Content.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(messages.NOT_A_PROFILE_FILE, file=file, reason=str(error)) from None
    except ValidationError as error:
        wrong = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigurationError(messages.NOT_A_PROFILE_FILE, file=file, reason=f"[{wrong}]") from None


def _checked(values: Mapping[str, str]) -> dict[str, str]:
    known = options_by_key()
    return {key: to_text(parse_value(known[key], text)) if key in known else text for key, text in values.items()}


def _check_mappings(mappings: Mapping[str, Mapping[str, str]]) -> None:
    for name, rows in mappings.items():
        table = table_named(name)
        for source, target in rows.items():
            check_entry(table, source, target)


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Walk nested tables as dotted names with their values as text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{prefix}.{key}" if prefix else key)
    else:
        yield prefix, to_text(value)


def _key(key: str) -> str:
    return key if key in options_by_key() and _BARE_KEY.fullmatch(key) else _text(key)


def _value(key: str, text: str) -> str:
    option = options_by_key().get(key)
    if option is None or not isinstance(option.field.default, bool | int | float):
        return _text(text)
    return to_text(parse_value(option, text))


def _text(text: str) -> str:
    # JSON's escapes are those of TOML basic strings; TOML also wants DEL escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
