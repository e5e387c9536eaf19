"""Options and mapping tables of profiles: only what differs from the default, with a check that nobody was faster."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import F

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.store import models
from navette.store.audit import HIDDEN, audit
from navette.store.option_rows import forget_option
from navette.store.repositories.profile_rows import profile_row
from navette.store.secrets import Hidden, SecretBox
from navette.store.transaction import writing


@dataclass(frozen=True, slots=True)
class SavedOptions:
    """What is stored of a profile's options: texts by dotted name, secret ones apart, mapping tables by name.

    `locked` names the secrets whose key is not here, as after a move to another machine.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, Hidden] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    options_version: int = 1
    row_version: int = 1
    locked: tuple[str, ...] = ()

    def revealed(self) -> Mapping[str, str]:
        """All values, the secret ones in clear."""
        return {**self.values, **{key: secret.reveal() for key, secret in self.secrets.items()}}


class ProfileOptions:
    """Loads and saves the options of profiles."""

    def __init__(self, secrets: SecretBox, clock: Clock) -> None:
        self._secrets = secrets
        self._clock = clock

    def load(self, profile: str, *, passes_locked: bool = False) -> SavedOptions:
        """What is stored of a profile, as one snapshot.

        A secret whose key is not here raises ConfigurationError, or is only named, so that it can be typed again.
        """
        row = profile_row(profile)
        options = models.OptionValue.objects.filter(profile=row).select_related("secret")
        values = {option.key: option.value for option in options if option.secret is None}
        sealed = {option.key: option.secret for option in options if option.secret is not None}
        locked = [key for key, secret in sealed.items() if passes_locked and not self._secrets.opens(secret)]
        secrets = {key: self._secrets.reveal(secret) for key, secret in sealed.items() if key not in locked}
        mappings: dict[str, dict[str, str]] = {}
        for table, source, target in models.MappingRow.objects.filter(profile=row).values_list(
            "table", "source_key", "target_key"
        ):
            mappings.setdefault(table, {})[source] = target
        return SavedOptions(values, secrets, mappings, row.options_version, row.row_version, tuple(locked))

    def save(  # noqa: PLR0913 (all that a saving depends on, by name)
        self,
        profile: str,
        values: Mapping[str, str | None],
        *,
        defaults: Mapping[str, str],
        secret: Collection[str] = (),
        options_version: int | None = None,
        row_version: int | None = None,
        user: str = "",
    ) -> None:
        """Save some options: one that is None or equals its default is no longer stored, `secret` keys are encrypted.

        `options_version` is given where all names were brought to that version. Raises ConfigurationError if
        `row_version` is given and somebody saved since it was read.
        """
        row = profile_row(profile)
        with writing():
            _next_version(row, row_version)
            if options_version is not None:
                models.Profile.objects.filter(pk=row.pk).update(options_version=options_version)
            stored = {option.key: option for option in models.OptionValue.objects.filter(profile=row)}
            for key, value in values.items():
                wanted = None if value == defaults.get(key) else value
                self._save_one(row, stored.get(key), key, wanted, user, is_secret=key in secret)

    def save_mapping(
        self,
        profile: str,
        table: str,
        rows: Mapping[str, str | None],
        *,
        row_version: int | None = None,
        user: str = "",
    ) -> None:
        """Change lines of a mapping table; a target of None takes the line out. Version check as in `save`."""
        row = profile_row(profile)
        with writing():
            _next_version(row, row_version)
            lines = models.MappingRow.objects.filter(profile=row, table=table)
            former = dict(lines.values_list("source_key", "target_key"))
            for source, target in rows.items():
                if target is None:
                    lines.filter(source_key=source).delete()
                else:
                    models.MappingRow.objects.update_or_create(
                        profile=row, table=table, source_key=source, defaults={"target_key": target}
                    )
                if former.get(source) != target:
                    audit(row, f"{table}.{source}", former.get(source, ""), target or "", self._clock.now(), user)

    def _save_one(
        self,
        row: models.Profile,
        stored: models.OptionValue | None,
        key: str,
        value: str | None,
        user: str,
        *,
        is_secret: bool,
    ) -> None:
        """Save one option; HIDDEN, as a form shows a secret, leaves the secret that is stored."""
        former = _shown(stored)
        if value == former:
            return
        if stored:
            forget_option(stored)
        if value is not None and is_secret:
            models.OptionValue.objects.create(profile=row, key=key, secret=self._secrets.keep(value))
        elif value is not None:
            models.OptionValue.objects.create(profile=row, key=key, value=value)
        new = HIDDEN if is_secret and value is not None else value
        audit(row, key, former or "", new or "", self._clock.now(), user)


def _shown(stored: models.OptionValue | None) -> str | None:
    if stored is None:
        return None
    return HIDDEN if stored.secret_id else stored.value


def _next_version(row: models.Profile, expected: int | None) -> None:
    profiles = models.Profile.objects.filter(pk=row.pk)
    if expected is not None:
        profiles = profiles.filter(row_version=expected)
    if not profiles.update(row_version=F("row_version") + 1):
        raise ConfigurationError(messages.PROFILE_CHANGED, name=row.slug)
