"""Secrets under a passphrase: a key is derived from it with scrypt, values are Fernet tokens."""

from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Mapping
from os import urandom

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

SALT = "salt"
_SALT_BYTES = 16


def seal(secrets: Mapping[str, str], passphrase: str) -> dict[str, str]:
    """Encrypt secrets; the salt stands among them under its own name."""
    if not passphrase:
        raise ConfigurationError(messages.EMPTY_PASSPHRASE)
    salt = urandom(_SALT_BYTES)
    door = _door(passphrase, salt)
    tokens = {key: door.encrypt(value.encode()).decode() for key, value in secrets.items()}
    return {SALT: b64encode(salt).decode(), **tokens}


def unseal(sealed: Mapping[str, str], passphrase: str) -> dict[str, str]:
    """Decrypt what `seal` made; a wrong passphrase or an altered value is refused."""
    try:
        door = _door(passphrase, b64decode(sealed[SALT]))
        return {key: door.decrypt(token.encode()).decode() for key, token in sealed.items() if key != SALT}
    except (InvalidToken, KeyError, ValueError):
        raise ConfigurationError(messages.WRONG_PASSPHRASE) from None


def _door(passphrase: str, salt: bytes) -> Fernet:
    key = Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
    return Fernet(urlsafe_b64encode(key))
