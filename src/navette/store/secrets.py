"""Secrets: encrypted in the database, their key outside it, in clear only where they are used."""

import os
import sys
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.fernet import Fernet

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.store import models
from navette.store.place import Place

SERVICE = "navette"
HAS_KEYRING = sys.platform in {"win32", "darwin"}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that shows in no log, repr or trace; `reveal` gives it."""

    _text: str = field(repr=False)

    def reveal(self) -> str:
        """The text."""
        return self._text

    def __str__(self) -> str:
        return "***"


class SecretBox:
    """Encrypts and decrypts secrets with the key of one data folder.

    The key is in the keyring of Windows or macOS, which tasks without a window reach too; elsewhere in a file of the
    data folder that only its owner can read, since a scheduled task has no session there that could open a keyring.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._key: bytes | None = None

    def __repr__(self) -> str:
        return f"SecretBox({self._place.folder})"

    def keep(self, text: str) -> models.Secret:
        """Encrypt a text and store it; makes the key if there is none yet."""
        key = self._known_key() or self._new_key()
        ciphertext = Fernet(key).encrypt(text.encode()).decode()
        return models.Secret.objects.create(ciphertext=ciphertext, key_id=_key_id(key))

    def opens(self, secret: models.Secret) -> bool:
        """Whether the key that a secret was encrypted with is here."""
        key = self._known_key()
        return key is not None and _key_id(key) == secret.key_id

    def reveal(self, secret: models.Secret) -> Hidden:
        """Decrypt a secret; raises ConfigurationError if its key is not here."""
        key = self._known_key()
        if key is None or _key_id(key) != secret.key_id:
            raise ConfigurationError(messages.KEY_MISSING, file=self._place.key_file)
        return Hidden(Fernet(key).decrypt(secret.ciphertext.encode()).decode())

    def _known_key(self) -> bytes | None:
        if self._key is None and self._place.key_file.exists():
            self._key = self._place.key_file.read_bytes().strip()
        if self._key is None and HAS_KEYRING:
            import keyring  # noqa: PLC0415 (slow, and not needed on Linux)

            found = keyring.get_password(SERVICE, str(self._place.folder))
            self._key = found.encode() if found else None
        return self._key

    def _new_key(self) -> bytes:
        key = Fernet.generate_key()
        if HAS_KEYRING:
            import keyring  # noqa: PLC0415

            keyring.set_password(SERVICE, str(self._place.folder), key.decode())
        else:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(self._place.key_file, flags, 0o600), "wb") as file:
                file.write(key)
        self._key = key
        return key


def _key_id(key: bytes) -> str:
    return sha256(key).hexdigest()[:16]
