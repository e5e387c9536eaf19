"""The Django app of our own tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Registers the tables under the label `store`."""

    name = "navette.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
