"""Secrets, encrypted."""

from django.db import models

from navette.store.models.row import Row


class Secret(Row):
    """An encrypted text; `key_id` names the key without telling it."""

    ciphertext = models.TextField()
    key_id = models.CharField(max_length=16)
